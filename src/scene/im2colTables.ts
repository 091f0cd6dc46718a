import type { ConvDocument } from "../model/document";
import type { Im2col } from "../trace/im2col";
import { traceOf } from "../trace/trace";
import { headsOf } from "./matrixTable";
import { type TableMarks, valueTable } from "./numberTable";

export interface Im2colTables {
  readonly left: TableMarks;
  readonly right: TableMarks | null;
  readonly result: TableMarks;
}

/** The tables of im2col with the indices of outputs, weights and channels beside them. */
export function im2colTables(document: ConvDocument, product: Im2col): Im2colTables {
  const { steps, window, groups } = traceOf(document);
  const { kind, group, left, right, result, sources } = product;
  const rowHeads = headsOf(document, { ...steps, channels: 1 }).map((indices) => indices.join(","));
  const weights = headsOf(document, window);
  const perGroup = steps.channels / groups;
  const channels = Array.from({ length: right ? perGroup : 1 }, (_, i) => [String(group * perGroup + i)]);
  const stamps = kind === "stamps";
  // Beside heads of several lines, the others end in the line of the channel.
  const tall = weights[0]?.length ?? 1;
  const blank = Array.from({ length: tall - 1 }, () => "\u00a0");
  const named = channels.map(([channel = ""]) => [...blank, perGroup > 1 ? channel : "\u00a0"]);
  return {
    left: valueTable("im2col-left", left.rows, left.columns, left.values, {
      rowHeads,
      columnHeads: stamps ? named : weights,
      isPadding: (place) => (sources[place] ?? -1) < 0,
    }),
    right:
      right &&
      valueTable("im2col-right", right.rows, right.columns, right.values, {
        rowHeads: stamps
          ? perGroup > 1
            ? channels.flat()
            : []
          : weights.map((indices) => indices.join(",")),
        columnHeads: stamps ? weights : named,
      }),
    result: valueTable("im2col-result", result.rows, result.columns, result.values, {
      columnHeads: stamps ? weights : named,
    }),
  };
}
