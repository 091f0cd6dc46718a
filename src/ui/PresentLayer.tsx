import { useEffect, useLayoutEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { createPresentStore } from "../store/presentStore";
import { useText } from "./i18n";
import { PresentGuesses } from "./PresentGuesses";
import { PresentLesson } from "./PresentLesson";
import { PresentLink } from "./PresentLink";
import { PresentTally } from "./PresentTally";
import { PresentTools } from "./PresentTools";
import "./present.css";
import { presentKeyAction } from "./presentKeys";
import { useAppStore } from "./StoreContext";
import { useLessonStore } from "./useLesson";
import { useNotesWindow } from "./useNotesWindow";

/** What a lecture needs over the figure: its keys, predictions and hands of the class, the link, and a blank screen. */
export function PresentLayer() {
  const text = useText();
  const app = useAppStore();
  const [present] = useState(createPresentStore);
  const { blank, zoom, hands, linked, tools } = useStore(present);
  const lessons = useLessonStore();
  const openNotes = useNotesWindow(present);
  const lecture = useMemo(() => ({ app, present, lessons, openNotes }), [app, present, lessons, openNotes]);

  useLayoutEffect(() => {
    // Answers that the lecture hid are its own; a lesson hides its own itself.
    const { revealed, guesses, setView } = app.getState();
    return () => {
      if (app.getState().lesson === null) setView({ revealed, guesses });
    };
  }, [app]);

  // At once: the first key may follow the button.
  useLayoutEffect(() => {
    // Before the page's own keys, which leave alone what is taken here.
    const onKeyDown = (event: KeyboardEvent) => {
      const act = presentKeyAction(event, lecture);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, [lecture]);

  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--present-zoom", String(zoom));
    return () => void style.removeProperty("--present-zoom");
  }, [zoom]);
  useEffect(() => followPointer(), []);

  return (
    <>
      <PresentTools lecture={lecture} open={tools} />
      <div className="present-strip">
        <PresentLesson />
        <PresentGuesses />
        {hands && <PresentTally present={present} hands={hands} />}
      </div>
      {linked && <PresentLink onClose={() => present.getState().toggle("linked")} />}
      {blank && (
        <button
          type="button"
          className="present-blank"
          aria-label={text("present.unblank")}
          onClick={() => present.getState().toggle("blank")}
        />
      )}
    </>
  );
}

/** The zoom grows from where the pointer was last over the figure. */
function followPointer(): () => void {
  const { style } = document.documentElement;
  const onMove = (event: PointerEvent) => {
    const stage = event.target instanceof Element ? event.target.closest(".stage") : null;
    if (!stage || style.getPropertyValue("--present-zoom") !== "1") return;
    const { left, top } = stage.getBoundingClientRect();
    style.setProperty("--present-x", `${event.clientX - left}px`);
    style.setProperty("--present-y", `${event.clientY - top}px`);
  };
  document.addEventListener("pointermove", onMove, { passive: true });
  return () => {
    document.removeEventListener("pointermove", onMove);
    style.removeProperty("--present-x");
    style.removeProperty("--present-y");
  };
}
