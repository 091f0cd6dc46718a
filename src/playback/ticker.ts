import { timer } from "d3-timer";

/** Calls back every animation frame with the milliseconds since the last one, until stopped. */
export function startTicker(onFrame: (milliseconds: number) => void): () => void {
  let before = 0;
  const ticking = timer((elapsed) => {
    // A tab that was hidden comes back with one frame of seconds: it goes on, it doesn't leap.
    onFrame(Math.min(elapsed - before, 100));
    before = elapsed;
  });
  return () => ticking.stop();
}
