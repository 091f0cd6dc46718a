import { useCallback, useEffect, useRef } from "react";
import type { AppState } from "../store/appStore";
import { currentStep, lastStep } from "../store/playbackSlice";
import type { PresentStore } from "../store/presentStore";
import { useText } from "./i18n";
import { lessonNews } from "./lessonNews";
import {
  channelName,
  type FromNotes,
  type FromPage,
  type News,
  NOTES_FRAGMENT,
  type NotesText,
} from "./presentNews";
import { useAppStore } from "./StoreContext";
import { stepText } from "./stepText";
import { useLessonStore } from "./useLesson";

const TEXTS: readonly NotesText[] = [
  "title",
  "elapsed",
  "pause",
  "goOn",
  "restart",
  "now",
  "next",
  "notes",
  "blanked",
  "ended",
  "own",
];

/** Keeps a second window in step with this one, once it has been opened; returns what opens it. */
export function useNotesWindow(present: PresentStore): () => void {
  const text = useText();
  const store = useAppStore();
  const lessons = useLessonStore();
  const lecture = useRef("");
  const channel = useRef<BroadcastChannel | null>(null);

  useEffect(() => {
    lecture.current ||= crypto.randomUUID();
    const own = new BroadcastChannel(channelName(lecture.current));
    channel.current = own;
    let told = "";
    const tell = () => {
      const news = newsOf(store.getState());
      const said = JSON.stringify(news);
      if (said === told) return;
      told = said;
      own.postMessage(news satisfies FromPage);
    };
    const newsOf = (state: AppState): News => {
      // Who speaks sees the answers.
      const open = { ...state, revealed: null };
      const step = currentStep(state);
      const last = lastStep(state);
      const words = (at: number) =>
        state.view === "explore" ? stepText(text, { ...open, position: at }) : "";
      const told = lessonNews(text, lessons, state.language);
      return {
        kind: "news",
        place:
          told?.place ??
          text("notes.place", {
            step: step + (state.view === "learn" ? 0 : 1),
            total: last + (state.view === "learn" ? 0 : 1),
          }),
        now: told?.now ?? words(step),
        next: told?.next ?? (step < last ? words(step + 1) : text("notes.last")),
        notes: told?.notes ?? "",
        blank: present.getState().blank,
        language: state.language,
        texts: Object.fromEntries(TEXTS.map((key) => [key, text(`notes.${key}`)])) as Record<
          NotesText,
          string
        >,
      };
    };
    own.onmessage = ({ data }: MessageEvent<FromNotes>) => {
      if (data.kind === "hello") {
        told = "";
        tell();
      } else {
        // As if it had been pressed here.
        document.body.dispatchEvent(
          new KeyboardEvent("keydown", { key: data.key, bubbles: true, cancelable: true }),
        );
      }
    };
    const stops = [store.subscribe(tell), present.subscribe(tell), lessons.subscribe(tell)];
    tell();
    return () => {
      for (const stop of stops) stop();
      own.postMessage({ kind: "end" } satisfies FromPage);
      own.close();
    };
  }, [store, present, lessons, text]);

  return useCallback(() => {
    const { origin, pathname, search } = window.location;
    const page = `${origin}${pathname}${search}#${NOTES_FRAGMENT}${lecture.current}`;
    const opened = window.open(page, `convscope-${lecture.current}`, "popup,width=760,height=640");
    if (!opened) store.getState().notify({ key: "present.popupRefused", values: {} });
  }, [store]);
}
