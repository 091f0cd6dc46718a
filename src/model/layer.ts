import { type Layer as ResolvedLayer, resolveLayer } from "../core/layer";
import type { AxisSpec, ConvOptions, Pads } from "../core/options";
import { samePadding } from "../core/samePadding";
import { cellCount } from "../core/tensor";
import type { ConvDocument, Layer, PaddingChoice } from "./document";
import { params } from "./params";

/** How many axes the window slides along: 1, 2 or 3. */
export function dimsOf({ input }: ConvDocument): number {
  return input.shape.length - 2;
}

/** Length of the kernel along each spatial axis. */
export function kernelSizeOf(layer: Layer): readonly number[] {
  return layer.weight.shape.slice(2);
}

/** Length of the input along each spatial axis. */
export function inputSizeOf(document: ConvDocument): readonly number[] {
  return document.input.shape.slice(2);
}

/** Channels of the input. */
export function inChannelsOf({ input }: ConvDocument): number {
  return input.shape[1] ?? 1;
}

/** Channels that a layer's weights lead to, one bias each; a pooling has weights too, which wait. */
export function outChannelsOf({ op, weight, groups }: Pick<Layer, "op" | "weight" | "groups">): number {
  const [first = 1, second = 1] = weight.shape;
  return op === "transposed" ? second * groups : first;
}

/** Whether the padding is a rule that keeps the size rather than cells that were chosen. */
export function isSame(padding: PaddingChoice): padding is Exclude<PaddingChoice, readonly Pads[]> {
  return "same" in padding;
}

/**
 * Padding of the first layer per axis, in cells; a `same` rule is resolved for the input.
 *
 * @throws RangeError if a size, stride or dilation that `same` needs is not an integer ≥ 1
 */
export function paddingOf(document: ConvDocument): readonly Pads[] {
  const { padding, stride, dilation, weight } = document.layers[0];
  if (!isSame(padding)) return padding;
  const kernel = weight.shape.slice(2);
  return inputSizeOf(document).map((size, axis) =>
    samePadding(
      size,
      { kernelSize: kernel[axis] ?? 1, stride: stride[axis] ?? 1, dilation: dilation[axis] ?? 1 },
      padding.same,
    ),
  );
}

/** The first layer along each spatial axis, padding resolved. */
export function axesOf(document: ConvDocument): readonly AxisSpec[] {
  const { stride, dilation, weight } = document.layers[0];
  return paddingOf(document).map((padding, axis) => ({
    kernelSize: weight.shape[axis + 2] ?? 1,
    stride: stride[axis] ?? 1,
    dilation: dilation[axis] ?? 1,
    padding,
  }));
}

/** The first layer as the core's options, padding resolved. */
export function convOptionsOf(document: ConvDocument): Required<ConvOptions> {
  const { stride, dilation, groups, paddingMode } = document.layers[0];
  return { stride, dilation, groups, paddingMode, padding: paddingOf(document) };
}

/** The first layer on its input, every option resolved; in a document there is nothing to judge. */
export function resolvedLayerOf(document: ConvDocument): ResolvedLayer {
  const { op, weight, outputPadding, ceilMode } = document.layers[0];
  const options = { ...convOptionsOf(document), weightShape: weight.shape, outputPadding, ceilMode };
  return resolveLayer(op, document.input.shape, options, weight.shape.length - 2);
}

/** The stride of a pooling whose windows stand side by side, as far as a stride goes. */
export function windowStride(layer: Pick<Layer, "weight">): readonly number[] {
  return layer.weight.shape.slice(2).map((size) => Math.min(size, params.stride.max));
}

/** The last step of playback: there is one for each output, or for each input of a transposed layer. */
export function lastStepOf(document: ConvDocument): number {
  const { op, inChannels, outChannels, inputSize, outputSize } = resolvedLayerOf(document);
  const steps = op === "transposed" ? [inChannels, ...inputSize] : [outChannels, ...outputSize];
  return cellCount(steps) - 1;
}

/** The document with its first layer changed. */
export function withLayer(document: ConvDocument, change: Partial<Layer>): ConvDocument {
  const [first, ...others] = document.layers;
  return { ...document, layers: [{ ...first, ...change }, ...others] };
}
