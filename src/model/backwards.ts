import { conv } from "../core/conv";
import { convTranspose } from "../core/convTranspose";
import { flipKernel } from "../core/flipKernel";
import { isPool } from "../core/layer";
import type { ConvDocument, Grid } from "./document";
import { withFittingFollowers } from "./fittingChannels";
import { convOptionsOf, inputSizeOf, paddingOf, resolvedLayerOf } from "./layer";

/**
 * The same layer the other way round, on what it made: a convolution becomes a transposed one with the same kernel, which
 * gives back the size of the input though not its numbers, and a transposed one a convolution. The bias is 0, and there is
 * no activation.
 *
 * @returns the document itself for pooling, which has no kernel to run backwards
 */
export function runBackwards(document: ConvDocument): ConvDocument {
  const [layer, ...others] = document.layers;
  if (isPool(layer.op)) return document;
  const forward = layer.op !== "transposed";
  const { gradient: _, training: __, ...rest } = document;
  const input = outputOf(document);
  return withFittingFollowers({
    ...rest,
    input,
    layers: [
      {
        ...layer,
        op: forward ? "transposed" : "conv",
        // [Cout, Cin/groups, …] of a convolution is [Cin, Cout/groups, …] of the one that goes back.
        weight: layer.op === "conv-flipped" ? flipKernel(layer.weight) : layer.weight,
        bias: new Array<number>(document.input.shape[1] ?? 1).fill(0),
        padding: paddingOf(document),
        paddingMode: "zeros",
        activation: "none",
        outputPadding: forward ? remainders(document) : layer.stride.map(() => 0),
      },
      ...others,
    ],
  });
}

/** Cells at the end of each axis that no window of a convolution begins at: what sizes of one output differ by. */
export function remainders(document: ConvDocument): readonly number[] {
  const sizes = inputSizeOf(document);
  return resolvedLayerOf(document).axes.map(({ kernelSize, stride, padding, dilation }, axis) => {
    const span = dilation * (kernelSize - 1) + 1;
    return ((sizes[axis] ?? 1) + padding[0] + padding[1] - span) % stride;
  });
}

/** What a convolution or a transposed one makes of its input, after the activation. */
function outputOf(document: ConvDocument): Grid {
  const [{ op, weight, bias, activation, outputPadding }] = document.layers;
  const offsets = { shape: [bias.length], data: Float64Array.from(bias) };
  const options = convOptionsOf(document);
  const { shape, data } =
    op === "transposed"
      ? convTranspose(document.input, weight, offsets, { ...options, outputPadding })
      : conv(document.input, op === "conv-flipped" ? flipKernel(weight) : weight, offsets, options);
  return { shape, data: activation === "relu" ? data.map((sum) => Math.max(sum, 0)) : data };
}
