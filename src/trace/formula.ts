import type { ConvDocument } from "../model/document";
import { inputSizeOf, kernelSizeOf, paddingOf } from "../model/layer";
import {
  type FormulaNode,
  type FormulaSymbol,
  floorOf,
  minus,
  number,
  plus,
  product,
  type SignedTerm,
  sum,
  symbol,
  withNumbers,
} from "./formulaTree";

/** PyTorch counts padding per side (p) and adds 1 after the floor; d2l counts it in total (P) and adds s inside. */
export type FormulaNotation = "pytorch" | "d2l";

/** A letter that the notation uses for a longer expression. */
export interface FormulaDefinition {
  readonly symbol: FormulaSymbol;
  readonly symbolic: FormulaNode;
  readonly live: FormulaNode;
  readonly value: number;
}

/** The output size along one axis: the formula in letters and in numbers, and its division with remainder. */
export interface AxisFormula {
  readonly axis: "rows" | "columns";
  readonly notation: FormulaNotation;
  readonly inputSize: number;
  /** Padding cells before and after the input. */
  readonly before: number;
  readonly after: number;
  readonly kernelSize: number;
  readonly dilation: number;
  readonly stride: number;
  /** Cells from the first to the last tap: dilation·(kernelSize − 1) + 1, d2l's effective kernel size. */
  readonly span: number;
  /** dividend = quotient·divisor + remainder, with 0 ≤ remainder < divisor. */
  readonly dividend: number;
  readonly divisor: number;
  readonly quotient: number;
  /** Trailing padded cells that no window reaches; the same in both notations. */
  readonly remainder: number;
  /** Output size: quotient + 1 in PyTorch's notation, the quotient itself in d2l's. */
  readonly result: number;
  /** Whether both sides have the same padding. */
  readonly symmetric: boolean;
  readonly symbolic: FormulaNode;
  readonly live: FormulaNode;
  /** The shorthands of d2l's notation that are in use, in the order to read them; none in PyTorch's. */
  readonly definitions: readonly FormulaDefinition[];
}

/**
 * The output-size formula of a document's first layer, rows first.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html (Shape)
 * @see https://d2l.ai/chapter_convolutional-neural-networks/padding-and-strides.html
 */
export function formulaOf(
  document: ConvDocument,
  notation: FormulaNotation,
): readonly [rows: AxisFormula, columns: AxisFormula] {
  return [axisFormula(document, notation, 0), axisFormula(document, notation, 1)];
}

function axisFormula(document: ConvDocument, notation: FormulaNotation, axis: 0 | 1): AxisFormula {
  const layer = document.layers[0];
  const inputSize = inputSizeOf(document)[axis] ?? 1;
  const kernelSize = kernelSizeOf(layer)[axis] ?? 1;
  const [before, after] = paddingOf(document)[axis] ?? [0, 0];
  const stride = layer.stride[axis] ?? 1;
  const dilation = layer.dilation[axis] ?? 1;
  const span = dilation * (kernelSize - 1) + 1;
  const room = inputSize + before + after - span;
  const divisor = stride;
  const dividend = notation === "pytorch" ? room : room + stride;
  const quotient = Math.floor(dividend / divisor);
  const result = notation === "pytorch" ? quotient + 1 : quotient;
  const symmetric = before === after;
  const values: Readonly<Record<FormulaSymbol, number>> = {
    inputSize,
    kernelSize,
    effectiveKernelSize: span,
    stride,
    dilation,
    padding: before,
    paddingBefore: before,
    paddingAfter: after,
    paddingTotal: before + after,
    outputSize: result,
  };
  const symbolic = notation === "pytorch" ? pytorchFormula(symmetric) : d2lFormula(dilation);
  return {
    axis: axis === 0 ? "rows" : "columns",
    notation,
    inputSize,
    before,
    after,
    kernelSize,
    dilation,
    stride,
    span,
    dividend,
    divisor,
    quotient,
    remainder: dividend - quotient * divisor,
    result,
    symmetric,
    symbolic,
    live: withNumbers(symbolic, values),
    definitions:
      notation === "pytorch"
        ? []
        : d2lDefinitions(dilation, symmetric, before + after).map(([name, expression]) => ({
            symbol: name,
            symbolic: expression,
            live: withNumbers(expression, values),
            value: values[name],
          })),
  };
}

function pytorchFormula(symmetric: boolean): FormulaNode {
  const dividend = sum(
    plus(symbol("inputSize")),
    ...bothSides(symmetric),
    minus(product(symbol("dilation"), sum(plus(symbol("kernelSize")), minus(number(1))))),
    minus(number(1)),
  );
  return sum(plus(floorOf(dividend, symbol("stride"))), plus(number(1)));
}

function d2lFormula(dilation: number): FormulaNode {
  const dividend = sum(
    plus(symbol("inputSize")),
    minus(symbol(dilation > 1 ? "effectiveKernelSize" : "kernelSize")),
    plus(symbol("paddingTotal")),
    plus(symbol("stride")),
  );
  return floorOf(dividend, symbol("stride"));
}

function d2lDefinitions(
  dilation: number,
  symmetric: boolean,
  total: number,
): (readonly [FormulaSymbol, FormulaNode])[] {
  const definitions: (readonly [FormulaSymbol, FormulaNode])[] = [];
  if (dilation > 1) {
    const reach = product(symbol("dilation"), sum(plus(symbol("kernelSize")), minus(number(1))));
    definitions.push(["effectiveKernelSize", sum(plus(reach), plus(number(1)))]);
  }
  if (total > 0) definitions.push(["paddingTotal", sum(...bothSides(symmetric))]);
  return definitions;
}

function bothSides(symmetric: boolean): readonly SignedTerm[] {
  return symmetric
    ? [plus(product(number(2), symbol("padding")))]
    : [plus(symbol("paddingBefore")), plus(symbol("paddingAfter"))];
}
