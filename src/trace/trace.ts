import { axisTaps } from "../core/axisTaps";
import { flipKernel } from "../core/flipKernel";
import { isPool, type Layer as ResolvedLayer } from "../core/layer";
import type { AxisSpec, Op } from "../core/options";
import { stampSums } from "../core/stampSums";
import { cellCount } from "../core/tensor";
import { correlate, windowGrid } from "../core/windowLoops";
import { windowDivisors, windowMeans } from "../core/windowMeans";
import { windowWinners } from "../core/windowWinners";
import type { ConvDocument } from "../model/document";
import { kernelSizeOf, resolvedLayerOf } from "../model/layer";
import { cellsIn, type Extent, extent, inputExtent, onThreeAxes } from "./extent";

const UNIT_AXIS: AxisSpec = { kernelSize: 1, stride: 1, padding: [0, 0], dilation: 1 };

/**
 * What happens, step by step, when a document's first layer works. A convolution or a pooling computes output n at step n, in
 * scan order of channels, depth, rows and columns; a transposed convolution stamps the kernel for input n.
 */
export interface Trace {
  readonly op: Op;
  readonly input: Extent;
  readonly output: Extent;
  /** What is stepped through: the output, or the input of a transposed layer. */
  readonly steps: Extent;
  /**
   * What lies in the window at one step: of the input the channels of the output's group; of a transposed layer those of the
   * output; of pooling one channel.
   */
  readonly window: Extent;
  readonly groups: number;
  /** Depth, rows, columns. */
  readonly axes: readonly [AxisSpec, AxisSpec, AxisSpec];
  /** All weights, in the shape of the layer's, as they lie on the window: turned by 180° for true convolution. */
  readonly kernel: Float64Array;
  /**
   * Of each axis, `[step · kernel]`: the cell of the window's side that lies under the kernel, −1 for one that is not there (a
   * padding zero, or what a transposed layer cuts off).
   */
  readonly taps: readonly [Int32Array, Int32Array, Int32Array];
  /** One number per output channel; 0 where there is none. */
  readonly bias: readonly number[];
  /** What each window's sum is divided by, of one channel's output in scan order; null but for average pooling. */
  readonly divisors: Float64Array | null;
  /** Every output before the activation. */
  readonly sums: Float64Array;
  /** The sums after the activation. */
  readonly values: Float64Array;
}

const known = new WeakMap<ConvDocument, Trace>();

/** The trace of a document, computed once for each. */
export function traceOf(document: ConvDocument): Trace {
  const cached = known.get(document);
  if (cached) return cached;
  const trace = computeTrace(document);
  known.set(document, trace);
  return trace;
}

/** How many steps there are: one for each output cell, or for each input cell of a transposed layer. */
export function stepCount(document: ConvDocument): number {
  const layer = resolvedLayerOf(document);
  const transposed = layer.op === "transposed";
  return cellsIn(
    extent(
      transposed ? layer.inChannels : layer.outChannels,
      transposed ? layer.inputSize : layer.outputSize,
    ),
  );
}

export function computeTrace(document: ConvDocument): Trace {
  const layer = document.layers[0];
  const { op } = layer;
  const resolved = steppedLayerOf(document);
  const { outChannels, groups, outputSize, paddingMode } = resolved;
  const input = inputExtent(document);
  const output = extent(outChannels, outputSize);
  const transposed = op === "transposed";
  const [steps, windowSide] = transposed ? [input, output] : [output, input];
  const axes = onThreeAxes(resolved.axes, UNIT_AXIS);
  const [depthAxis, rowAxis, columnAxis] = axes;
  const kernelChannels = isPool(op) ? 1 : windowSide.channels / groups;
  const kernel = op === "conv-flipped" ? flipKernel(layer.weight).data : layer.weight.data;
  const sums = sumsOf(document, resolved, kernel);
  return {
    op,
    input,
    output,
    steps,
    window: extent(kernelChannels, kernelSizeOf(layer)),
    groups,
    axes,
    kernel,
    taps: [
      axisTaps(windowSide.depth, depthAxis, paddingMode, steps.depth),
      axisTaps(windowSide.rows, rowAxis, paddingMode, steps.rows),
      axisTaps(windowSide.columns, columnAxis, paddingMode, steps.columns),
    ],
    bias: isPool(op) ? [] : layer.bias,
    divisors: op === "avg-pool" ? windowDivisors(resolved, layer.countIncludePad) : null,
    sums,
    values: layer.activation === "relu" ? sums.map((sum) => Math.max(0, sum)) : sums,
  };
}

/** A document's layer, resolved: only a convolution repeats its input on the padding. */
export function steppedLayerOf(document: ConvDocument): ResolvedLayer {
  const layer = resolvedLayerOf(document);
  const repeats = layer.op === "conv" || layer.op === "conv-flipped";
  return repeats ? layer : { ...layer, paddingMode: "zeros" };
}

/** A document is valid, so that the core need not judge it again. */
function sumsOf(document: ConvDocument, layer: ResolvedLayer, kernel: Float64Array): Float64Array {
  const input = document.input.data;
  const { bias, countIncludePad } = document.layers[0];
  switch (layer.op) {
    case "conv":
    case "conv-flipped": {
      const sums = new Float64Array(layer.batch * layer.outChannels * cellCount(layer.outputSize));
      correlate(windowGrid(layer), input, kernel, Float64Array.from(bias), sums);
      return sums;
    }
    case "transposed":
      return stampSums(layer, input, kernel, Float64Array.from(bias));
    case "max-pool":
      // Adding 0 turns a −0 of the input into 0.
      return Float64Array.from(
        windowWinners(layer, input),
        (at) => (input[at] ?? Number.NEGATIVE_INFINITY) + 0,
      );
    case "avg-pool":
      return windowMeans(layer, input, countIncludePad);
  }
}
