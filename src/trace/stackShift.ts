import { isPool } from "../core/layer";
import { receptiveField } from "../core/receptiveField";
import type { ConvDocument, Grid } from "../model/document";
import { differences, placeOf } from "./stackCollapse";
import { type StackMaps, stackMaps, stackMapsOf } from "./stackMaps";

/** What becomes of one map when the input is moved. */
export interface MapShift {
  readonly before: Grid;
  readonly after: Grid;
  /**
   * `moves`: every cell is found again, as far away as the jump says. `padding`: so it is but where the padding is read.
   * `broken`: the input went less than a whole jump, so that no cell need be found again.
   */
  readonly verdict: "moves" | "padding" | "broken";
  /** How far the map moves, in its own cells per axis; fractions where it is broken. */
  readonly by: readonly number[];
  /** Flat indices of the cells that differ: from what was to come there, or, where it is broken, from what was there. */
  readonly differing: readonly number[];
  /** Cells that could be compared. */
  readonly compared: number;
}

export interface StackShift {
  /** Map 0 is the input. */
  readonly maps: readonly MapShift[];
  /** The first layer that breaks it, counted from 1, and by what. */
  readonly culprit: { readonly layer: number; readonly kind: "stride" | "pooling" } | null;
}

/** The input moved by whole cells per axis, zeros coming in; and every map before and after. */
export function stackShift(document: ConvDocument, by: readonly number[]): StackShift {
  const before = stackMapsOf(document);
  const after = stackMaps(document.layers, movedGrid(document.input, by));
  const maps = before.maps.map((map, at) => mapShift(map, after.maps[at] as Grid, shares(before, at, by)));
  const broken = maps.findIndex(({ verdict }) => verdict === "broken");
  const layer = before.layers[broken - 1];
  return {
    maps,
    culprit: layer ? { layer: broken, kind: isPool(layer.op) ? "pooling" : "stride" } : null,
  };
}

/** A grid's numbers moved along its spatial axes; zeros come in. */
export function movedGrid({ shape, data }: Grid, by: readonly number[]): Grid {
  return { shape, data: data.map((_, i) => data[sourceOf(i, shape, by)] ?? 0) };
}

/** How far a map moves by its jumps, in its own cells. */
function shares({ resolved }: StackMaps, map: number, by: readonly number[]): readonly number[] {
  const layers = resolved.slice(0, map).map(({ op, axes }) => ({
    op,
    kernelSize: axes.map(({ kernelSize }) => kernelSize),
    stride: axes.map(({ stride }) => stride),
  }));
  return receptiveField(layers, by.length).map(({ jump }, axis) => (by[axis] ?? 0) / jump);
}

function mapShift(before: Grid, after: Grid, by: readonly number[]): MapShift {
  const { shape } = before;
  if (!by.every(Number.isInteger)) {
    const differing = differences(before, after);
    return { before, after, verdict: "broken", by, differing, compared: after.data.length };
  }
  const known = Array.from(after.data, (_, i) => sourceOf(i, shape, by) >= 0);
  const expected = movedGrid(before, by);
  const differing = differences(expected, after).filter((i) => known[i]);
  return {
    before,
    after,
    verdict: differing.length === 0 ? "moves" : "padding",
    by,
    differing,
    compared: known.filter(Boolean).length,
  };
}

/** The flat index of what a move brings to a cell; −1 where nothing was. */
function sourceOf(flat: number, shape: readonly number[], by: readonly number[]): number {
  const [channels = 1, ...size] = shape.slice(1);
  const [channel = 0, ...place] = placeOf(flat, [channels, ...size]);
  return place.reduce((from, index, axis) => {
    const source = index - (by[axis] ?? 0);
    const length = size[axis] ?? 1;
    return from < 0 || source < 0 || source >= length ? -1 : from * length + source;
  }, channel);
}
