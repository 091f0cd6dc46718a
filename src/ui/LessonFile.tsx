import { useEffect, useRef, useState } from "react";
import { type LessonProblem, readLesson } from "../model/lessonFile";
import { factNames } from "../trace/lessonFacts";
import { useNoticeText, useText } from "./i18n";
import { useLessonStore } from "./useLesson";

interface LessonFileProps {
  readonly dropped: File | null;
  readonly onOpened: () => void;
}

/** More than these would not help. */
const SHOWN = 6;

/** Opens a lesson that somebody wrote, or says line by line what keeps it from being one. */
export function LessonFile({ dropped, onOpened }: LessonFileProps) {
  const t = useText();
  const store = useLessonStore();
  const picker = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly LessonProblem[]>([]);
  const read = async (file: File) => {
    const reading = readLesson(await file.text(), factNames);
    if ("problems" in reading) return setProblems(reading.problems);
    store.getState().openOwn(reading.lesson);
    onOpened();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is read once, when it is dropped
  useEffect(() => {
    if (dropped) void read(dropped);
  }, [dropped]);
  return (
    <section className="lessons-file">
      <button type="button" className="button" onClick={() => picker.current?.click()}>
        {t("lessons.file")}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file, corrected, is chosen again.
          event.currentTarget.value = "";
          if (file) void read(file);
        }}
      />
      <p className="lessons-note">{t("lessons.file.note")}</p>
      {problems.length > 0 && <Problems problems={problems} />}
    </section>
  );
}

function Problems({ problems }: { readonly problems: readonly LessonProblem[] }) {
  const t = useText();
  const say = useNoticeText();
  return (
    <div className="lessons-problems" role="alert">
      <p>{t("lessons.file.refused")}</p>
      <ul>
        {problems.slice(0, SHOWN).map(({ line, field, code, values, notice }, at) => {
          const what = notice ? say(notice) : say({ key: `lessonFile.${code}`, values });
          const place = [line === null ? "" : t("lessons.file.line", { line }), field]
            .filter(Boolean)
            .join(", ");
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a problem is its place in the list
            <li key={at}>
              <b>{place}</b> {what}
            </li>
          );
        })}
      </ul>
      {problems.length > SHOWN && <p>{t("lessons.file.more", { count: problems.length - SHOWN })}</p>}
    </div>
  );
}
