import { isPool, resolveLayer } from "../core/layer";
import type { ConvDocument } from "../model/document";
import { dimsOf, resolvedLayerOf } from "../model/layer";

/** What PyTorch does with an array of some shape: the shape of its answer, or its refusal. */
export type TorchReply =
  | { readonly output: readonly number[]; readonly refusal?: never }
  | { readonly refusal: string; readonly output?: never };

/**
 * What a document's first layer, which has weights, answers to an array of another shape, in PyTorch's own words (as of
 * version 1.13). Padding with sides that differ is put around the array first, as the exported code does; so are the padding
 * modes other than zeros, whose own refusals are not told here.
 *
 * @param shape all sizes of the array
 * @throws RangeError for a pooling layer
 */
export function torchReply(document: ConvDocument, shape: readonly number[]): TorchReply {
  const { op, weight, outputPadding } = document.layers[0];
  if (isPool(op)) throw new RangeError(`torchReply tells of layers with weights, got ${op}`);
  const dims = dimsOf(document);
  const { axes, groups, inChannels, paddingMode } = resolvedLayerOf(document);
  const transposed = op === "transposed";
  const before =
    !transposed && (paddingMode !== "zeros" || axes.some(({ padding }) => padding[0] !== padding[1]));
  const padded = before
    ? padTrailing(
        shape,
        axes.map(({ padding }) => padding[0] + padding[1]),
      )
    : shape;
  if (padded.length !== dims + 1 && padded.length !== dims + 2) {
    const name = `conv${transposed ? "_transpose" : ""}${dims}d`;
    return {
      refusal: `Expected ${dims + 1}D (unbatched) or ${dims + 2}D (batched) input to ${name}, but got input of size: [${padded.join(", ")}]`,
    };
  }
  const unbatched = padded.length === dims + 1;
  const batched = unbatched ? [1, ...padded] : padded;
  const channels = batched[1] as number;
  if (channels !== inChannels) {
    const given = transposed ? "transposed=1" : `groups=${groups}`;
    return {
      refusal: `Given ${given}, weight of size [${weight.shape.join(", ")}], expected input[${batched.join(", ")}] to have ${inChannels} channels, but got ${channels} channels instead`,
    };
  }
  const size = batched.slice(2);
  const room = size.map((cells, axis) => {
    const padding = axes[axis]?.padding ?? [0, 0];
    return cells + (before ? 0 : padding[0] + padding[1]);
  });
  const spans = axes.map(({ kernelSize, dilation }) => dilation * (kernelSize - 1) + 1);
  if (!transposed && room.some((cells, axis) => cells < (spans[axis] ?? 1))) {
    return {
      refusal: `Calculated padded input size per channel: (${room.join(" x ")}). Kernel size: (${spans.join(" x ")}). Kernel size can't be greater than actual input size`,
    };
  }
  const answer = resolveLayer(
    op,
    [1, inChannels, ...shape.slice(-dims)],
    {
      weightShape: weight.shape,
      stride: axes.map(({ stride }) => stride),
      padding: axes.map(({ padding }) => padding),
      dilation: axes.map(({ dilation }) => dilation),
      groups,
      outputPadding,
    },
    dims,
  );
  if (answer.outputSize.some((cells) => cells < 1)) {
    return {
      refusal: `Given input size per channel: (${size.join(" x ")}). Calculated output size per channel: (${answer.outputSize.join(" x ")}). Output size is too small`,
    };
  }
  const output = [answer.outChannels, ...answer.outputSize];
  return { output: unbatched ? output : [1, ...output] };
}

/** The shape with cells added to its last axes. */
function padTrailing(shape: readonly number[], added: readonly number[]): readonly number[] {
  const first = shape.length - added.length;
  return shape.map((size, at) => size + (added[at - first] ?? 0));
}
