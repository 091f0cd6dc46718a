import type { ConvDocument, Grid, Layer } from "./document";
import { sameGrid } from "./grid";
import { sameSettings } from "./sameSettings";
import type { Training } from "./training";

/** Whether two documents say the same, number for number. */
export function sameDocument(a: ConvDocument, b: ConvDocument): boolean {
  if (a === b) return true;
  return (
    sameGrid(a.input, b.input) &&
    sameStack(a.layers, b.layers) &&
    sameStack(a.comparison ?? [], b.comparison ?? []) &&
    sameTraining(a.training, b.training) &&
    sameOptional(a.gradient, b.gradient) &&
    String(a.words) === String(b.words)
  );
}

function sameStack(a: readonly Layer[], b: readonly Layer[]): boolean {
  return a.length === b.length && a.every((layer, at) => sameLayer(layer, b[at]));
}

function sameLayer({ weight, ...settings }: Layer, other: Layer | undefined): boolean {
  if (!other) return false;
  return sameGrid(weight, other.weight) && sameSettings(settings, other);
}

function sameOptional(a: Grid | undefined, b: Grid | undefined): boolean {
  return a === b || (!!a && !!b && sameGrid(a, b));
}

export function sameTraining(a: Training | undefined, b: Training | undefined): boolean {
  return a === b || (!!a && !!b && sameSettings(a, b));
}
