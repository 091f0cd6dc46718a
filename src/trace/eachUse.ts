import type { Trace } from "./trace";

/**
 * Calls `visit` for every number that some step's window lies on, in the order in which the steps add them: zeros of padding,
 * and what a transposed layer cuts off, are left out.
 *
 * @param visit the step; the cell on the window's side; the weight's place among those of one step, each in scan order
 */
export function eachUse(trace: Trace, visit: (step: number, cell: number, weight: number) => void): void {
  const { steps, window, taps, op, input, output, groups } = trace;
  const side = op === "transposed" ? output : input;
  const [deep, down, across] = taps;
  const perGroup = steps.channels / groups;
  let step = 0;
  for (let channel = 0; channel < steps.channels; channel++) {
    const first = Math.floor(channel / perGroup) * window.channels;
    for (let d = 0; d < steps.depth; d++) {
      for (let r = 0; r < steps.rows; r++) {
        for (let c = 0; c < steps.columns; c++, step++) {
          let weight = 0;
          for (let i = 0; i < window.channels; i++) {
            for (let kd = 0; kd < window.depth; kd++) {
              const depth = deep[d * window.depth + kd] ?? -1;
              for (let kr = 0; kr < window.rows; kr++) {
                const row = down[r * window.rows + kr] ?? -1;
                for (let kc = 0; kc < window.columns; kc++, weight++) {
                  const column = across[c * window.columns + kc] ?? -1;
                  if (depth < 0 || row < 0 || column < 0) continue;
                  const sheet = (first + i) * side.depth + depth;
                  visit(step, (sheet * side.rows + row) * side.columns + column, weight);
                }
              }
            }
          }
        }
      }
    }
  }
}
