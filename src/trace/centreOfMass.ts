import type { Grid } from "../model/document";
import { placeOf } from "./stackCollapse";

/**
 * Where the numbers of channel 0 have their middle, each weighing what it is: a position along each axis, 0 in the middle of
 * the first cell.
 *
 * @returns undefined where the numbers weigh nothing together
 */
export function centreOfMass({ shape, data }: Grid): readonly number[] | undefined {
  const size = shape.slice(2);
  const cells = data.length / ((shape[0] ?? 1) * (shape[1] ?? 1));
  const channel = data.subarray(0, cells);
  const total = channel.reduce((sum, value) => sum + value, 0);
  if (total === 0) return undefined;
  return size.map(
    (_, axis) => channel.reduce((sum, value, at) => sum + value * (placeOf(at, size)[axis] ?? 0), 0) / total,
  );
}
