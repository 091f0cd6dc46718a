import { useContext, useState } from "react";
import { LESSONS_KEY } from "../model/lessonsKey";
import { useText } from "./i18n";
import { LessonPanel } from "./lateLesson";
import { WorkContext } from "./SavedWork";
import { useApp, useAppStore } from "./StoreContext";
import { pageStorage } from "./savedChoices";

/** Offers the first lesson to who is here for the first time and has not begun anything. */
export function FirstLesson() {
  const text = useText();
  const store = useAppStore();
  const work = useContext(WorkContext);
  // There is only the way to saved work where nothing has been saved, and no link has been followed.
  const [isNew] = useState(() => typeof work === "function" && !hasBegunLessons());
  const idle = useApp((state) => state.history.past === null && state.lesson === null && state.ui === "full");
  if (!isNew || !idle) return null;
  return (
    <>
      <br />
      {text("readout.newcomer")}{" "}
      <button
        type="button"
        className="lesson-offer"
        onPointerEnter={LessonPanel.prepare}
        onClick={() => store.getState().setView({ lesson: "the-sliding-dot-product", at: 1 })}
      >
        {text("readout.firstLesson")}
      </button>
    </>
  );
}

function hasBegunLessons(): boolean {
  try {
    return pageStorage()?.getItem(LESSONS_KEY) != null;
  } catch {
    return false;
  }
}
