import type { ConvDocument, Layer } from "./document";
import { sameGrid } from "./grid";

/** Whether two documents say the same, number for number. */
export function sameDocument(a: ConvDocument, b: ConvDocument): boolean {
  if (a === b) return true;
  return (
    sameGrid(a.input, b.input) &&
    a.layers.length === b.layers.length &&
    a.layers.every((layer, at) => sameLayer(layer, b.layers[at]))
  );
}

function sameLayer({ weight, ...settings }: Layer, other: Layer | undefined): boolean {
  if (!other) return false;
  return sameGrid(weight, other.weight) && sameSettings(settings, other);
}

/** Whether `layer` has all of these settings: words, numbers and short lists, whose text tells whether they differ. */
export function sameSettings(settings: Partial<Omit<Layer, "weight">>, layer: Layer): boolean {
  return (Object.keys(settings) as (keyof typeof settings)[]).every(
    (field) => JSON.stringify(settings[field]) === JSON.stringify(layer[field]),
  );
}
