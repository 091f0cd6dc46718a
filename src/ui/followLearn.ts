import type { LearnState, LearnStore } from "../store/learnStore";

/**
 * Has a drawing follow Learn, at once; but what a run beside the page reports is drawn in a task of its own for each
 * drawing: all of them together would hold up a frame.
 *
 * @param follow is given the state to draw and the one that it last drew
 */
export function followLearn(
  learn: LearnStore,
  follow: (state: LearnState, before: LearnState) => void,
): () => void {
  let drawn = learn.getState();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    clearTimeout(waiting);
    waiting = undefined;
    const before = drawn;
    drawn = learn.getState();
    follow(drawn, before);
  };
  const stop = learn.subscribe((state, before) => {
    if (before.run?.ended === "running" && state.plan === before.plan) waiting ??= setTimeout(draw);
    else draw();
  });
  return () => {
    clearTimeout(waiting);
    stop();
  };
}
