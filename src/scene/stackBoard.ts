import type { Grid } from "../model/document";
import { kernelSizeOf } from "../model/layer";
import type { StackCell } from "../model/stack";
import { type CellSet, stackField } from "../trace/stackField";
import type { StackMaps } from "../trace/stackMaps";
import { stackWeights } from "../trace/stackWeights";
import { cellTexts } from "./cellText";
import { foldsAlone } from "./folding";
import { DIGITS_FROM, type Place } from "./layout";
import { levelOf, maxMagnitude } from "./levels";
import type { GridMarks, LabelMark, PathMark } from "./marks";
import { placeOnMap, type StackBox, type StackLayout, stackLayoutOf } from "./stackLayout";

/** Cells of all maps together from which each map is drawn as one path for each colour. */
const MANY = 1500;

/** What of a stack is looked at. */
export interface StackSight {
  readonly chosen: StackCell;
  /** The channel on show, of maps that have so many. */
  readonly channel: number;
  /** Whether the input shows how much each of its cells counts for the chosen one, in the place of its numbers. */
  readonly weights: boolean;
}

/** The whole drawing of a stack. */
export interface StackBoard {
  readonly stack: StackMaps;
  readonly layout: StackLayout;
  /** Named `0`, `1`, … for the map that each shows. */
  readonly grids: readonly GridMarks<string>[];
  readonly labels: readonly LabelMark[];
  readonly lit: readonly PathMark[];
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
  const { maps } = stack;
  const layout = stackLayoutOf(
    maps.map(({ shape }) => shape.slice(2)),
    box,
  );
  const cells = layout.places.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const shown = maps.map((map, at) => {
    const own = maps[chosen.layer] as Grid;
    return at === 0 && weights && chosen.layer > 0
      ? channelValues(stackWeights(stack, chosen, channelOn(own, channel)), channel)
      : channelValues(map, channel);
  });
  return {
    stack,
    layout,
    grids: layout.places.map((place, at) => gridOf(at, place, shown[at] ?? [], cells >= MANY)),
    labels: layout.places.flatMap((place, at) => labelsOf(stack, sight, at, place, layout)),
    lit: litPaths(stack, chosen, layout),
  };
}

function gridOf(at: number, place: Place, values: ArrayLike<number>, many: boolean): GridMarks<string> {
  const max = maxMagnitude(values);
  const { texts, fontSize } = cellTexts(values, place.cell);
  const small = place.cell < DIGITS_FROM;
  const folded = foldsAlone(place) || (many && small);
  return {
    grid: String(at),
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
  { weights, chosen, channel }: StackSight,
  at: number,
  { x, y }: Place,
  { margins }: StackLayout,
): readonly LabelMark[] {
  const map = maps[at] as Grid;
  const layer = layers[at - 1];
  const showsWeights = at === 0 && weights && chosen.layer > 0;
  const channels = map.shape[1] ?? 1;
  const top = y - margins.label;
  const name = at === 0 ? (showsWeights ? "stack.weightsOf" : "stack.input") : "stack.map";
  const size = map.shape.slice(2).join("×");
  const what = layer ? `${kernelSizeOf(layer).join("×")} \u2192 ` : "";
  return [
    {
      key: `name${at}`,
      x,
      y: top + margins.label * 0.38,
      anchor: "start",
      className: at === 0 ? "title input" : "title output",
      parts: [
        { message: name, values: { layer: at } },
        ...(layer ? [{ text: " " }, { message: `stack.op.${layer.op}`, className: "title-shape" }] : []),
      ],
    },
    {
      key: `shape${at}`,
      x,
      y: top + margins.label * 0.78,
      anchor: "start",
      className: "shape",
      parts: [
        { text: `${what}${size}` },
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

function litPaths(
  { resolved, maps }: StackMaps,
  chosen: StackCell,
  { places }: StackLayout,
): readonly PathMark[] {
  const sets = stackField(resolved, chosen);
  return places.flatMap((place, at): PathMark[] => {
    const set = sets[at];
    const size = maps[at]?.shape.slice(2) ?? [];
    if (!set) return [];
    if (at === chosen.layer) {
      const [row, column] = placeOnMap(chosen.cell, size);
      return [{ key: "own", d: boxPath(place, [row, row], [column, column], 1), className: "stack-lit own" }];
    }
    const kind = at < chosen.layer ? "seen" : "fed";
    const d = setPath(set, size, place);
    return d === ""
      ? []
      : [
          { key: `halo${at}`, d, className: "stack-halo" },
          { key: `set${at}`, d, className: `stack-lit ${kind}` },
        ];
  });
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
