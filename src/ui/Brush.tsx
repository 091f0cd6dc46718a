import { useState } from "react";
import { exactNumber } from "../model/formatNumber";
import { parseNumber } from "../model/parseNumber";
import { useProblemText, useText } from "./i18n";
import { useAppStore } from "./StoreContext";

/** The number that painting puts into cells. */
export function Brush() {
  const text = useText();
  const problemText = useProblemText();
  const store = useAppStore();
  const [entry, setEntry] = useState(() => exactNumber(store.getState().brush));
  const parsed = parseNumber(entry);
  const problem = "problem" in parsed ? parsed.problem : null;
  const message = problem && problemText(problem);
  return (
    <label className="brush">
      {text("tool.brush")}
      <input
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck="false"
        value={entry}
        aria-invalid={problem !== null || undefined}
        aria-describedby={message ? "brush-problem" : undefined}
        onChange={(event) => {
          const next = event.currentTarget.value;
          const number = parseNumber(next);
          setEntry(next);
          if ("value" in number) store.getState().setView({ brush: number.value });
        }}
      />
      {message && (
        <span id="brush-problem" className="field-message" role="alert">
          {message}
        </span>
      )}
    </label>
  );
}
