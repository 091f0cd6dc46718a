import type { Fill } from "../model/fill";
import { type Command, fillGrid, type rotateGrid, type transposeGrid } from "../model/gridCommands";
import { type EditableGrid, gridIn, type SheetPlace, sizeOf } from "../model/gridPlace";

/** Fills every sheet of a grid alike; random ones have numbers of their own, from the seeds after the first. */
export function fillSheets(grid: EditableGrid, fill: Fill): Command {
  return onSheets(grid, (sheet, at) =>
    fillGrid(grid, fill.kind === "random" ? { ...fill, seed: fill.seed + at } : fill, sheet),
  );
}

/** Turns every sheet; those that are not square turn together. */
export function turnSheets(grid: EditableGrid, turn: typeof transposeGrid | typeof rotateGrid): Command {
  return (document) => {
    const { rows, columns } = sizeOf(gridIn(document, grid));
    return rows === columns ? onSheets(grid, (sheet) => turn(grid, sheet))(document) : turn(grid)(document);
  };
}

function onSheets(grid: EditableGrid, command: (sheet: SheetPlace, at: number) => Command): Command {
  return (document) => {
    const { outs, channels, depth } = sizeOf(gridIn(document, grid));
    return Array.from({ length: outs * channels * depth }, (_, at) => at).reduce((changed, at) => {
      const place = {
        out: Math.floor(at / (channels * depth)),
        channel: Math.floor(at / depth) % channels,
        depth: at % depth,
      };
      return command(place, at)(changed);
    }, document);
  };
}
