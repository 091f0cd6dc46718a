import { lessonTracks } from "../content/lessonList";
import { lessonText } from "../model/lesson";
import { Dialog } from "./Dialog";
import { Icon } from "./Icon";
import { useShownLanguage, useText } from "./i18n";
import { LessonFile } from "./LessonFile";
import { LessonProgress } from "./LessonProgress";
import "./lessonsDialog.css";
import { useAppStore } from "./StoreContext";
import { useLesson } from "./useLesson";

interface LessonsDialogProps {
  readonly onClose: () => void;
  /** A file that was dropped on the page. */
  readonly file?: File | null;
}

/** All lessons in their tracks, with what has been done of them; and those that others wrote. */
export function LessonsDialog({ onClose, file = null }: LessonsDialogProps) {
  const t = useText();
  return (
    <Dialog title={t("lessons.title")} onClose={onClose}>
      <p className="lessons-intro">{t("lessons.intro")}</p>
      <Tracks onClose={onClose} />
      <LessonFile dropped={file} onOpened={onClose} />
      <LessonProgress />
    </Dialog>
  );
}

const all = lessonTracks.flatMap(({ lessons }) => lessons);

function Tracks({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const language = useShownLanguage();
  const app = useAppStore();
  const records = useLesson(({ kept }) => kept.lessons);
  const open = (name: string) => {
    onClose();
    app.getState().setView({ lesson: name, at: null });
  };
  return lessonTracks
    .filter(({ lessons }) => lessons.length > 0)
    .map(({ title, lessons }) => {
      const heading = lessonText(title, language);
      return (
        <section key={heading} className="lessons-track" aria-label={heading}>
          <h3 className="panel-heading">{heading}</h3>
          <ol className="lessons-list">
            {lessons.map((entry) => {
              const { name } = entry;
              const record = records[name];
              const state = record?.finished ? "finished" : record ? "begun" : "new";
              return (
                <li key={name}>
                  <button type="button" className="lessons-entry" onClick={() => open(name)}>
                    <span className="lessons-number">{all.indexOf(entry) + 1}</span>
                    <span className="lessons-name">{lessonText(entry.title, language)}</span>
                    <span className="lessons-state" data-state={state}>
                      {state === "finished" && <Icon name="check" />}
                      <span className={state === "begun" ? "" : "visually-hidden"}>
                        {t(`lessons.state.${state}`)}
                      </span>
                    </span>
                  </button>
                </li>
              );
            })}
          </ol>
        </section>
      );
    });
}
