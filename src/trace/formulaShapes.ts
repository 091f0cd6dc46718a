import {
  type FormulaNode,
  type FormulaSymbol,
  minus,
  number,
  plus,
  product,
  roundedQuotient,
  type SignedTerm,
  sum,
  symbol,
} from "./formulaTree";

/** What decides which terms a size formula has. */
export interface FormulaShape {
  readonly notation: "pytorch" | "d2l";
  readonly rounding: "floor" | "ceil" | "none";
  /** Whether both sides have the same padding. */
  readonly symmetric: boolean;
  readonly dilated: boolean;
  readonly padded: boolean;
  /** Whether output padding adds cells. */
  readonly extended: boolean;
  /** Whether the division counts one window too many. */
  readonly dropped: boolean;
}

/** The output size in letters. */
export function formulaTree(shape: FormulaShape): FormulaNode {
  if (shape.rounding === "none") return transposedTree(shape);
  const { rounding, notation, dropped } = shape;
  const last = dropped ? [minus(number(1))] : [];
  if (notation === "d2l") {
    const dividend = sum(
      plus(symbol("inputSize")),
      minus(kernelOf(shape)),
      plus(symbol("paddingTotal")),
      plus(symbol("stride")),
    );
    const quotient = roundedQuotient(rounding, dividend, symbol("stride"));
    return dropped ? sum(plus(quotient), ...last) : quotient;
  }
  const dividend = sum(
    plus(symbol("inputSize")),
    ...bothSides(shape.symmetric, plus),
    minus(reach()),
    minus(number(1)),
  );
  return sum(plus(roundedQuotient(rounding, dividend, symbol("stride"))), plus(number(1)), ...last);
}

/** The shorthands that d2l's notation uses here, in the order to read them. */
export function shorthandsOf({
  notation,
  dilated,
  padded,
  symmetric,
}: FormulaShape): readonly (readonly [FormulaSymbol, FormulaNode])[] {
  if (notation === "pytorch") return [];
  const span = ["effectiveKernelSize", sum(plus(reach()), plus(number(1)))] as const;
  const total = ["paddingTotal", sum(...bothSides(symmetric, plus))] as const;
  return [...(dilated ? [span] : []), ...(padded ? [total] : [])];
}

/** How far the stamps lie apart, less what is cut off, and the last stamp. */
function transposedTree(shape: FormulaShape): FormulaNode {
  const apart = plus(product(sum(plus(symbol("inputSize")), minus(number(1))), symbol("stride")));
  const extra = shape.extended ? [plus(symbol("outputPadding"))] : [];
  if (shape.notation === "d2l") {
    return sum(apart, minus(symbol("paddingTotal")), plus(kernelOf(shape)), ...extra);
  }
  const cut = bothSides(shape.symmetric, minus);
  return sum(apart, ...cut, plus(reach()), ...extra, plus(number(1)));
}

function kernelOf({ dilated }: FormulaShape): FormulaNode {
  return symbol(dilated ? "effectiveKernelSize" : "kernelSize");
}

/** From the first tap to the last: d·(k − 1). */
function reach(): FormulaNode {
  return product(symbol("dilation"), sum(plus(symbol("kernelSize")), minus(number(1))));
}

function bothSides(symmetric: boolean, sign: (node: FormulaNode) => SignedTerm): readonly SignedTerm[] {
  return symmetric
    ? [sign(product(number(2), symbol("padding")))]
    : [sign(symbol("paddingBefore")), sign(symbol("paddingAfter"))];
}
