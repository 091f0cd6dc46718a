import { useId, useState } from "react";
import { isPool } from "../core/layer";
import { documentOf } from "../store/documentSlice";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { ReverseNote } from "./lateResults";
import { useApp } from "./StoreContext";

/** The way back through a layer with weights, behind a button that opens it; of a transposed layer it is open. */
export function ReverseSection() {
  const t = useText();
  const { op, predicts } = useApp((state) => ({
    op: documentOf(state).layers[0].op,
    predicts: state.revealed !== null,
  }));
  const [chosen, setChosen] = useState<boolean | null>(null);
  const heading = useId();
  const body = useId();
  const transposed = op === "transposed";
  const open = chosen ?? transposed;
  // The way back shows what the layer made.
  if (isPool(op) || predicts) return null;
  return (
    <section className="panel-section" aria-labelledby={heading}>
      <h2 className="panel-heading" id={heading}>
        <button
          type="button"
          className="disclosure"
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onPointerEnter={ReverseNote.prepare}
          onFocus={ReverseNote.prepare}
          onClick={() => setChosen(!open)}
        >
          {t(transposed ? "reverse.section.transposed" : "reverse.section")}
          <Icon name="down" />
        </button>
      </h2>
      {open && (
        <div id={body}>
          <ReverseNote />
        </div>
      )}
    </section>
  );
}
