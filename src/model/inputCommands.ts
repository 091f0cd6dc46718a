import { type Command, changeGrid } from "./gridCommands";
import { indexOf, sizeOf } from "./gridPlace";

/** Zeros in the place of every number of the input. */
export const blankInput: Command = changeGrid("input", ({ shape, data }) => ({
  shape,
  data: new Float64Array(data.length),
}));

/**
 * Moves the input's numbers, in every channel and slice; zeros come in where they came from.
 *
 * @param rows cells downwards, negative upwards
 * @param columns cells to the right, negative to the left
 */
export function shiftInput(rows: number, columns: number): Command {
  return changeGrid("input", (old) => {
    const size = sizeOf(old);
    const data = old.data.map((_, at) => {
      const column = at % size.columns;
      const row = Math.floor(at / size.columns) % size.rows;
      const sheet = Math.floor(at / (size.columns * size.rows));
      const from = indexOf(old, {
        channel: Math.floor(sheet / size.depth),
        depth: sheet % size.depth,
        row: row - rows,
        column: column - columns,
      });
      return from < 0 ? 0 : (old.data[from] ?? 0);
    });
    return { shape: old.shape, data };
  });
}
