import { type FocusEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { exactNumber } from "../model/formatNumber";
import type { Command } from "../model/gridCommands";
import { parseNumber, type TextProblem } from "../model/parseNumber";
import { MAX_NUMBER_LENGTH } from "../model/plainNumber";
import type { Rectangle } from "../scene/marks";
import { useProblemText } from "./i18n";
import { useAppStore } from "./StoreContext";

export interface CellEditorProps {
  /** Which cell it is, in words. */
  readonly label: string;
  readonly value: number;
  /** What was typed to open the editor; null keeps the number and selects it. */
  readonly typed: string | null;
  /** From the stage's corner. */
  readonly at: Rectangle;
  /** The edit that puts a number into the cell. */
  readonly command: (number: number) => Command;
  /** @param move where the keyboard goes: to the cell itself, or along the row; null when it has gone elsewhere */
  readonly onDone: (move: -1 | 0 | 1 | null) => void;
}

/**
 * A field over a cell. What can be read as a number is shown in the figure while it is typed, and committed by Enter or
 * by leaving; what can't stays in the field with its reason.
 */
export function CellEditor({ label, value, typed, at, command, onDone }: CellEditorProps) {
  const problemText = useProblemText();
  const store = useAppStore();
  const field = useRef<HTMLInputElement>(null);
  const [entry, setEntry] = useState(typed ?? exactNumber(value));
  const [problem, setProblem] = useState<TextProblem | null>(null);
  const message = problem && problemText(problem);
  const finished = useRef(false);

  const show = (next: string) => {
    const parsed = parseNumber(next);
    setEntry(next);
    setProblem(null);
    if ("value" in parsed) store.getState().preview(command(parsed.value));
  };
  const leave = (move: -1 | 0 | 1 | null) => {
    finished.current = true;
    onDone(move);
  };
  const refuse = (reason: TextProblem) => {
    store.getState().dropPreview();
    setProblem(reason);
    // An empty field has nothing to keep: the number comes back.
    if (entry.trim() === "") setEntry(exactNumber(value));
  };
  /** The focus goes first: after the edit, the browser would lay the figure out to move it. */
  const commit = (number: number, move: -1 | 0 | 1 | null) => {
    leave(move);
    const { edit, dropPreview } = store.getState();
    // The edit takes the preview's place: the figure is drawn once.
    if (edit(command(number)).length > 0) dropPreview();
  };

  useLayoutEffect(() => {
    const input = field.current;
    input?.focus({ preventScroll: true });
    if (typed === null) input?.select();
    else input?.setSelectionRange(typed.length, typed.length);
  }, [typed]);
  // What was typed to open the editor shows at once, like what follows it.
  const showTyped = useRef(() => typed !== null && show(typed));
  useEffect(() => {
    showTyped.current();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      const parsed = parseNumber(entry);
      if ("problem" in parsed) refuse(parsed.problem);
      else commit(parsed.value, event.key === "Enter" ? 0 : event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      store.getState().dropPreview();
      leave(0);
    }
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (finished.current) return;
    const parsed = parseNumber(entry);
    const move = relatedTarget ? null : 0;
    if ("value" in parsed) return commit(parsed.value, move);
    // Who goes elsewhere with a wrong number gets the last good one back.
    refuse(parsed.problem);
    leave(move);
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
        inputMode="text"
        dir="ltr"
        autoComplete="off"
        spellCheck="false"
        maxLength={MAX_NUMBER_LENGTH + 1}
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? "cell-problem" : undefined}
        value={entry}
        onChange={(event) => show(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      {message && (
        <p id="cell-problem" className="cell-problem" role="alert">
          {message}
        </p>
      )}
    </div>
  );
}
