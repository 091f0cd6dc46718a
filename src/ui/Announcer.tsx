import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef } from "react";
import type { AppState } from "../store/appStore";
import { currentStep } from "../store/playbackSlice";
import { useText } from "./i18n";
import { useAppStore } from "./StoreContext";
import { stepText } from "./stepText";

type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says a short sentence to people who don't see the page. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** Steps that follow each other faster than this are said when they stop. */
const FASTEST_SPEECH = 1.2;
/** Long enough for a drag or a held key to go on, short enough to be an answer. */
const SETTLE_MILLISECONDS = 250;

/**
 * The status region, with its means to speak for everything inside. It is written by hand: an announcement between
 * two steps must not make React work.
 */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const store = useAppStore();
  const text = useText();
  const region = useRef<HTMLDivElement>(null);
  const announce = useCallback((message: string) => {
    if (!region.current) return;
    // A sentence said twice is heard twice only if it differs.
    region.current.textContent = region.current.textContent === message ? `${message}\u00a0` : message;
  }, []);

  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe((state, before) => {
      const moved = currentStep(state) !== currentStep(before);
      const taken = historyMove(state, before);
      if (taken) announce(text(taken));
      // Learn says its own steps.
      else if (state.view !== "explore") return;
      else if (moved || (before.playing && !state.playing)) {
        clearTimeout(settling);
        const say = () => announce(stepText(text, store.getState()));
        if (!state.playing) settling = setTimeout(say, SETTLE_MILLISECONDS);
        else if (state.speed <= FASTEST_SPEECH) say();
      }
    });
    return () => {
      clearTimeout(settling);
      stop();
    };
  }, [store, text, announce]);

  return (
    <AnnounceContext value={announce}>
      {children}
      <div ref={region} className="visually-hidden" role="status" />
    </AnnounceContext>
  );
}

function historyMove({ history }: AppState, before: AppState) {
  const old = before.history;
  if (history === old) return null;
  if (history.future?.document === old.present && history.present === old.past?.document) {
    return "announce.undone";
  }
  if (history.past?.document === old.present && history.present === old.future?.document) {
    return "announce.redone";
  }
  return null;
}
