import type { Grid } from "../model/document";
import type { GridPlace } from "../model/gridPlace";
import type { StackCell } from "../model/stack";
import type { GridCell } from "../scene/highlight";
import type { Place } from "../scene/layout";
import { channelOn, channelValues, type StackBoard, weightsOn } from "../scene/stackBoard";
import { cellOnMap } from "../scene/stackLayout";
import type { StackState } from "../store/stackStore";

/** A cell of a drawn map: `0` is the input, `1` what the first layer gives, …; or of the effective weights. */
export type MapCell = GridCell<string>;

/** The document's cell under a cell of the drawn input, whose slices stand under one another. */
export function inputPlace(input: Grid, channel: number, { row, column }: MapCell): GridPlace {
  const cell = cellOnMap(row, column, input.shape.slice(2));
  return { channel: channelOn(input, channel), depth: cell.at(-3) ?? 0, row: cell.at(-2) ?? 0, column };
}

/** The cell of the stack that a drawn one stands for; null for effective weights, which are no map. */
export function stackCellOf({ stack }: StackState, { grid, row, column }: MapCell): StackCell | null {
  const size = stack.maps[Number(grid)]?.shape.slice(2);
  return size ? { layer: Number(grid), cell: cellOnMap(row, column, size) } : null;
}

/** Where a grid's cells are drawn. */
export function placeOf({ layout }: StackBoard, grid: string): Place | undefined {
  return grid === "weights" ? (layout.weights ?? undefined) : layout.places[Number(grid)];
}

/** The exact numbers that a grid shows, row by row. */
export function shownValues({ stack, chosen, channel }: StackState, grid: string): Float64Array {
  if (grid === "weights") return weightsOn(stack, chosen, channel);
  const map = stack.maps[Number(grid)];
  return map ? channelValues(map, channel) : new Float64Array(0);
}
