/** What a program calls the quantities along one axis. */
export interface AxisNames {
  /** Kernel size, stride, dilation, and the cells from first to last tap. */
  readonly size: string;
  readonly stride: string;
  readonly dilation: string;
  readonly span: string;
  /** How many places there are, the place being computed, and the first cell of its window. */
  readonly count: string;
  readonly index: string;
  readonly first: string;
  /** The two sides of the padding. */
  readonly sides: readonly [before: string, after: string];
}

const all: readonly AxisNames[] = [
  namesOf("d", "slices", "n", "layer", ["front", "back"]),
  namesOf("h", "rows", "i", "row", ["top", "bottom"]),
  namesOf("w", "columns", "j", "column", ["left", "right"]),
];

/** The names for 1 to 3 axes, outermost first. */
export function axisNamesOf(dims: number): readonly AxisNames[] {
  return all.slice(3 - dims);
}

/** "h, w", or "(w,)" where it must still be read as a tuple. */
export function tupleOf(parts: readonly (string | number)[]): string {
  return parts.length === 1 ? `(${parts[0]},)` : parts.join(", ");
}

function namesOf(
  size: string,
  count: string,
  index: string,
  first: string,
  sides: readonly [string, string],
): AxisNames {
  return {
    size,
    stride: `s${size}`,
    dilation: `d${size}`,
    span: `span_${size}`,
    count,
    index,
    first,
    sides,
  };
}
