import { useState } from "react";
import type { ConvDocument, Grid, Layer } from "../model/document";
import type { AppState } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import { useApp } from "./StoreContext";

/**
 * The document for those who look at its sizes and settings alone: the numbers in its grids may be old ones. A keystroke
 * in a cell then renders nothing of the panels.
 */
export function useSettings(): ConvDocument {
  const [select] = useState(createSelector);
  return useApp(select);
}

function createSelector() {
  let latest: ConvDocument | null = null;
  return (state: AppState): ConvDocument => {
    const document = documentOf(state);
    if (!latest || !sameSettings(latest, document)) latest = document;
    return latest;
  };
}

function sameSettings(a: ConvDocument, b: ConvDocument): boolean {
  if (a === b) return true;
  const [first] = a.layers;
  const [second] = b.layers;
  // Edits keep the lists that they don't change.
  const fields = Object.keys(first) as (keyof Layer)[];
  return (
    sameShape(a.input, b.input) &&
    sameShape(first.weight, second.weight) &&
    fields.every((field) => field === "weight" || first[field] === second[field])
  );
}

function sameShape(a: Grid, b: Grid): boolean {
  return a.shape.length === b.shape.length && a.shape.every((size, axis) => size === b.shape[axis]);
}
