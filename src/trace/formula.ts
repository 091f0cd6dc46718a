import type { Layer as ResolvedLayer } from "../core/layer";
import type { ConvDocument } from "../model/document";
import { resolvedLayerOf } from "../model/layer";
import { type FormulaShape, formulaTree, shorthandsOf } from "./formulaShapes";
import { type FormulaNode, type FormulaSymbol, withNumbers } from "./formulaTree";

/** PyTorch counts padding per side (p) and adds 1 after the floor; d2l counts it in total (P) and adds s inside. */
export type FormulaNotation = "pytorch" | "d2l";

/** A spatial axis; the only one of a 1-D layer is its columns. */
export type SpatialAxis = "depth" | "rows" | "columns";

/** A letter that the notation uses for a longer expression. */
export interface FormulaDefinition {
  readonly symbol: FormulaSymbol;
  readonly symbolic: FormulaNode;
  readonly live: FormulaNode;
  readonly value: number;
}

/** The output size along one axis: the formula in letters and in numbers, and its division with remainder. */
export interface AxisFormula {
  readonly axis: SpatialAxis;
  readonly notation: FormulaNotation;
  /** How the division is rounded: down, up for pooling in ceil mode; a transposed layer multiplies and has none. */
  readonly rounding: "floor" | "ceil" | "none";
  readonly inputSize: number;
  /** Padding cells before and after the input; of a transposed layer, cells cut off the output. */
  readonly before: number;
  readonly after: number;
  readonly kernelSize: number;
  readonly dilation: number;
  readonly stride: number;
  /** Cells from the first to the last tap: dilation·(kernelSize − 1) + 1, d2l's effective kernel size. */
  readonly span: number;
  /** Cells added after the output of a transposed layer; 0 for the others. */
  readonly outputPadding: number;
  /** What is divided, by the stride; of a transposed layer the result, by 1. */
  readonly dividend: number;
  readonly divisor: number;
  /** The division as rounded: dividend = quotient·divisor + remainder, or − overhang in ceil mode. */
  readonly quotient: number;
  /** Rounded down: trailing padded cells that no window reaches, the same in both notations. Else 0. */
  readonly remainder: number;
  /** Rounded up: cells that the last window counted by the division hangs over the padded input. Else 0. */
  readonly overhang: number;
  /** Whether the division counts a last window that would start past the input, which PyTorch leaves out. */
  readonly dropped: boolean;
  /** Output size. */
  readonly result: number;
  /** Whether both sides have the same padding. */
  readonly symmetric: boolean;
  readonly symbolic: FormulaNode;
  readonly live: FormulaNode;
  /** The shorthands of d2l's notation that are in use, in the order to read them; none in PyTorch's. */
  readonly definitions: readonly FormulaDefinition[];
}

/**
 * The output-size formula of a document's first layer, one for each of its 1 to 3 axes, outermost first.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html (Shape)
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html (Shape)
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html (ceil_mode)
 * @see https://d2l.ai/chapter_convolutional-neural-networks/padding-and-strides.html
 */
export function formulaOf(document: ConvDocument, notation: FormulaNotation): readonly AxisFormula[] {
  const layer = resolvedLayerOf(document);
  return layer.axes.map((_, index) => axisFormula(document, layer, notation, index));
}

/** What the axes of a document are called, outermost first: one axis is its columns, two are rows and columns. */
export function axisNames(dims: number): readonly SpatialAxis[] {
  return (["depth", "rows", "columns"] as const).slice(3 - dims);
}

function axisFormula(
  document: ConvDocument,
  layer: ResolvedLayer,
  notation: FormulaNotation,
  index: number,
): AxisFormula {
  const { kernelSize = 1, stride = 1, dilation = 1, padding = [0, 0] } = layer.axes[index] ?? {};
  const [before, after] = padding;
  const inputSize = layer.inputSize[index] ?? 1;
  const outputPadding = layer.outputPadding[index] ?? 0;
  const result = layer.outputSize[index] ?? 1;
  const transposed = layer.op === "transposed";
  const pooled = layer.op === "max-pool" || layer.op === "avg-pool";
  const rounding = transposed ? "none" : pooled && document.layers[0].ceilMode ? "ceil" : "floor";
  const span = dilation * (kernelSize - 1) + 1;
  const room = inputSize + before + after - span;
  const dividend = transposed ? result : notation === "pytorch" ? room : room + stride;
  const divisor = transposed ? 1 : stride;
  const quotient = rounding === "ceil" ? Math.ceil(dividend / divisor) : Math.floor(dividend / divisor);
  const counted = transposed || notation === "d2l" ? quotient : quotient + 1;
  const shape: FormulaShape = {
    notation,
    rounding,
    symmetric: before === after,
    dilated: dilation > 1,
    padded: before + after > 0,
    extended: transposed && outputPadding > 0,
    dropped: counted > result,
  };
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
    outputPadding,
    outputSize: result,
  };
  const symbolic = formulaTree(shape);
  return {
    axis: axisNames(layer.axes.length)[index] ?? "columns",
    notation,
    rounding,
    inputSize,
    before,
    after,
    kernelSize,
    dilation,
    stride,
    span,
    outputPadding: transposed ? outputPadding : 0,
    dividend,
    divisor,
    quotient,
    remainder: Math.max(0, dividend - quotient * divisor),
    overhang: Math.max(0, quotient * divisor - dividend),
    dropped: shape.dropped,
    result,
    symmetric: shape.symmetric,
    symbolic,
    live: withNumbers(symbolic, values),
    definitions: shorthandsOf(shape).map(([name, expression]) => ({
      symbol: name,
      symbolic: expression,
      live: withNumbers(expression, values),
      value: values[name],
    })),
  };
}
