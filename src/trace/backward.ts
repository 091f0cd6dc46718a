import { convGradients } from "../core/convGradients";
import { convTransposeGradients } from "../core/convTransposeGradients";
import { flipKernel } from "../core/flipKernel";
import { avgPoolGradients, maxPoolGradients } from "../core/poolGradients";
import type { ConvDocument } from "../model/document";
import { gradientOf } from "../model/gradient";
import { convOptionsOf } from "../model/layer";
import { cellsIn, type Extent } from "./extent";
import { traceOf } from "./trace";

/** How a loss changes with everything in the first layer, from how it changes with its outputs. All in scan order. */
export interface Backward {
  /** With each output. */
  readonly output: Float64Array;
  /** With each sum before the activation: where ReLU has cut a sum off, nothing comes back. */
  readonly sums: Float64Array;
  /** How many outputs' gradients the activation holds back. */
  readonly held: number;
  readonly input: Float64Array;
  /** With each weight, as the weights lie on the window; null for pooling. */
  readonly weight: Float64Array | null;
  /** With each bias; null for pooling. */
  readonly bias: Float64Array | null;
}

const known = new WeakMap<ConvDocument, Backward>();

/** What comes back through a document's first layer, computed once for each. */
export function backwardOf(document: ConvDocument): Backward {
  const cached = known.get(document);
  if (cached) return cached;
  const backward = computeBackward(document);
  known.set(document, backward);
  return backward;
}

function computeBackward(document: ConvDocument): Backward {
  const { sums: before } = traceOf(document);
  const relu = document.layers[0].activation === "relu";
  const output = gradientOf(document).data;
  // At 0 itself ReLU's slope counts as 0, as in PyTorch.
  const sums = relu ? output.map((slope, i) => ((before[i] ?? 0) > 0 ? slope : 0)) : output;
  const held = output.reduce((count, slope, i) => (slope !== sums[i] ? count + 1 : count), 0);
  return { output, sums, held, ...gradients(document, sums) };
}

function gradients(document: ConvDocument, sums: Float64Array): Pick<Backward, "input" | "weight" | "bias"> {
  const { input } = document;
  const { op, weight, outputPadding, ceilMode, countIncludePad } = document.layers[0];
  const slope = { shape: gradientOf(document).shape, data: sums };
  const options = convOptionsOf(document);
  const pooling = { ...options, kernelSize: weight.shape.slice(2), ceilMode };
  switch (op) {
    case "conv":
      return parts(convGradients(input, weight, slope, options));
    case "conv-flipped":
      return parts(convGradients(input, flipKernel(weight), slope, options));
    case "transposed":
      return parts(convTransposeGradients(input, weight, slope, { ...options, outputPadding }));
    case "max-pool":
      return { input: maxPoolGradients(input, slope, pooling).input.data, weight: null, bias: null };
    case "avg-pool":
      return {
        input: avgPoolGradients(input, slope, { ...pooling, countIncludePad }).input.data,
        weight: null,
        bias: null,
      };
  }
}

function parts({ input, weight, bias }: ReturnType<typeof convGradients<Float64Array>>) {
  return { input: input.data, weight: Float64Array.from(weight.data), bias: bias.data };
}

/** Numbers with how far they go. */
export interface Sheetful {
  readonly extent: Extent;
  readonly values: Float64Array;
}

/** The gradient of the input as a correlation: the output's, padded, with the kernel turned by 180°. */
export interface TurnedCorrelation {
  readonly padded: Sheetful;
  readonly kernel: Sheetful;
  /** Cells before and after, of depth, rows and columns. */
  readonly padding: readonly (readonly [number, number])[];
}

/**
 * How the input's gradient comes out of a plain correlation; null where it doesn't: with a stride or a dilation, with padding
 * that repeats cells or is wider than the kernel, with more than one channel, and for other operations.
 */
export function turnedCorrelation(document: ConvDocument): TurnedCorrelation | null {
  const trace = traceOf(document);
  const { op, axes, input, output, window, kernel } = trace;
  const { paddingMode } = document.layers[0];
  const plain = (op === "conv" || op === "conv-flipped") && input.channels === 1 && output.channels === 1;
  const zeros = paddingMode === "zeros" || axes.every(({ padding }) => padding[0] + padding[1] === 0);
  const close = axes.every(
    ({ stride, dilation, padding, kernelSize }) =>
      stride === 1 && dilation === 1 && Math.max(...padding) < kernelSize,
  );
  if (!plain || !zeros || !close) return null;
  const padding = axes.map(
    ({ kernelSize, padding: [before, after] }) => [kernelSize - 1 - before, kernelSize - 1 - after] as const,
  );
  return {
    padded: paddedSheets(output, backwardOf(document).sums, padding),
    kernel: { extent: window, values: kernel.slice().reverse() },
    padding,
  };
}

function paddedSheets(
  { depth, rows, columns }: Extent,
  values: Float64Array,
  padding: readonly (readonly [number, number])[],
): Sheetful {
  const [deep = [0, 0], down = [0, 0], across = [0, 0]] = padding;
  const extent = {
    channels: 1,
    depth: depth + deep[0] + deep[1],
    rows: rows + down[0] + down[1],
    columns: columns + across[0] + across[1],
  };
  const padded = new Float64Array(cellsIn(extent));
  for (const [i, value] of values.entries()) {
    const d = Math.floor(i / (rows * columns)) + deep[0];
    const r = (Math.floor(i / columns) % rows) + down[0];
    padded[(d * extent.rows + r) * extent.columns + (i % columns) + across[0]] = value;
  }
  return { extent, values: padded };
}
