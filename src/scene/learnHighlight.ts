import { axisTaps } from "../core/axisTaps";
import type { AxisSpec } from "../core/options";
import type { LossPass } from "../core/squaredError";
import { taps } from "../core/taps";
import { type BlameTerm, blameOf } from "../trace/blame";
import { parameterPlaces } from "../trace/parameterPlaces";
import type { GridCell } from "./highlight";
import type { Place } from "./layout";
import type { LearnBoard } from "./learnBoard";
import type { LearnGrid } from "./learnLayout";
import { cellPath, type PathMark, placedCell, type Rectangle } from "./marks";
import { ribbon } from "./ribbon";

/** What is lit for a cell, and the bands between what is lit together. */
export interface Lit {
  readonly marks: readonly PathMark[];
  readonly links: readonly PathMark[];
}

/** Around smaller cells, in pixels, an outline would hide them: those that don't pull are shaded instead. */
const OUTLINES_FROM = 16;

type Cell = readonly [row: number, column: number];
type Cells = Readonly<Partial<Record<LearnGrid, readonly Cell[]>>>;

/** Everything that a cell takes part in: a weight's pairs, an error's or a prediction's window, an input's outputs. */
export function learnHighlights(board: LearnBoard, facts: LossPass, target: GridCell<LearnGrid>): Lit {
  const parameter = parameterAt(board, target);
  if (parameter !== null) return blameMarks(board, facts, parameter);
  const own = board.layout.places[target.grid];
  if (!own) return { marks: [], links: [] };
  return {
    marks: inOrder(
      outlines(board, relatedCells(board, target), "lit"),
      outlines(board, { [target.grid]: [[target.row, target.column]] }, "lit own"),
    ),
    links: [],
  };
}

/** The flat index of the parameter in a cell; null where a grid holds none. */
export function parameterAt(board: LearnBoard, { grid, row, column }: GridCell<LearnGrid>): number | null {
  const place = board.layout.places[grid];
  return (place && board.parameters[grid]?.[row * place.columns + column]) ?? null;
}

/** The cell that shows a parameter; null where another channel is on screen. */
export function cellOfParameter(board: LearnBoard, parameter: number): GridCell<LearnGrid> | null {
  for (const [grid, indices] of Object.entries(board.parameters)) {
    const place = board.layout.places[grid as LearnGrid];
    const at = indices.indexOf(parameter);
    if (at < 0 || !place) continue;
    return { grid: grid as LearnGrid, row: Math.floor(at / place.columns), column: at % place.columns };
  }
  return null;
}

/**
 * A parameter with every pair of cells that pulls it: the number that was read, and how the loss changes with the sum it
 * went into. A frame is around all that it met, cell by cell the same in both; what is lit in it has a product other
 * than 0.
 */
export function blameMarks(board: LearnBoard, facts: LossPass, parameter: number): Lit {
  const { plan, layout, sight } = board;
  const { terms } = blameOf(plan, facts, parameter);
  const place = parameterPlaces(plan)[parameter];
  const own = cellOfParameter(board, parameter);
  const isLast = place?.layer === plan.problem.network.length - 1;
  // A bias reads nothing, and of the hidden maps one is on screen.
  const reads = place?.kind !== "bias" && (place?.layer === 0 || place?.in === sight.hiddenChannel);
  const from: LearnGrid | null = reads ? (place?.layer === 0 ? "input" : "hidden") : null;
  const to: LearnGrid = isLast ? "error" : "hidden";
  const readCells = (some: readonly BlameTerm[]): readonly Cell[] =>
    some.flatMap(({ row, column }) => (row < 0 ? [] : [[row, column]]));
  const sumCells = (some: readonly BlameTerm[]): readonly Cell[] =>
    some.map(({ outRow, outColumn }) => [outRow, outColumn]);
  const cellsOf = (some: readonly BlameTerm[]): Cells => ({
    ...(from && { [from]: readCells(some) }),
    [to]: sumCells(some),
  });
  const pulling = terms.filter(({ product }) => product !== 0);
  const small = (layout.places[to]?.cell ?? 0) < OUTLINES_FROM;
  const start = from && frameOf(layout.places[from], readCells(terms));
  const end = frameOf(layout.places[to], sumCells(terms));
  return {
    marks: inOrder(
      small
        ? shades(board, cellsOf(terms.filter(({ product }) => product === 0)))
        : outlines(board, cellsOf(pulling), "lit"),
      [start, end].flatMap((frame, i) => (frame ? [blockMark(String(i), frame)] : [])),
      own ? outlines(board, { [own.grid]: [[own.row, own.column]] }, "lit own") : [],
    ),
    // Far below one another, a band would cross all that lies between.
    links: start && end && layout.arrangement !== "stack" ? [linkOf(board, start, end)] : [],
  };
}

/** The smallest rectangle around cells of a grid; null where there are none. */
function frameOf(place: Place | undefined, cells: readonly Cell[]): Rectangle | null {
  if (!place || cells.length === 0) return null;
  const [rows, columns] = [cells.map(([row]) => row), cells.map(([, column]) => column)];
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  return {
    x: place.x + left * place.cell,
    y: place.y + top * place.cell,
    width: (Math.max(...columns) - left + 1) * place.cell,
    height: (Math.max(...rows) - top + 1) * place.cell,
  };
}

function blockMark(key: string, { x, y, width, height }: Rectangle): PathMark {
  return { key: `block-${key}`, d: `M${x} ${y}h${width}v${height}h${-width}z`, className: "block" };
}

function linkOf({ layout }: LearnBoard, start: Rectangle, end: Rectangle): PathMark {
  const beside = layout.arrangement === "wide" && start.x + start.width <= end.x;
  return { key: "blame", d: ribbon(start, end, beside ? "right" : "down"), className: "link blame" };
}

/** Outlines around cells, each on a light ground of its own: it has to be seen on every colour. */
function outlines({ layout }: LearnBoard, cells: Cells, className: string): readonly PathMark[] {
  return Object.entries(cells).flatMap(([grid, list]) => {
    const place = layout.places[grid as LearnGrid];
    if (!place || list.length === 0) return [];
    const d = list.map(([row, column]) => placedCell(place, row, column)).join("");
    const name = `${className} ${grid}`;
    return [
      { key: `halo ${name}`, d, className: "halo" },
      { key: name, d, className: name },
    ];
  });
}

/** Grounds lie under all that is drawn on them. */
function inOrder(...lists: readonly (readonly PathMark[])[]): readonly PathMark[] {
  const marks = lists.flat();
  const isGround = ({ className }: PathMark) => className === "halo";
  return [...marks.filter(isGround), ...marks.filter((mark) => !isGround(mark))];
}

/** A veil over cells. */
function shades({ layout }: LearnBoard, cells: Cells): readonly PathMark[] {
  return Object.entries(cells).flatMap(([grid, list]) => {
    const place = layout.places[grid as LearnGrid];
    if (!place || list.length === 0) return [];
    const { x, y, cell } = place;
    const d = list.map(([row, column]) => cellPath(x + column * cell, y + row * cell, cell, 0)).join("");
    return [{ key: `shade ${grid}`, d, className: "shade" }];
  });
}

function relatedCells(board: LearnBoard, { grid, row, column }: GridCell<LearnGrid>): Cells {
  const { layer } = board.plan;
  const { axes } = layer;
  const here: readonly Cell[] = [[row, column]];
  switch (grid) {
    case "input": {
      const outs = outputsReading(board, row, column);
      return board.layout.places.hidden ? { hidden: outs } : { prediction: outs, error: outs };
    }
    case "targetKernel":
      return { kernel: here };
    case "hidden":
    case "prediction":
    case "target":
    case "error": {
      const [height = 0, width = 0] = layer.inputSize;
      const found = taps(
        {
          kernelSize: axes.map(({ kernelSize }) => kernelSize),
          stride: axes.map(({ stride }) => stride),
          dilation: axes.map(({ dilation }) => dilation),
          padding: axes.map(({ padding }) => padding),
          paddingMode: layer.paddingMode,
        },
        [height, width],
        [row, column],
      );
      return {
        input: found.map(({ position: [y = 0, x = 0] }): Cell => [y, x]),
        ...(board.layout.places.hidden && { hidden: here }),
        prediction: here,
        target: here,
        error: here,
      };
    }
    default:
      return {};
  }
}

/** The outputs whose window reads an input cell, also as padding that repeats it. */
function outputsReading({ plan: { layer } }: LearnBoard, row: number, column: number): readonly Cell[] {
  const along = (axis: 0 | 1, index: number) => {
    const spec = layer.axes[axis] as AxisSpec;
    const outputs = layer.outputSize[axis] as number;
    const read = axisTaps(layer.inputSize[axis] as number, spec, layer.paddingMode, outputs);
    return Array.from({ length: outputs }, (_, out) => out).filter((out) =>
      read.subarray(out * spec.kernelSize, (out + 1) * spec.kernelSize).includes(index),
    );
  };
  const columns = along(1, column);
  return along(0, row).flatMap((y) => columns.map((x): Cell => [y, x]));
}
