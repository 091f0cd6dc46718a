import type { MessageKey } from "../content/messages/en";
import { questionAt } from "../model/lessonStops";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { revealAnswer, startLecture } from "./lectureSteps";
import { outputsToPredict } from "./outputsToPredict";
import { type Lecture, resetLecture } from "./presentKeys";
import { useApp } from "./StoreContext";
import { useLesson } from "./useLesson";

interface PresentToolsProps {
  readonly lecture: Lecture;
  readonly open: boolean;
}

interface Tool {
  readonly keys: readonly string[];
  readonly does: MessageKey;
  readonly act: () => unknown;
  readonly unable?: boolean;
}

/** Every act of a lecture with its key, behind one button. */
export function PresentTools({ lecture, open }: PresentToolsProps) {
  const text = useText();
  const { app, present, lessons, openNotes } = lecture;
  const hides = useApp((state) => state.revealed !== null);
  const asks = useLesson(
    ({ stops, place }) => stops !== null && questionAt(stops, place.at) !== null && !place.answers[place.at],
  );
  const explores = useApp((state) => state.view === "explore");
  const act = present.getState();
  const outputs = outputsToPredict(app);
  const reveal = () => revealAnswer(lessons) || outputs.revealThis();
  const tools: readonly Tool[] = [
    { keys: ["H"], does: "present.hide", act: outputs.toggle, unable: !explores },
    { keys: ["V"], does: "present.revealThis", act: reveal, unable: !hides && !asks },
    { keys: ["Shift+V"], does: "present.revealAll", act: outputs.revealAll, unable: !hides },
    { keys: ["T"], does: "present.tally", act: act.toggleTally },
    { keys: ["+"], does: "present.zoomIn", act: () => act.zoomBy(1) },
    { keys: ["−"], does: "present.zoomOut", act: () => act.zoomBy(-1) },
    { keys: ["0"], does: "present.zoomBack", act: act.zoomBack },
    { keys: ["N"], does: "present.notes", act: openNotes },
    { keys: ["Q"], does: "present.link", act: () => act.toggle("linked") },
    { keys: ["B", "."], does: "present.blank", act: () => act.toggle("blank") },
    { keys: ["R"], does: "present.reset", act: () => resetLecture(lecture) },
    { keys: ["L"], does: "present.lecture", act: () => startLecture(app) },
  ];
  return (
    <div className="present-tools" data-open={open || undefined}>
      <button
        type="button"
        className="button button-icon"
        aria-label={text("present.tools")}
        title={text("present.tools")}
        aria-expanded={open}
        onClick={() => act.toggle("tools")}
      >
        <Icon name="keys" />
      </button>
      {open && (
        <section className="present-card" aria-label={text("present.tools")}>
          <p className="present-step">
            <kbd>Page Down</kbd> <kbd>Page Up</kbd> {text("present.step")}
          </p>
          <ul className="present-list">
            {tools.map(({ keys, does, act: doIt, unable = false }) => (
              <li key={does}>
                <button type="button" className="present-tool" disabled={unable} onClick={doIt}>
                  {text(does)}
                  <span className="present-keys">
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
