import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { formatNumber } from "../model/formatNumber";
import { parseNumber, type TextProblem } from "../model/parseNumber";
import { MAX_NUMBER_LENGTH } from "../model/plainNumber";
import type { CellTarget } from "../scene/highlight";
import type { Rectangle } from "../scene/marks";
import { documentOf } from "../store/documentSlice";
import { indexIn } from "../trace/extent";
import { traceOf } from "../trace/trace";
import { useAnnounce } from "./Announcer";
import { indexText } from "./cellWords";
import { useProblemText, useText } from "./i18n";
import { useAppStore } from "./StoreContext";

export interface PredictionFieldProps {
  readonly target: CellTarget;
  /** From the stage's corner. */
  readonly at: Rectangle;
  /** @param toCell whether the keyboard goes back to the cell */
  readonly onDone: (toCell: boolean) => void;
}

/** A field over an output that is hidden: Enter locks the number in and, but in a lecture, shows the output. */
export function PredictionField({ target, at, onDone }: PredictionFieldProps) {
  const text = useText();
  const problemText = useProblemText();
  const announce = useAnnounce();
  const store = useAppStore();
  const field = useRef<HTMLInputElement>(null);
  const [entry, setEntry] = useState("");
  const [problem, setProblem] = useState<TextProblem | null>(null);
  const document = documentOf(store.getState());
  const { output, values } = traceOf(document);
  const name = indexText(document, target, output.channels);

  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);

  const answer = () => {
    const parsed = parseNumber(entry);
    if ("problem" in parsed) return setProblem(parsed.problem);
    const cell = indexIn(output, target);
    const { revealed, guesses, presenting, setView } = store.getState();
    setView({ guesses: { ...guesses, [cell]: parsed.value } });
    // In a lecture the class's number stands until it is revealed.
    if (presenting) return onDone(true);
    setView({ revealed: [...(revealed ?? []), cell] });
    const [said, value] = [formatNumber(parsed.value), formatNumber(values[cell] ?? 0)];
    announce(text(said === value ? "predict.right" : "predict.wrong", { cell: name, said, value }));
    onDone(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") answer();
    else onDone(true);
  };

  const width = Math.max(at.width, 56);
  return (
    <div
      className="cell-editor"
      style={{ left: at.x + (at.width - width) / 2, top: at.y, width, height: Math.max(at.height, 28) }}
    >
      <input
        ref={field}
        type="text"
        dir="ltr"
        autoComplete="off"
        spellCheck="false"
        maxLength={MAX_NUMBER_LENGTH + 1}
        aria-label={text("predict.cell", { cell: name })}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? "prediction-problem" : undefined}
        value={entry}
        onChange={(event) => {
          setEntry(event.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={({ relatedTarget }) => onDone(relatedTarget === null)}
      />
      {problem && (
        <p id="prediction-problem" className="cell-problem" role="alert">
          {problemText(problem)}
        </p>
      )}
    </div>
  );
}
