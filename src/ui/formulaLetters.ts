import type { FormulaNotation } from "../trace/formula";
import type { FormulaSymbol } from "../trace/formulaTree";

/** Which axis a formula is for; `both` where they have the same numbers. */
export type FormulaAxis = "rows" | "columns" | "both";

export interface Letter {
  readonly base: string;
  readonly index?: string;
  /** Whether the index is a word, set upright. */
  readonly word?: boolean;
}

/** The letter of a symbol: PyTorch's H, W and d2l's n with an index; an index only where the two axes differ. */
export function letterOf(symbol: FormulaSymbol, axis: FormulaAxis, notation: FormulaNotation): Letter {
  const columns = axis === "columns";
  const plain = (base: string): Letter => (axis === "both" ? { base } : { base, index: columns ? "w" : "h" });
  switch (symbol) {
    case "inputSize":
      return notation === "d2l" ? plain("n") : { base: columns ? "W" : "H" };
    case "outputSize":
      return { base: columns ? "W" : "H", index: "out", word: true };
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
      return { base: "p", index: columns ? "l" : "t" };
    case "paddingAfter":
      return { base: "p", index: columns ? "r" : "b" };
  }
}
