import { layerParameters } from "../core/network";
import type { ConvDocument, Grid } from "./document";
import { resizedGrid } from "./resizedGrid";
import { networkOf, startParameters, type Training } from "./training";

/**
 * The parameters that a training starts from, made to fit another one's network, layer by layer: those that have a place
 * there keep it. New ones are 0, or random where there are hidden kernels, which would learn nothing from 0.
 */
export function refitStart(document: ConvDocument, old: Training, next: Training): readonly number[] {
  const [oldNetwork, network] = [networkOf(document, old), networkOf(document, next)];
  const kept = layerParameters(oldNetwork, startParameters(old, oldNetwork));
  const start = next.hidden > 0 ? "uniform" : "zeros";
  const fresh = layerParameters(network, startParameters({ ...next, start }, network));
  return fresh.flatMap(({ weight, bias }, layer) => [
    ...moved(kept[layer]?.weight, weight),
    ...(bias ? moved(kept[layer]?.bias, bias) : []),
  ]);
}

function moved(old: Grid | null | undefined, fresh: Grid): Float64Array {
  return old ? resizedGrid(inFourAxes(old), inFourAxes(fresh).shape, fresh.data).data : fresh.data;
}

function inFourAxes({ shape, data }: Grid): Grid {
  return { shape: [1, 1, 1, 1, ...shape].slice(-4), data };
}
