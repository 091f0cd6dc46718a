import { useState } from "react";
import { useText } from "./i18n";
import { LessonsDialog } from "./lateLessonsDialog";

/** The way from a lesson to all of them. */
export function LessonsLink() {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="lesson-link"
        onPointerEnter={LessonsDialog.prepare}
        onClick={() => setOpen(true)}
      >
        {t("lesson.list")}
      </button>
      {open && <LessonsDialog onClose={() => setOpen(false)} />}
    </>
  );
}
