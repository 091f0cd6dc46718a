import { useState } from "react";
import { exactNumber } from "../model/formatNumber";
import { parseNumber } from "../model/parseNumber";
import { useProblemText, useText } from "./i18n";
import { SegmentedControl } from "./SegmentedControl";
import { useApp, useAppStore } from "./StoreContext";

/** What dragging over the cells does. */
export function FigureTools() {
  const text = useText();
  const store = useAppStore();
  const tool = useApp((state) => state.tool);
  const { setView } = store.getState();
  return (
    <div className="figure-tools">
      <SegmentedControl
        name={text("tool.name")}
        segments={[
          { value: "move", label: text("tool.move") },
          { value: "paint", label: text("tool.paint") },
        ]}
        value={tool}
        onChange={(next) => setView({ tool: next })}
      />
      {tool === "paint" && <Brush />}
    </div>
  );
}

function Brush() {
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
        spellCheck={false}
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
