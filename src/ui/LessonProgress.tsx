import { useRef, useState } from "react";
import { lessonTracks } from "../content/lessonList";
import { decodeLessons, encodeLessons, nothingKept } from "../model/lessonProgress";
import { downloadText } from "./downloadText";
import { useText } from "./i18n";
import { useLesson, useLessonStore } from "./useLesson";

/** How far one has come; to be taken elsewhere, brought back, or forgotten. */
export function LessonProgress() {
  const t = useText();
  const store = useLessonStore();
  const kept = useLesson((state) => state.kept);
  const picker = useRef<HTMLInputElement>(null);
  const [asks, setAsks] = useState(false);
  const [refused, setRefused] = useState(false);
  const names = lessonTracks.flatMap(({ lessons }) => lessons.map(({ name }) => name));
  const finished = names.filter((name) => kept.lessons[name]?.finished).length;
  const load = async (file: File) => {
    const read = decodeLessons(await file.text());
    setRefused(typeof read === "string");
    if (typeof read !== "string") store.getState().replaceKept(read);
  };
  return (
    <section className="lessons-progress" aria-label={t("lessons.keep")}>
      <h3 className="panel-heading">{t("lessons.keep")}</h3>
      <p className="lessons-note">
        {t("lessons.progress", { finished, total: names.length })} {t("lessons.keep.note")}
      </p>
      <div className="lessons-tools">
        {asks ? (
          <>
            <span>{t("lessons.reset.sure")}</span>
            <button
              type="button"
              className="button small-button"
              onClick={() => {
                store.getState().replaceKept(nothingKept);
                setAsks(false);
              }}
            >
              {t("lessons.reset.yes")}
            </button>
            <button type="button" className="button small-button" onClick={() => setAsks(false)}>
              {t("lessons.reset.no")}
            </button>
          </>
        ) : (
          <>
            <button
              type="button"
              className="button small-button"
              onClick={() => downloadText(encodeLessons(kept), "convscope-lessons.json", "application/json")}
            >
              {t("lessons.export")}
            </button>
            <button type="button" className="button small-button" onClick={() => picker.current?.click()}>
              {t("lessons.import")}
            </button>
            <button type="button" className="button small-button" onClick={() => setAsks(true)}>
              {t("lessons.reset")}
            </button>
          </>
        )}
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = "";
            if (file) void load(file);
          }}
        />
      </div>
      {refused && <p role="alert">{t("lessons.import.refused")}</p>}
    </section>
  );
}
