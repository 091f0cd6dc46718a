import type { Grid, Layer } from "../model/document";
import { formatNumber } from "../model/formatNumber";
import { kernelSizeOf } from "../model/layer";
import type { StackCell } from "../model/stack";
import { stripCentres } from "../trace/stackCentres";
import { type CellSet, stackField } from "../trace/stackField";
import type { StackMaps } from "../trace/stackMaps";
import { stackWeights } from "../trace/stackWeights";
import { cellTexts } from "./cellText";
import { foldsAlone } from "./folding";
import { DIGITS_FROM, type Place } from "./layout";
import { levelOf, maxMagnitude } from "./levels";
import type { GridMarks, LabelMark, PathMark } from "./marks";
import {
  labelStart,
  placeOnMap,
  type StackBox,
  type StackLayout,
  type StackMargins,
  stackLayoutOf,
} from "./stackLayout";

/** Cells of all maps together from which each map is drawn as one path for each colour. */
const MANY = 1500;
/** Length of a bar to take hold of, in pixels. */
const GRIP = 18;

/** What of a stack is looked at. */
export interface StackSight {
  readonly chosen: StackCell;
  /** The channel on show, of maps that have so many. */
  readonly channel: number;
  /** Whether a map beside the input shows how much each of its cells counts for the chosen one. */
  readonly weights: boolean;
}

/** The whole drawing of a stack. */
export interface StackBoard {
  readonly stack: StackMaps;
  readonly layout: StackLayout;
  /** Named `0`, `1`, … for the map that each shows. */
  readonly grids: readonly GridMarks<string>[];
  /** The effective weights, named `weights`; null where they aren't shown. */
  readonly weights: GridMarks<string> | null;
  readonly labels: readonly LabelMark[];
  readonly lit: readonly PathMark[];
  /** Bars on the edges by which the input is resized. */
  readonly grips: readonly PathMark[];
}

/** The channel that a map shows. */
export function channelOn(map: Grid, channel: number): number {
  return Math.min(channel, (map.shape[1] ?? 1) - 1);
}

/** One channel of a map. */
export function channelValues(map: Grid, channel: number): Float64Array {
  const cells = map.data.length / (map.shape[1] ?? 1);
  const own = channelOn(map, channel);
  return map.data.subarray(own * cells, (own + 1) * cells);
}

export function stackBoardOf(stack: StackMaps, sight: StackSight, box: StackBox): StackBoard {
  const { chosen, channel, weights } = sight;
  const { maps, layers } = stack;
  const layout = stackLayoutOf(
    maps.map(({ shape }) => shape.slice(2)),
    box,
    weights,
    maps.map((map, at) => wordsWidth(map, layers[at - 1])),
  );
  const { places, margins } = layout;
  const all = layout.weights ? [...places, layout.weights] : places;
  const many = all.reduce((sum, { rows, columns }) => sum + rows * columns, 0) >= MANY;
  const centres = stripCentres(stack);
  return {
    stack,
    layout,
    grids: places.map((place, at) =>
      gridOf(String(at), place, channelValues(maps[at] as Grid, channel), many),
    ),
    weights: layout.weights && gridOf("weights", layout.weights, weightsOn(stack, chosen, channel), many),
    labels: [
      ...places.flatMap((place, at) => labelsOf(stack, channel, at, place, layout, centres[at] ?? null)),
      ...(layout.weights ? weightsLabel(stack, layout.weights, layout) : []),
    ],
    lit: [
      ...litPaths(stack, chosen, layout),
      ...places.flatMap((place, at) => centreMark(at, place, centres[at] ?? null, margins)),
    ],
    grips: gripsOf(places[0], maps[0]?.shape.length === 4),
  };
}

/** What a map's second line needs: its sizes letter by letter, and words that no language writes longer. */
function wordsWidth({ shape }: Grid, layer: Layer | undefined): number {
  const letters = [...shape.slice(2), ...(layer ? kernelSizeOf(layer) : [])].join("×").length + 4;
  const words = (layer?.activation === "relu" ? 50 : 0) + ((shape[1] ?? 1) > 1 ? 115 : 0);
  return words === 0 ? 0 : letters * 7 + words;
}

/** The effective weights of the chosen cell, in the input's channel on show. */
export function weightsOn(stack: StackMaps, chosen: StackCell, channel: number): Float64Array {
  const own = stack.maps[chosen.layer] as Grid;
  return channelValues(stackWeights(stack, chosen, channelOn(own, channel)), channel);
}

function gridOf(grid: string, place: Place, values: ArrayLike<number>, many: boolean): GridMarks<string> {
  const max = maxMagnitude(values);
  const { texts, fontSize } = cellTexts(values, place.cell);
  const small = place.cell < DIGITS_FROM;
  const folded = foldsAlone(place) || (many && small);
  return {
    grid,
    place,
    fontSize,
    folded,
    digits: !small && !folded,
    cells: texts.map((text, i) => ({ text, level: levelOf(values[i] as number, max) })),
    paths: [],
  };
}

function labelsOf(
  { maps, layers }: StackMaps,
  channel: number,
  at: number,
  place: Place,
  layout: StackLayout,
  centre: number | null,
): readonly LabelMark[] {
  const map = maps[at] as Grid;
  const layer = layers[at - 1];
  const channels = map.shape[1] ?? 1;
  const size = map.shape.slice(2).join("×");
  const what = layer ? `${kernelSizeOf(layer).join("×")} \u2192 ` : "";
  const [name, shape] = labelLines(layout, place);
  return [
    {
      ...name,
      key: `name${at}`,
      className: at === 0 ? "title input" : "title output",
      parts: [
        { message: at === 0 ? "stack.input" : "stack.map", values: { layer: at } },
        ...(layer ? [{ text: " " }, { message: `stack.op.${layer.op}`, className: "title-shape" }] : []),
      ],
    },
    {
      ...shape,
      key: `shape${at}`,
      parts: [
        { text: `${what}${size}` },
        ...(centre === null
          ? []
          : [{ text: " \u00b7 " }, { message: "stack.centre", values: { centre: formatNumber(centre) } }]),
        ...(layer?.activation === "relu" ? [{ text: " \u00b7 ReLU" }] : []),
        ...(channels > 1
          ? [
              { text: " \u00b7 " },
              { message: "stack.channelOf", values: { channel: channelOn(map, channel), count: channels } },
            ]
          : []),
      ],
    },
  ];
}

/** The effective weights' name, and what they are of. */
function weightsLabel({ maps }: StackMaps, place: Place, layout: StackLayout): readonly LabelMark[] {
  const [name, shape] = labelLines(layout, place);
  const size = maps[0]?.shape.slice(2).join("×") ?? "";
  return [
    { ...name, key: "nameWeights", className: "title weights", parts: [{ message: "stack.weightsOf" }] },
    { ...shape, key: "shapeWeights", parts: [{ text: size }] },
  ];
}

/** Where the two lines above a map stand. */
function labelLines(layout: StackLayout, place: Place) {
  const { label } = layout.margins;
  const x = labelStart(layout, place);
  const line = (share: number) => ({ x, y: place.y - label * (1 - share), anchor: "start" as const });
  return [line(0.38), { ...line(0.78), className: "shape" }] as const;
}

function litPaths(
  { resolved, maps }: StackMaps,
  chosen: StackCell,
  { places, weights }: StackLayout,
): readonly PathMark[] {
  const sets = stackField(resolved, chosen);
  const mark = (key: string, at: number, place: Place): PathMark[] => {
    const set = sets[at];
    const size = maps[at]?.shape.slice(2) ?? [];
    if (!set) return [];
    if (at === chosen.layer) {
      const [row, column] = placeOnMap(chosen.cell, size);
      const d = boxPath(place, [row, row], [column, column], 1);
      return [{ key: `own${key}`, d, className: "stack-lit own" }];
    }
    const kind = at < chosen.layer ? "seen" : "fed";
    const d = setPath(set, size, place);
    return d === ""
      ? []
      : [
          { key: `halo${key}`, d, className: "stack-halo" },
          { key: `set${key}`, d, className: `stack-lit ${kind}` },
        ];
  };
  return [
    ...places.flatMap((place, at) => mark(String(at), at, place)),
    ...(weights ? mark("weights", 0, weights) : []),
  ];
}

/** A wedge below a strip that points to where its numbers have their centre. */
function centreMark(
  at: number,
  { x, y, cell }: Place,
  centre: number | null,
  { wedge }: StackMargins,
): readonly PathMark[] {
  if (centre === null) return [];
  const d = `M${x + (centre + 0.5) * cell} ${y + cell + 3}l${wedge / 2} ${wedge}h${-wedge}z`;
  return [{ key: `centre${at}`, d, className: "stack-centre" }];
}

/** @param flat whether the input is a plane, which has a lower edge to take hold of */
function gripsOf(place: Place | undefined, flat: boolean): readonly PathMark[] {
  if (!place) return [];
  const { x, y, cell, rows, columns } = place;
  const [right, bottom] = [x + columns * cell, y + rows * cell];
  const grip = Math.min(GRIP, cell);
  const grips = [
    { key: "right", d: `M${right} ${(y + bottom - grip) / 2}v${grip}`, className: "grip" },
    { key: "bottom", d: `M${(x + right - grip) / 2} ${bottom}h${grip}`, className: "grip" },
  ];
  return flat ? grips : grips.slice(0, 1);
}

/** Around every run of cells that belong to a set. */
function setPath(set: CellSet, size: readonly number[], place: Place): string {
  const rows = set
    .slice(0, -1)
    .reduce<readonly number[]>(
      (found, indices, axis) =>
        found.flatMap((row) => indices.map((index) => row * (size[axis] ?? 1) + index)),
      [0],
    );
  const columns = runsOf(set.at(-1) ?? []);
  return runsOf(rows)
    .flatMap((down) => columns.map((across) => boxPath(place, down, across, 0)))
    .join("");
}

type Run = readonly [first: number, last: number];

function runsOf(indices: readonly number[]): readonly Run[] {
  const runs: [number, number][] = [];
  for (const index of indices) {
    const run = runs.at(-1);
    if (run && index === run[1] + 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

function boxPath({ x, y, cell }: Place, rows: Run, columns: Run, out: number): string {
  const [left, top] = [x + columns[0] * cell - out, y + rows[0] * cell - out];
  const width = (columns[1] - columns[0] + 1) * cell + 2 * out;
  const height = (rows[1] - rows[0] + 1) * cell + 2 * out;
  return `M${left} ${top}h${width}v${height}h${-width}z`;
}
