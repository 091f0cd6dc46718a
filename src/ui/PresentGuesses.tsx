import { type FormEvent, useState } from "react";
import { formatNumber } from "../model/formatNumber";
import { parseNumber } from "../model/parseNumber";
import { isConcealed } from "../scene/conceal";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import { cellIn } from "../trace/extent";
import { traceOf } from "../trace/trace";
import { indexText } from "./cellWords";
import { useProblemText, useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";

/** What the class predicts, kept beside the result that comes. */
export function PresentGuesses() {
  const text = useText();
  const { document, revealed, guesses, step } = useApp((state) => ({
    document: documentOf(state),
    revealed: state.revealed,
    guesses: state.guesses,
    step: currentStep(state),
  }));
  if (!revealed) return null;
  const { op, output, values } = traceOf(document);
  const nameOf = (cell: number) => indexText(document, cellIn(output, cell), output.channels);
  const kept = Object.entries(guesses).map(([cell, said]) => ({ cell: Number(cell), said }));
  const asks = op !== "transposed" && isConcealed(revealed, step) && guesses[step] === undefined;
  if (!asks && kept.length === 0) return null;
  return (
    <section className="present-card" aria-label={text("present.guesses")}>
      {asks && <GuessField key={step} cell={step} name={nameOf(step)} />}
      {kept.length > 0 && (
        <ul className="guesses">
          {kept.map(({ cell, said }) => {
            const hidden = isConcealed(revealed, cell);
            const [own, value] = [formatNumber(said), formatNumber(values[cell] ?? 0)];
            const outcome = hidden ? "open" : own === value ? "right" : "wrong";
            return (
              <li key={cell} data-outcome={outcome}>
                <span className="guess-cell">Y[{nameOf(cell)}]</span>
                <span>{text("present.said", { said: own })}</span>
                <span>{text("present.result", { value: hidden ? "?" : value })}</span>
                <span aria-hidden="true">{hidden ? "" : own === value ? "✓" : "✗"}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function GuessField({ cell, name }: { readonly cell: number; readonly name: string }) {
  const text = useText();
  const problemText = useProblemText();
  const store = useAppStore();
  const [entry, setEntry] = useState("");
  const [refused, setRefused] = useState(false);
  const parsed = parseNumber(entry);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if ("problem" in parsed) return setRefused(true);
    const { guesses, setView } = store.getState();
    setView({ guesses: { ...guesses, [cell]: parsed.value } });
  };
  return (
    <form className="guess-form" onSubmit={keep}>
      <label>
        {text("present.guess", { cell: name })}{" "}
        <input
          className="input"
          inputMode="text"
          autoComplete="off"
          spellCheck="false"
          size={6}
          value={entry}
          aria-invalid={(refused && "problem" in parsed) || undefined}
          onChange={(event) => {
            setEntry(event.currentTarget.value);
            setRefused(false);
          }}
        />
      </label>
      <button type="submit" className="button small-button">
        {text("present.freeze")}
      </button>
      {refused && "problem" in parsed && (
        <p className="field-message" role="alert">
          {problemText(parsed.problem)}
        </p>
      )}
    </form>
  );
}
