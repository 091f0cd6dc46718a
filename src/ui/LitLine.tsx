import type { ConvDocument } from "../model/document";
import { exactNumber } from "../model/formatNumber";
import { inputSizeOf } from "../model/layer";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import type { Target } from "../store/viewSlice";
import { usesOfInput } from "../trace/relations";
import { termsAt, windowOrigin } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { type Text, useText } from "./i18n";
import { useApp } from "./StoreContext";

/** Most outputs that are named one by one. */
const NAMED = 4;

/** A cell's exact number and what it takes part in, as one line. */
export function LitLine({ target }: { readonly target: Target }) {
  const text = useText();
  const { document, step, known } = useApp((state) => ({
    document: documentOf(state),
    step: currentStep(state),
    known: state.showAll ? Number.POSITIVE_INFINITY : Math.floor(state.position),
  }));
  return lineOf(text, document, target, step, known);
}

function lineOf(text: Text, document: ConvDocument, target: Target, step: number, known: number): string {
  const trace = traceOf(document);
  const { row, column } = target;
  switch (target.grid) {
    case "input": {
      const value = document.input.data[row * (inputSizeOf(document)[1] ?? 1) + column] ?? 0;
      const uses = usesOfInput(document, row, column);
      const named = uses.slice(0, NAMED).map((use) => {
        const weight = trace.kernel[use.kernelRow * trace.kernelColumns + use.kernelColumn] ?? 0;
        return text("readout.use", {
          row: use.outputRow,
          column: use.outputColumn,
          weight: exactNumber(weight),
        });
      });
      const list = named.join(text("readout.separator")) + (uses.length > NAMED ? " …" : "");
      const values = { row, column, value: exactNumber(value), count: uses.length, list };
      return text(uses.length ? "readout.input" : "readout.unread", values);
    }
    case "kernel": {
      const value = trace.kernel[row * trace.kernelColumns + column] ?? 0;
      return text("readout.kernel", {
        row,
        column,
        value: exactNumber(value),
        count: trace.rows * trace.columns,
      });
    }
    case "products": {
      const term = termsAt(document, step)[row * trace.kernelColumns + column];
      if (!term) return "";
      return text(term.source ? "readout.product" : "readout.productOnPadding", {
        row: term.row,
        column: term.column,
        kernelRow: row,
        kernelColumn: column,
        input: exactNumber(term.input),
        weight: exactNumber(term.weight),
        product: exactNumber(term.product),
      });
    }
    case "output": {
      const index = row * trace.columns + column;
      const origin = windowOrigin(document, index);
      const values = { row, column, windowRow: origin.row, windowColumn: origin.column };
      if (index > known) return text("readout.notYet", values);
      return text("readout.output", { ...values, value: exactNumber(trace.output[index] ?? 0) });
    }
  }
}
