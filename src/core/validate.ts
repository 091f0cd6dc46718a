import { isPool, type Layer, resolveLayer, spatialRank } from "./layer";
import type { AxisSpec, LayerOptions, Op, Padding, PaddingMode } from "./options";
import { windowSpan } from "./outputSize";
import { type Problem, type ProblemCode, problem, problemText } from "./problem";
import { cellCount } from "./tensor";

export type { Problem } from "./problem";

/** Multiply-adds from which a computation is asked about first, and past which it is refused. */
export const WORK_TO_CONFIRM = 2e7;
export const WORK_LIMIT = 1e9;
/** Numbers that one tensor may hold. */
export const TENSOR_LIMIT = 4e6;

/**
 * What is wrong with a layer on an input, shape arithmetic only: nothing is allocated. Empty when all is fine. Every
 * operation refuses with a RangeError exactly what has the severity `error` here.
 *
 * @param inputShape `[N, C, …spatial]`, or the spatial axes alone (then channels are not looked at)
 */
export function validate(op: Op, inputShape: readonly number[], options: LayerOptions): Problem[] {
  const rank = spatialRank(op, inputShape, options);
  const malformed = shapeProblems(inputShape, options, rank);
  if (malformed.length > 0) return malformed;
  return layerProblems(resolveLayer(op, inputShape, options, rank), options);
}

/** The resolved layer. @throws RangeError with the first problem's sentences if the layer is refused */
export function requireLayer(op: Op, inputShape: readonly number[], options: LayerOptions): Layer {
  const rank = spatialRank(op, inputShape, options);
  let problems = shapeProblems(inputShape, options, rank);
  if (problems.length === 0) {
    const layer = resolveLayer(op, inputShape, options, rank);
    problems = layerProblems(layer, options);
    if (!problems.some(({ severity }) => severity === "error")) return layer;
  }
  const first = problems.find(({ severity }) => severity === "error") as Problem;
  throw new RangeError(problemText(first));
}

const paddingModes: readonly PaddingMode[] = ["zeros", "reflect", "replicate", "circular"];

const lists = ["kernelSize", "stride", "padding", "dilation", "outputPadding"] as const;

function shapeProblems(inputShape: readonly number[], options: LayerOptions, rank: number): Problem[] {
  const { length } = inputShape;
  if (!(rank === 1 || rank === 2 || rank === 3) || (length !== rank && length !== rank + 2)) {
    return [problem("wrong-rank", { shape: inputShape.join(", "), dims: rank })];
  }
  const { weightShape, kernelSize, stride, padding, dilation, outputPadding } = options;
  const sound =
    (weightShape !== undefined || (kernelSize !== undefined && fits(kernelSize, rank))) &&
    fits(stride, rank) &&
    fits(padding, rank) &&
    fits(dilation, rank) &&
    fits(outputPadding, rank);
  if (sound) return [];
  if (weightShape === undefined && kernelSize === undefined) return [problem("kernel-size-missing")];
  const found: Problem[] = [];
  for (const name of lists) {
    const value = options[name];
    if (typeof value === "object" && !fits(value, rank) && !(name === "kernelSize" && weightShape)) {
      found.push(problem("wrong-length", { name, dims: rank, length: value.length }, name));
    }
  }
  return found;
}

function fits(value: Padding | undefined, rank: number): boolean {
  return typeof value !== "object" || value.length === rank;
}

function layerProblems(layer: Layer, options: LayerOptions): Problem[] {
  const found = numberProblems(layer);
  if (found.length > 0) return found;
  groupProblems(layer, options, found);
  paddingProblems(layer, found);
  if (layer.op === "transposed") transposedProblems(layer, found);
  else if (found.length === 0) fitProblems(layer, found);
  if (found.length === 0) sizeProblems(layer, found);
  if (options.same !== undefined && layer.axes.some(({ stride }) => stride > 1)) {
    found.push(problem("same-with-stride"));
  }
  return found;
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

function numberProblems(layer: Layer): Problem[] {
  const { op, batch, inChannels, outChannels, groups, inputSize, outputPadding, paddingMode } = layer;
  const found: Problem[] = [];
  if (!isWhole(groups, 1)) add(found, "groups-not-positive");
  else {
    sizeProblem(found, batch);
    sizeProblem(found, inChannels);
    sizeProblem(found, outChannels);
  }
  for (const size of inputSize) sizeProblem(found, size);
  for (const { kernelSize, stride, padding, dilation } of layer.axes) {
    if (!isWhole(kernelSize, 1)) add(found, "kernel-not-positive");
    if (!isWhole(stride, 1)) add(found, "stride-not-positive");
    if (padding[0] < 0 || padding[1] < 0) add(found, "padding-negative");
    else if (!isWhole(padding[0], 0) || !isWhole(padding[1], 0)) add(found, "padding-not-whole");
    if (dilation < 1) add(found, "dilation-not-positive");
    else if (!isWhole(dilation, 1)) add(found, "dilation-not-whole");
    else if (op === "avg-pool" && dilation > 1) add(found, "dilation-not-allowed");
  }
  if (op === "transposed") {
    for (const cells of outputPadding) if (!isWhole(cells, 0)) add(found, "output-padding-not-whole");
  }
  if (paddingMode !== "zeros") {
    if (!paddingModes.includes(paddingMode)) add(found, "padding-mode-unknown");
    else if (isPool(op) || op === "transposed") {
      found.push(problem("padding-mode-not-allowed", { mode: paddingMode }));
    }
  }
  return found;
}

/** A problem is said once, however many axes have it. */
function add(found: Problem[], code: ProblemCode): void {
  if (!found.some((other) => other.code === code)) found.push(problem(code));
}

function sizeProblem(found: Problem[], value: number): void {
  if (!isWhole(value, 1)) found.push(problem("size-out-of-range", { value }));
}

function groupProblems(layer: Layer, options: LayerOptions, found: Problem[]): void {
  const { op, groups, inChannels, outChannels } = layer;
  const { weightShape } = options;
  if (isPool(op)) return;
  // Without a say on the output channels, there can be as many as the groups need.
  const free = weightShape === undefined && options.outChannels === undefined;
  const allowed = () => divisorsOf(inChannels, free ? inChannels : outChannels).join(", ");
  if (inChannels % groups !== 0) {
    found.push(problem("groups-not-divisor", { channels: inChannels, groups, allowed: allowed() }));
  } else if (outChannels % groups !== 0) {
    found.push(problem("groups-not-divisor-out", { channels: outChannels, groups, allowed: allowed() }));
  } else if (weightShape) {
    const expected = op === "transposed" ? (weightShape[0] as number) : (weightShape[1] as number) * groups;
    if (expected !== inChannels) found.push(problem("weight-channels", { expected, channels: inChannels }));
  }
}

/** Divisors of the input channels, those that divide the output channels too. */
function divisorsOf(inChannels: number, outChannels: number): number[] {
  const divisors: number[] = [];
  for (let d = 1; d <= inChannels; d++) {
    if (inChannels % d === 0 && outChannels % d === 0) divisors.push(d);
  }
  return divisors;
}

function paddingProblems({ op, axes, inputSize, paddingMode }: Layer, found: Problem[]): void {
  for (let axis = 0; axis < axes.length; axis++) {
    const { padding, kernelSize } = axes[axis] as AxisSpec;
    const size = inputSize[axis] as number;
    const largest = Math.max(padding[0], padding[1]);
    if (paddingMode === "reflect" && largest >= size && largest > 0) {
      found.push(problem("reflect-too-large", { limit: size - 1 }));
      return;
    }
    if (paddingMode === "circular" && largest > size) {
      found.push(problem("circular-too-large", { limit: size }));
      return;
    }
    if (isPool(op) && largest > Math.floor(kernelSize / 2)) {
      found.push(problem("pool-padding-too-large", { limit: Math.floor(kernelSize / 2) }));
      return;
    }
  }
  // PyTorch's avg_pool3d alone compares the window with the input before padding.
  if (
    op === "avg-pool" &&
    axes.length === 3 &&
    axes.some((spec, i) => spec.kernelSize > (inputSize[i] as number))
  ) {
    found.push(problem("window-over-input", { limit: inputSize.join("×") }));
  }
}

function transposedProblems({ axes, outputPadding, outputSize }: Layer, found: Problem[]): void {
  if (
    axes.some(({ stride, dilation }, axis) => (outputPadding[axis] as number) >= Math.max(stride, dilation))
  ) {
    found.push(problem("output-padding-too-large"));
  }
  const size = outputSize.find((cells) => cells < 1);
  if (size !== undefined) found.push(problem("output-empty", { size }));
}

function fitProblems({ op, axes, inputSize, outputSize, paddingMode }: Layer, found: Problem[]): void {
  let axis = 0;
  while (axis < axes.length && (outputSize[axis] as number) >= 1) axis++;
  if (axis === axes.length) return;
  const paddedSizes = axes.map(({ padding }, i) => (inputSize[i] as number) + padding[0] + padding[1]);
  const { kernelSize, dilation } = axes[axis] as AxisSpec;
  if (dilation > 1) {
    const span = windowSpan(axes[axis] as AxisSpec);
    found.push(
      problem("kernel-span-too-large", {
        kernel: kernelSize,
        dilation,
        span,
        padded: paddedSizes[axis] as number,
      }),
    );
    return;
  }
  const kernel = axes.map((spec) => spec.kernelSize).join("×");
  const padded = paddedSizes.join("×");
  const padding = Math.max(
    ...axes.map((spec, i) => Math.ceil((windowSpan(spec) - (inputSize[i] as number)) / 2)),
  );
  const possible = axes.every((spec, i) => {
    const size = inputSize[i] as number;
    if (isPool(op)) return padding <= Math.floor(spec.kernelSize / 2);
    return paddingMode === "reflect" ? padding < size : paddingMode !== "circular" || padding <= size;
  });
  if (!possible) found.push(problem("kernel-too-large-unpaddable", { kernel, padded }));
  else if (axes.every((spec) => spec.padding[0] === 0 && spec.padding[1] === 0)) {
    found.push(problem("kernel-too-large", { kernel, padded, padding }));
  } else found.push(problem("kernel-too-large-padded", { kernel, padded, padding }));
}

function sizeProblems(layer: Layer, found: Problem[]): void {
  const { op, batch, inChannels, outChannels, groups, inputSize, outputSize, axes } = layer;
  let kernelCells = isPool(op) ? 0 : (inChannels / groups) * outChannels;
  for (const { kernelSize } of axes) kernelCells *= kernelSize;
  const inputCells = batch * inChannels * cellCount(inputSize);
  const outputCells = batch * outChannels * cellCount(outputSize);
  const numbers = Math.max(inputCells, outputCells, kernelCells);
  const work = layerWork(layer);
  if (numbers > TENSOR_LIMIT) found.push(problem("tensor-too-large", { numbers, limit: TENSOR_LIMIT }));
  else if (work > WORK_LIMIT) found.push(problem("work-too-large", { work, limit: WORK_LIMIT }));
  else if (work > WORK_TO_CONFIRM) found.push(problem("work-to-confirm", { work }));
}

/** Kernel cells visited for the whole output: multiply-adds of a convolution, comparisons or additions of a pooling. */
export function layerWork(layer: Layer): number {
  const { op, batch, inChannels, outChannels, groups, inputSize, outputSize, axes } = layer;
  const windows = op === "transposed" ? inputSize : outputSize;
  let work = batch * inChannels * (isPool(op) ? 1 : outChannels / groups) * cellCount(windows);
  for (const { kernelSize } of axes) work *= kernelSize;
  return work;
}
