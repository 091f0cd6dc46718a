import { cellCount } from "../core/tensor";
import type { FactValue } from "../model/lesson";

/**
 * Numbers in lists of lists, the innermost axis in the innermost lists. Outer axes of 1 are left out as in an address: the
 * last `kept` axes, which are those that a window slides along, always stay.
 */
export function nestedNumbers(
  shape: readonly number[],
  data: ArrayLike<number>,
  kept: number,
): readonly FactValue[] {
  const first = shape.findIndex((size, axis) => size > 1 || axis >= shape.length - kept);
  return listAt(shape.slice(first), data, 0);
}

function listAt(shape: readonly number[], data: ArrayLike<number>, start: number): readonly FactValue[] {
  const [length = 0, ...inner] = shape;
  const cells = cellCount(inner);
  return Array.from({ length }, (_, at) =>
    inner.length === 0 ? (data[start + at] ?? 0) : listAt(inner, data, start + at * cells),
  );
}
