import { type LessonAction, lessonText } from "../model/lesson";
import { focusAt, type LessonStops, toolsAt } from "../model/lessonStops";
import { Cost } from "./Cost";
import { useShownLanguage, useText } from "./i18n";
import { LessonControls } from "./LessonControls";
import { lessonCommand } from "./lessonCommands";
import { OutputShape } from "./OutputShape";
import "./panels.css";
import { useAppStore } from "./StoreContext";
import { useLessonStore } from "./useLesson";

interface LessonToolsProps {
  readonly stops: LessonStops;
  readonly at: number;
}

/** What a place works with: its controls, its actions, and the results that it speaks of. */
export function LessonTools({ stops, at }: LessonToolsProps) {
  const t = useText();
  const language = useShownLanguage();
  const app = useAppStore();
  const store = useLessonStore();
  const { controls, actions } = toolsAt(stops, at);
  const focus = focusAt(stops, at);
  const act = ({ set, command }: LessonAction) => {
    if (command)
      app
        .getState()
        .edit(lessonCommand(command, store.getState().origin() ?? app.getState().history.present));
    if (set !== undefined) store.getState().set(set);
  };
  const results = focus.includes("formula") || focus.includes("cost");
  if (controls.length + actions.length === 0 && !results) return null;
  return (
    <div className="lesson-tools">
      {actions.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a row in every browser
        <div className="lesson-actions" role="group" aria-label={t("lesson.actions")}>
          {actions.map((action) => (
            <button
              key={`${action.set} ${action.command}`}
              type="button"
              className="button small-button"
              onClick={() => act(action)}
            >
              {lessonText(action.text, language)}
            </button>
          ))}
        </div>
      )}
      {controls.length > 0 && <LessonControls controls={controls} />}
      {focus.includes("formula") && <OutputShape />}
      {focus.includes("cost") && <Cost />}
    </div>
  );
}
