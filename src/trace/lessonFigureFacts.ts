import { layerDenseParameters, layerMultiplyAdds, layerParameters } from "../core/layerCounts";
import {
  dimsOf,
  inChannelsOf,
  inputSizeOf,
  isSame,
  kernelSizeOf,
  outChannelsOf,
  paddingOf,
  resolvedLayerOf,
} from "../model/layer";
import type { Fact } from "./lessonMoment";
import { nestedNumbers } from "./nestedNumbers";

/** What a lesson can ask about the figure as it is set: the first layer, its input, its time, its costs. */
export const figureFacts = {
  /** `explore`, `learn` or `stack` */
  view: ({ view }) => view,
  /** `conv`, `conv-flipped`, `transposed`, `max-pool`, `avg-pool` */
  op: ({ document }) => document.layers[0].op,
  /** Axes that the window slides along: 1, 2, 3 */
  dims: ({ document }) => dimsOf(document),
  /** The input's numbers: rows of columns; in 1-D one list; channels and slices as lists around them */
  input: ({ document }) => nestedNumbers(document.input.shape, document.input.data, dimsOf(document)),
  /** The kernel's numbers, in the same way; outermost the output channels, then the input channels */
  kernel: ({ document }) => {
    const { shape, data } = document.layers[0].weight;
    return nestedNumbers(shape, data, dimsOf(document));
  },
  /** One number per output channel */
  bias: ({ document }) => document.layers[0].bias,
  /** Along each axis; so are padding, dilation and the sizes */
  stride: ({ document }) => document.layers[0].stride,
  /** `[before, after]` along each axis */
  padding: ({ document }) => paddingOf(document),
  /** `none` where its cells were chosen, else the rule that keeps the size: `pytorch`, `d2l`, `tensorflow` */
  paddingRule: ({ document }) => {
    const { padding } = document.layers[0];
    return isSame(padding) ? padding.same : "none";
  },
  /** `zeros`, `reflect`, `replicate`, `circular` */
  paddingMode: ({ document }) => document.layers[0].paddingMode,
  dilation: ({ document }) => document.layers[0].dilation,
  groups: ({ document }) => document.layers[0].groups,
  /** `none`, `relu` */
  activation: ({ document }) => document.layers[0].activation,
  outputPadding: ({ document }) => document.layers[0].outputPadding,
  kernelSize: ({ document }) => kernelSizeOf(document.layers[0]),
  inputSize: ({ document }) => inputSizeOf(document),
  outputSize: ({ document }) => resolvedLayerOf(document).outputSize,
  inChannels: ({ document }) => inChannelsOf(document),
  outChannels: ({ document }) => outChannelsOf(document.layers[0]),
  /** As PyTorch writes them: `(N, C, …)` */
  inputShape: ({ document }) => document.input.shape,
  weightShape: ({ document }) => document.layers[0].weight.shape,
  outputShape: ({ document }) => {
    const { outChannels, outputSize } = resolvedLayerOf(document);
    return [1, outChannels, ...outputSize];
  },
  /** Weights, without biases */
  weights: ({ document }) => layerParameters(resolvedLayerOf(document), false),
  /** Weights and biases; biases that are all 0 do not count, as under the figure */
  parameters: ({ document }) => layerParameters(resolvedLayerOf(document), hasBias(document.layers[0].bias)),
  multiplyAdds: ({ document }) => layerMultiplyAdds(resolvedLayerOf(document)),
  /** Of a dense layer in its place, biases counted in the same way */
  denseParameters: ({ document }) =>
    layerDenseParameters(resolvedLayerOf(document), hasBias(document.layers[0].bias)),
  /** The step on show, a whole number from 0 */
  step: ({ position }) => Math.floor(position),
  /** What stands under the figure: `none`, `matrix`, `im2col`, `backward` */
  below: ({ below }) => below,
  /** Whether the input's cells say how often they are read */
  readCounts: ({ readCounts }) => readCounts,
  /** How many numbers of the input are others than when the step began; none where its size is another */
  changedInputCells: (now, before) => differentNumbers(now.document.input, before.document.input),
  changedKernelCells: (now, before) =>
    differentNumbers(now.document.layers[0].weight, before.document.layers[0].weight),
} as const satisfies Readonly<Record<string, Fact>>;

function hasBias(bias: readonly number[]): boolean {
  return bias.some((value) => value !== 0);
}

function differentNumbers(
  now: { readonly shape: readonly number[]; readonly data: Float64Array },
  before: { readonly shape: readonly number[]; readonly data: Float64Array },
): number | undefined {
  if (String(now.shape) !== String(before.shape)) return undefined;
  return now.data.reduce((count, value, at) => (value === before.data[at] ? count : count + 1), 0);
}
