import { useState } from "react";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { LessonsDialog } from "./lateLesson";

/** Opens the list of lessons. */
export function LessonsButton() {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button"
        aria-label={text("header.lessons")}
        title={text("header.lessons")}
        aria-haspopup="dialog"
        onPointerEnter={LessonsDialog.prepare}
        onFocus={LessonsDialog.prepare}
        onClick={() => setOpen(true)}
      >
        <span className="header-icon">
          <Icon name="lessons" />
        </span>
        <span className="header-word">{text("header.lessons")}</span>
      </button>
      {open && <LessonsDialog onClose={() => setOpen(false)} />}
    </>
  );
}
