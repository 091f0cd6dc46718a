import { cellTexts } from "./cellText";
import { DIGITS_FROM, FOLDED_FROM, MIDDLE_DIGITS_FROM, type Place } from "./layout";
import { levelOf, maxMagnitude } from "./levels";
import type { GridMarks, PathMark, SceneGrid } from "./marks";

/** A grid of numbers at its place; its colour scale is symmetric around 0 and ends at its largest magnitude. */
export function gridMarks(
  grid: SceneGrid,
  place: Place,
  values: ArrayLike<number>,
  paths: readonly PathMark[] = [],
): GridMarks {
  const max = maxMagnitude(values);
  const { texts, fontSize } = cellTexts(values, place.cell);
  const folded = Math.max(place.rows, place.columns) >= FOLDED_FROM;
  return {
    grid,
    place,
    fontSize,
    folded,
    digits:
      place.cell >= (grid === "input" || grid === "output" ? DIGITS_FROM : MIDDLE_DIGITS_FROM) && !folded,
    cells: texts.map((text, i) => ({ text, level: levelOf(values[i] as number, max) })),
    paths,
  };
}
