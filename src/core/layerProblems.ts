import { type Finding, finding, type ProblemField } from "./finding";
import { isPool, type Layer } from "./layer";
import { layerWork, TENSOR_LIMIT, WORK_LIMIT, WORK_TO_CONFIRM } from "./limits";
import type { AxisSpec, LayerOptions, PaddingMode } from "./options";
import { windowSpan } from "./outputSize";
import type { ProblemCode } from "./sentences";
import { cellCount } from "./tensor";

const paddingModes: readonly PaddingMode[] = ["zeros", "reflect", "replicate", "circular"];

/** What is wrong with a resolved layer. */
export function layerProblems(layer: Layer, options: LayerOptions): Finding[] {
  const found = numberProblems(layer);
  if (found.length > 0) return found;
  groupProblems(layer, options, found);
  paddingProblems(layer, found);
  if (layer.op === "transposed") transposedProblems(layer, found);
  else if (found.length === 0) fitProblems(layer, found);
  if (found.length === 0) sizeProblems(layer, found);
  if (options.same !== undefined && layer.axes.some(({ stride }) => stride > 1)) {
    found.push(finding("stride", "same-with-stride", {}, "note"));
  }
  return found;
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

function numberProblems(layer: Layer): Finding[] {
  const { op, batch, inChannels, outChannels, groups, inputSize, outputPadding, paddingMode } = layer;
  const found: Finding[] = [];
  if (!isWhole(groups, 1)) add(found, "groups", "groups-not-positive");
  else {
    sizeProblem(found, batch);
    sizeProblem(found, inChannels);
    sizeProblem(found, outChannels);
  }
  for (const size of inputSize) sizeProblem(found, size);
  for (const { kernelSize, stride, padding, dilation } of layer.axes) {
    if (!isWhole(kernelSize, 1)) add(found, "kernelSize", "kernel-not-positive");
    if (!isWhole(stride, 1)) add(found, "stride", "stride-not-positive");
    if (padding[0] < 0 || padding[1] < 0) add(found, "padding", "padding-negative");
    else if (!isWhole(padding[0], 0) || !isWhole(padding[1], 0)) add(found, "padding", "padding-not-whole");
    if (dilation < 1) add(found, "dilation", "dilation-not-positive");
    else if (!isWhole(dilation, 1)) add(found, "dilation", "dilation-not-whole");
    else if (op === "avg-pool" && dilation > 1) add(found, "dilation", "dilation-not-allowed");
  }
  if (op === "transposed") {
    for (const cells of outputPadding)
      if (!isWhole(cells, 0)) add(found, "outputPadding", "output-padding-not-whole");
  }
  if (paddingMode !== "zeros") {
    if (!paddingModes.includes(paddingMode)) add(found, "paddingMode", "padding-mode-unknown");
    else if (isPool(op) || op === "transposed") {
      found.push(finding("paddingMode", "padding-mode-not-allowed", { mode: paddingMode }));
    }
  }
  return found;
}

/** A problem is said once, however many axes have it. */
function add(found: Finding[], field: ProblemField, code: ProblemCode): void {
  if (!found.some((other) => other.code === code)) found.push(finding(field, code));
}

function sizeProblem(found: Finding[], value: number): void {
  if (!isWhole(value, 1)) found.push(finding("input", "size-out-of-range", { value }));
}

function groupProblems(layer: Layer, options: LayerOptions, found: Finding[]): void {
  const { op, groups, inChannels, outChannels } = layer;
  const { weightShape } = options;
  if (isPool(op)) return;
  // Without a say on the output channels, there can be as many as the groups need.
  const free = weightShape === undefined && options.outChannels === undefined;
  const allowed = () => divisorsOf(inChannels, free ? inChannels : outChannels).join(", ");
  if (inChannels % groups !== 0) {
    found.push(finding("groups", "groups-not-divisor", { channels: inChannels, groups, allowed: allowed() }));
  } else if (outChannels % groups !== 0) {
    found.push(
      finding("groups", "groups-not-divisor-out", { channels: outChannels, groups, allowed: allowed() }),
    );
  } else if (weightShape) {
    const expected = op === "transposed" ? (weightShape[0] as number) : (weightShape[1] as number) * groups;
    if (expected !== inChannels)
      found.push(finding("weight", "weight-channels", { expected, channels: inChannels }));
  }
}

/** Divisors of the input channels that divide the output channels too, as far as a tensor can have channels. */
function divisorsOf(inChannels: number, outChannels: number): number[] {
  const divisors: number[] = [];
  for (let d = 1; d <= Math.min(inChannels, outChannels, TENSOR_LIMIT); d++) {
    if (inChannels % d === 0 && outChannels % d === 0) divisors.push(d);
  }
  return divisors;
}

function paddingProblems({ op, axes, inputSize, paddingMode }: Layer, found: Finding[]): void {
  for (let axis = 0; axis < axes.length; axis++) {
    const { padding, kernelSize } = axes[axis] as AxisSpec;
    const size = inputSize[axis] as number;
    const largest = Math.max(padding[0], padding[1]);
    if (paddingMode === "reflect" && largest >= size && largest > 0) {
      found.push(finding("padding", "reflect-too-large", { limit: size - 1 }));
      return;
    }
    if (paddingMode === "circular" && largest > size) {
      found.push(finding("padding", "circular-too-large", { limit: size }));
      return;
    }
    if (isPool(op) && largest > Math.floor(kernelSize / 2)) {
      found.push(finding("padding", "pool-padding-too-large", { limit: Math.floor(kernelSize / 2) }));
      return;
    }
  }
  // PyTorch's avg_pool3d alone compares the window with the input before padding.
  if (
    op === "avg-pool" &&
    axes.length === 3 &&
    axes.some((spec, i) => spec.kernelSize > (inputSize[i] as number))
  ) {
    found.push(finding("kernelSize", "window-over-input", { limit: inputSize.join("×") }));
  }
}

function transposedProblems({ axes, outputPadding, outputSize }: Layer, found: Finding[]): void {
  if (
    axes.some(({ stride, dilation }, axis) => (outputPadding[axis] as number) >= Math.max(stride, dilation))
  ) {
    found.push(finding("outputPadding", "output-padding-too-large"));
  }
  const size = outputSize.find((cells) => cells < 1);
  if (size !== undefined) found.push(finding("padding", "output-empty", { size }));
}

function fitProblems({ op, axes, inputSize, outputSize, paddingMode }: Layer, found: Finding[]): void {
  let axis = 0;
  while (axis < axes.length && (outputSize[axis] as number) >= 1) axis++;
  if (axis === axes.length) return;
  const paddedSizes = axes.map(({ padding }, i) => (inputSize[i] as number) + padding[0] + padding[1]);
  const { kernelSize, dilation } = axes[axis] as AxisSpec;
  if (dilation > 1) {
    const span = windowSpan(axes[axis] as AxisSpec);
    found.push(
      finding("dilation", "kernel-span-too-large", {
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
  if (!possible) found.push(finding("kernelSize", "kernel-too-large-unpaddable", { kernel, padded }));
  else if (axes.every((spec) => spec.padding[0] === 0 && spec.padding[1] === 0)) {
    found.push(finding("kernelSize", "kernel-too-large", { kernel, padded, padding }));
  } else found.push(finding("kernelSize", "kernel-too-large-padded", { kernel, padded, padding }));
}

function sizeProblems(layer: Layer, found: Finding[]): void {
  const { op, batch, inChannels, outChannels, groups, inputSize, outputSize, axes } = layer;
  let kernelCells = isPool(op) ? 0 : (inChannels / groups) * outChannels;
  for (const { kernelSize } of axes) kernelCells *= kernelSize;
  const inputCells = batch * inChannels * cellCount(inputSize);
  const outputCells = batch * outChannels * cellCount(outputSize);
  const numbers = Math.max(inputCells, outputCells, kernelCells);
  const work = layerWork(layer);
  if (numbers > TENSOR_LIMIT)
    found.push(finding("input", "tensor-too-large", { numbers, limit: TENSOR_LIMIT }));
  else if (work > WORK_LIMIT) found.push(finding("input", "work-too-large", { work, limit: WORK_LIMIT }));
  else if (work > WORK_TO_CONFIRM) found.push(finding("input", "work-to-confirm", { work }, "confirm"));
}
