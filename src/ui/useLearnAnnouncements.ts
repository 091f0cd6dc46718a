import { useEffect } from "react";
import { formatNumber } from "../model/formatNumber";
import type { AppState } from "../store/appStore";
import { currentUpdate } from "../store/learnStore";
import { useAnnounce } from "./Announcer";
import { useText } from "./i18n";
import { useLearnStore } from "./LearnContext";
import { useAppStore } from "./StoreContext";

/** Long enough for a drag or a held key to go on, short enough to be an answer. */
const SETTLE_MILLISECONDS = 250;

/** Says each step of the training once it is done: "Step 4: loss 0.8246", as the notes print it. */
export function useLearnAnnouncements(): void {
  const app = useAppStore();
  const learn = useLearnStore();
  const text = useText();
  const announce = useAnnounce();
  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      const state = learn.getState();
      const update = currentUpdate(app.getState(), state);
      if (!state.run) return;
      const loss = formatNumber(state.run.losses[Math.max(0, update - 1)] ?? 0);
      announce(
        update === 0
          ? text("learn.announce.start", { loss })
          : text("learn.announce.step", { step: update, loss }),
      );
    };
    const updateOf = (state: AppState) => currentUpdate(state, learn.getState());
    const stopTime = app.subscribe((state, before) => {
      const paused = before.playing && !state.playing;
      if (updateOf(state) === updateOf(before) && !paused) return;
      clearTimeout(settling);
      // Steps that follow each other fast are said when they stop.
      if (!state.playing) settling = setTimeout(say, SETTLE_MILLISECONDS);
      else if (state.speed <= 1) say();
    });
    const stopRuns = learn.subscribe((state, before) => {
      const ended = state.run?.ended;
      if (ended === before.run?.ended && state.plan === before.plan) return;
      if (ended === "diverged") announce(text("learn.announce.diverged", { step: state.run?.done ?? 0 }));
    });
    return () => {
      clearTimeout(settling);
      stopTime();
      stopRuns();
    };
  }, [app, learn, text, announce]);
}
