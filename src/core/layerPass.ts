import { channelSums } from "./channelSums";
import { correlateInside } from "./correlateInside";
import { isUnpadded } from "./layer";
import type { LayerParameters, NetworkLayer } from "./network";
import { requireConvLayer } from "./requireConv";
import { cellCount, type Tensor, type TensorData } from "./tensor";
import { correlate, gatherWeight, spread, windowGrid } from "./windowLoops";

/** One layer of a network on inputs of one shape, with its tables and buffers made. */
export interface LayerPass {
  readonly outputShape: readonly number[];
  /** Writes into `out` what the layer gives before its activation. */
  readonly forward: (input: TensorData, parameters: LayerParameters, out: Float64Array) => void;
  /** Writes into `gradient` what a change of the sums, `delta`, makes of it. */
  readonly backward: (input: TensorData, delta: Tensor<Float64Array>, gradient: LayerParameters) => void;
  /** The same for the input; after `forward`, whose weight counts. */
  readonly backToInput: (delta: Tensor<Float64Array>, gradient: Float64Array) => void;
}

/** @throws RangeError if `validate` finds an error */
export function layerPass(settings: NetworkLayer, inputShape: readonly number[]): LayerPass {
  const { weightShape, flipped = false } = settings;
  const layer = requireConvLayer(inputShape, weightShape, settings);
  const grid = windowGrid(layer);
  const inside = isUnpadded(layer);
  const slid = new Float64Array(cellCount(weightShape));
  const kernelCells = cellCount(weightShape.slice(2));
  return {
    outputShape: [layer.batch, layer.outChannels, ...layer.outputSize],
    forward: (input, { weight, bias }, out) => {
      slid.set(weight.data);
      if (flipped) turn(slid, kernelCells);
      const offsets = bias ? bias.data : null;
      if (inside) correlateInside(layer, input, slid, offsets, out);
      else correlate(grid, input, slid, offsets, out);
    },
    backward: (input, delta, { weight, bias }) => {
      gatherWeight(grid, input, delta.data, weight.data);
      if (flipped) turn(weight.data, kernelCells);
      bias?.data.set(channelSums(delta).data);
    },
    backToInput: (delta, gradient) => {
      gradient.fill(0);
      spread(grid, delta.data, slid, gradient);
    },
  };
}

/** Turns every kernel by 180° where it stands. */
function turn(weight: Float64Array, kernelCells: number): void {
  for (let start = 0; start < weight.length; start += kernelCells)
    weight.subarray(start, start + kernelCells).reverse();
}
