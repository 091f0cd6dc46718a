import { lessonTracks } from "../content/lessonList";
import { lessonText } from "../model/lesson";
import { Dialog } from "./Dialog";
import { Icon } from "./Icon";
import { useShownLanguage, useText } from "./i18n";
import "./lessonsDialog.css";
import { useAppStore } from "./StoreContext";
import { useLesson } from "./useLesson";

interface LessonsDialogProps {
  readonly onClose: () => void;
}

/** All lessons in their tracks, with what has been done of them. */
export function LessonsDialog({ onClose }: LessonsDialogProps) {
  const t = useText();
  const language = useShownLanguage();
  const app = useAppStore();
  const records = useLesson(({ kept }) => kept.lessons);
  const open = (name: string) => {
    onClose();
    app.getState().setView({ lesson: name, at: null });
  };
  let number = 0;
  return (
    <Dialog title={t("lessons.title")} onClose={onClose}>
      <p className="lessons-intro">{t("lessons.intro")}</p>
      {lessonTracks.map(({ title, lessons }) => {
        const heading = lessonText(title, language);
        if (lessons.length === 0) return null;
        return (
          <section key={heading} className="lessons-track" aria-label={heading}>
            <h3 className="panel-heading">{heading}</h3>
            <ol className="lessons-list" start={number + 1}>
              {lessons.map(({ name, title: own }) => {
                number++;
                const record = records[name];
                const state = record?.finished ? "finished" : record ? "begun" : "new";
                return (
                  <li key={name}>
                    <button type="button" className="lessons-entry" onClick={() => open(name)}>
                      <span className="lessons-number">{number}</span>
                      <span className="lessons-name">{lessonText(own, language)}</span>
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
      })}
    </Dialog>
  );
}
