import type { FormulaNotation, SpatialAxis } from "../trace/formula";
import type { FormulaSymbol } from "../trace/formulaTree";

/** Which axis a formula is for: one by its name, the only one (`length`), or two or three with the same numbers. */
export type FormulaAxis = SpatialAxis | "length" | "both" | "all";

export interface Letter {
  readonly base: string;
  readonly index?: string;
  /** Whether the index is a word, set upright. */
  readonly word?: boolean;
}

const sizes: Readonly<Record<FormulaAxis, string>> = {
  depth: "D",
  rows: "H",
  columns: "W",
  length: "L",
  both: "H",
  all: "D",
};

/** Of an axis among others; there is no index where one formula says it for all. */
const indices: Partial<Readonly<Record<FormulaAxis, string>>> = { depth: "d", rows: "h", columns: "w" };

const edges: Readonly<Record<FormulaAxis, readonly [before: string, after: string]>> = {
  depth: ["front", "back"],
  rows: ["t", "b"],
  columns: ["l", "r"],
  length: ["l", "r"],
  both: ["t", "b"],
  all: ["front", "back"],
};

/** The letter of a symbol: PyTorch's D, H, W (L of one axis) and d2l's n with an index; an index only where axes differ. */
export function letterOf(symbol: FormulaSymbol, axis: FormulaAxis, notation: FormulaNotation): Letter {
  const index = indices[axis];
  const plain = (base: string): Letter => (index ? { base, index } : { base });
  const edge = (name: string): Letter => ({ base: "p", index: name, word: name.length > 1 });
  switch (symbol) {
    case "inputSize":
      return notation === "d2l" ? plain("n") : { base: sizes[axis] };
    case "outputSize":
      return { base: sizes[axis], index: "out", word: true };
    case "kernelSize":
      return plain("k");
    case "effectiveKernelSize":
      // With the italic letter itself: two signs in one identifier are set upright.
      return plain("\u{1d458}′");
    case "stride":
      return plain("s");
    case "dilation":
      return plain("d");
    case "padding":
      return plain("p");
    case "paddingTotal":
      return plain("P");
    case "paddingBefore":
      return edge(edges[axis][0]);
    case "paddingAfter":
      return edge(edges[axis][1]);
    case "outputPadding":
      return { base: "p", index: "out", word: true };
  }
}
