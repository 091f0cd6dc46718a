import { channelSums } from "./channelSums";
import { correlatePadded } from "./correlatePadded";
import { gatherPadded } from "./gatherPadded";
import { isUnpadded } from "./layer";
import type { LayerParameters, NetworkLayer } from "./network";
import { pad } from "./pad";
import { paddedGrid } from "./paddedGrid";
import { requireConvLayer } from "./requireConv";
import { cellCount, type Tensor } from "./tensor";
import { spread, windowGrid } from "./windowLoops";

/** One layer of a network on inputs of one shape, with its tables and buffers made. */
export interface LayerPass {
  readonly outputShape: readonly number[];
  /** What the layer reads from now on; to be said again when its numbers have changed. */
  readonly read: (input: Tensor<Float64Array>) => void;
  /** Writes into `out` what the layer gives before its activation. */
  readonly forward: (parameters: LayerParameters, out: Float64Array) => void;
  /** Writes into `gradient` how the loss changes with the parameters, from how it changes with the sums. */
  readonly backward: (delta: Tensor<Float64Array>, gradient: LayerParameters) => void;
  /** The same for what was read; after `forward`, whose weight counts. */
  readonly backToInput: (delta: Tensor<Float64Array>, gradient: Float64Array) => void;
}

/** @throws RangeError if `validate` finds an error */
export function layerPass(settings: NetworkLayer, inputShape: readonly number[]): LayerPass {
  const { weightShape, flipped = false } = settings;
  const layer = requireConvLayer(inputShape, weightShape, settings);
  const grid = paddedGrid(layer);
  const pads = isUnpadded(layer) ? null : layer.axes.map(({ padding }) => padding);
  const slid = new Float64Array(cellCount(weightShape));
  const kernelCells = cellCount(weightShape.slice(2));
  const windows = windowGrid(layer);
  let padded: Float64Array = new Float64Array();
  return {
    outputShape: [layer.batch, layer.outChannels, ...layer.outputSize],
    read: (input) => {
      padded = (pads ? pad(input, pads, layer.paddingMode) : input).data;
    },
    forward: ({ weight, bias }, out) => {
      slid.set(weight.data);
      if (flipped) turn(slid, kernelCells);
      correlatePadded(grid, padded, slid, bias ? bias.data : null, out);
    },
    backward: (delta, { weight, bias }) => {
      gatherPadded(grid, padded, delta.data, weight.data);
      if (flipped) turn(weight.data, kernelCells);
      bias?.data.set(channelSums(delta).data);
    },
    backToInput: (delta, gradient) => {
      gradient.fill(0);
      spread(windows, delta.data, slid, gradient);
    },
  };
}

/** Turns every kernel by 180° where it stands. */
function turn(weight: Float64Array, kernelCells: number): void {
  for (let start = 0; start < weight.length; start += kernelCells)
    weight.subarray(start, start + kernelCells).reverse();
}
