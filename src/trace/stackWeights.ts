import { convGradients } from "../core/convGradients";
import { convTransposeGradients } from "../core/convTransposeGradients";
import { avgPoolGradients, maxPoolGradients } from "../core/poolGradients";
import { zeroTensor } from "../core/tensor";
import type { Grid, Layer } from "../model/document";
import { layerOptionsOn, type StackCell } from "../model/stack";
import { poolOptions, type StackMaps, slidWeight } from "./stackMaps";

/**
 * How much a chosen cell changes with each input cell: through linear layers their product kernel, whatever the input is;
 * through ReLU and maxima as they stand on these numbers.
 *
 * @param channel of the cell's map
 * @returns in the shape of the input
 */
export function stackWeights(stack: StackMaps, { layer, cell }: StackCell, channel: number): Grid {
  const map = stack.maps[layer] as Grid;
  let gradient = zeroTensor(map.shape);
  const place = cell.reduce((flat, index, axis) => flat * (map.shape[axis + 2] ?? 1) + index, channel);
  gradient.data[place] = 1;
  for (let at = layer - 1; at >= 0; at--) {
    const own = stack.layers[at] as Layer;
    const sums = stack.sums[at] as Grid;
    const passed =
      own.activation === "relu"
        ? { shape: sums.shape, data: gradient.data.map((value, i) => ((sums.data[i] ?? 0) > 0 ? value : 0)) }
        : gradient;
    gradient = backThrough(own, stack.maps[at] as Grid, passed);
  }
  return gradient;
}

/** Whether the stack up to a map is linear: then its effective weights are the same on every input. */
export function isLinearTo({ layers }: Pick<StackMaps, "layers">, map: number): boolean {
  return layers.slice(0, map).every(({ op, activation }) => activation === "none" && op !== "max-pool");
}

function backThrough(layer: Layer, input: Grid, gradient: Grid): Grid {
  const { op } = layer;
  if (op === "max-pool") return maxPoolGradients(input, gradient, poolOptions(layer, input.shape)).input;
  if (op === "avg-pool") return avgPoolGradients(input, gradient, poolOptions(layer, input.shape)).input;
  const options = layerOptionsOn(layer, input.shape);
  if (op === "transposed") return convTransposeGradients(input, layer.weight, gradient, options).input;
  return convGradients(input, slidWeight(layer), gradient, options).input;
}
