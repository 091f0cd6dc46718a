import type { Place, Sheet } from "./layout";
import type { LabelMark } from "./marks";
import { DIGITS_FROM } from "./room";

/** A place whose columns may stand apart. */
type Ruled = Place & Pick<Partial<Sheet>, "pitch">;

/**
 * Indices above a grid's columns and on the left of its rows; they count from 0, and where cells are small only every fifth or
 * tenth stands.
 *
 * @param above pixels of a ring above the grid
 * @param before pixels of a ring on its left
 */
export function rulers(
  ruler: number,
  grid: string,
  place: Ruled,
  above: number,
  before: number,
): readonly LabelMark[] {
  return [...columnRuler(ruler, grid, place, above), ...rowRuler(ruler, grid, place, before)];
}

export function columnRuler(ruler: number, grid: string, place: Ruled, above: number): readonly LabelMark[] {
  const { pitch = place.cell } = place;
  return shown(place.columns, pitch).map((column) => ({
    key: `${grid}-column-${column}`,
    x: place.x + column * pitch + place.cell / 2,
    y: place.y - above - ruler / 2,
    anchor: "middle",
    className: "ruler",
    parts: [{ text: String(column) }],
  }));
}

export function rowRuler(ruler: number, grid: string, place: Ruled, before: number): readonly LabelMark[] {
  return shown(place.rows, place.cell).map((row) => ({
    key: `${grid}-row-${row}`,
    x: place.x - before - ruler / 2 + 1,
    y: place.y + (row + 0.5) * place.cell,
    anchor: "middle",
    className: "ruler",
    parts: [{ text: String(row) }],
  }));
}

function shown(count: number, pitch: number): readonly number[] {
  const every = pitch >= DIGITS_FROM ? 1 : pitch >= 9 ? 5 : 10;
  return Array.from({ length: Math.ceil(count / every) }, (_, i) => i * every);
}
