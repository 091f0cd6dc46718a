import { useEffect, useState } from "react";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { LessonsDialog } from "./lateLessonsDialog";

/** Opens the list of lessons; so does a lesson's file that is dropped on the page. */
export function LessonsButton() {
  const text = useText();
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const dropped = event.dataTransfer?.files[0];
      if (!dropped || event.defaultPrevented) return;
      event.preventDefault();
      setFile(dropped);
      setOpen(true);
    };
    document.addEventListener("dragover", onDrag);
    document.addEventListener("drop", onDrop);
    return () => {
      document.removeEventListener("dragover", onDrag);
      document.removeEventListener("drop", onDrop);
    };
  }, []);
  const close = () => {
    setOpen(false);
    setFile(null);
  };
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
      {open && <LessonsDialog file={file} onClose={close} />}
    </>
  );
}
