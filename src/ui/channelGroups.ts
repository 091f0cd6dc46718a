/** Numbers of groups that split both input and output channels evenly, in rising order. */
export function possibleGroups(inputs: number, outputs: number): readonly number[] {
  return Array.from({ length: Math.min(inputs, outputs) }, (_, at) => at + 1).filter(
    (groups) => inputs % groups === 0 && outputs % groups === 0,
  );
}

/** Whether groups part the input channels after so many of them. */
export function isCut(inputs: number, groups: number, after: number): boolean {
  return after % (inputs / groups) === 0;
}

/**
 * The groups that a click on the gap between two input channels leads to: the fewest more that cut it, or where it is cut the
 * most of fewer that join it.
 *
 * @param after how many channels lie before the gap
 * @returns null where no number of groups does
 */
export function groupsAtGap(inputs: number, outputs: number, groups: number, after: number): number | null {
  const possible = possibleGroups(inputs, outputs);
  return isCut(inputs, groups, after)
    ? (possible.findLast((other) => other < groups && !isCut(inputs, other, after)) ?? null)
    : (possible.find((other) => other > groups && isCut(inputs, other, after)) ??
        possible.find((other) => isCut(inputs, other, after)) ??
        null);
}
