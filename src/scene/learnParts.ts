import { easeCubicInOut } from "d3-ease";
import type { LossPass } from "../core/squaredError";
import type { Place } from "./layout";
import type { LearnBoard } from "./learnBoard";
import { blameMarks } from "./learnHighlight";
import { type LearnMoment, scanIndex } from "./learnMoment";
import { type PathMark, placedCell, type Rectangle } from "./marks";

/** What tells the four parts of an update: light alone, as the numbers stay. */
export interface PartMarks {
  /** Over the input, while the layer predicts. */
  readonly window: Rectangle | null;
  readonly marks: readonly PathMark[];
  /** Between the cells that are lit. */
  readonly links: readonly PathMark[];
}

const NOTHING: PartMarks = { window: null, marks: [], links: [] };

export function partMarks(board: LearnBoard, moment: LearnMoment, facts: LossPass): PartMarks {
  const { places } = board.layout;
  const { prediction, target, error } = places;
  if (!prediction || !target || !error) return NOTHING;
  const count = prediction.rows * prediction.columns;
  const index = scanIndex(moment, count);
  switch (moment.part) {
    case "rest":
      return NOTHING;
    case "predict": {
      const seen = [places.hidden ?? prediction, prediction].map((place, i) => ({
        key: `seen-${i}`,
        d: scannedOutline(place, index + 1),
        className: "scanned prediction",
      }));
      return {
        window: windowAt(board, moment, count),
        marks: [...(places.hidden ? seen : seen.slice(1)), ...lit("prediction", prediction, index)],
        links: [],
      };
    }
    case "compare":
      return {
        window: null,
        marks: [
          { key: "seen", d: scannedOutline(error, index + 1), className: "scanned error" },
          ...lit("prediction", prediction, index),
          ...lit("target", target, index),
          ...lit("error", error, index),
        ],
        links: [],
      };
    case "blame":
      return { window: null, ...blameAt(board, moment, facts) };
    case "update": {
      const d = allCells(board).join("");
      return {
        window: null,
        marks: [
          { key: "halo", d, className: "halo" },
          { key: "moving", d, className: "lit own kernel" },
        ],
        links: [],
      };
    }
  }
}

function blameAt(board: LearnBoard, moment: LearnMoment, facts: LossPass) {
  const all = Object.values(board.parameters).flat();
  return blameMarks(board, facts, all[scanIndex(moment, all.length)] as number);
}

function lit(grid: "prediction" | "target" | "error", place: Place, index: number): readonly PathMark[] {
  const d = placedCell(place, Math.floor(index / place.columns), index % place.columns);
  return [
    { key: `halo-${grid}`, d, className: "halo" },
    { key: `lit-${grid}`, d, className: `lit own ${grid}` },
  ];
}

/** Every cell that an update changes. */
function allCells({ layout, parameters }: LearnBoard): readonly string[] {
  return Object.keys(parameters).flatMap((grid) => {
    const place = layout.places[grid as keyof typeof parameters];
    if (!place) return [];
    return Array.from({ length: place.rows * place.columns }, (_, i) =>
      placedCell(place, Math.floor(i / place.columns), i % place.columns),
    );
  });
}

/** Around the first cells of a grid, in scan order. */
function scannedOutline({ x, y, cell, rows, columns }: Place, count: number): string {
  const [full, rest] = [Math.floor(count / columns), count % columns];
  if (full >= rows || rest === 0) return `M${x} ${y}h${columns * cell}v${full * cell}h${-columns * cell}z`;
  const [right, lower] = [columns * cell, full * cell];
  if (full === 0) return `M${x} ${y}h${rest * cell}v${cell}h${-rest * cell}z`;
  return `M${x} ${y}h${right}v${lower}h${rest * cell - right}v${cell}h${-rest * cell}z`;
}

/** The window glides along each row of outputs and jumps to the next. */
function windowAt({ plan, layout }: LearnBoard, moment: LearnMoment, count: number): Rectangle | null {
  const { input, prediction } = layout.places;
  if (!input || !prediction) return null;
  const index = scanIndex(moment, count);
  const column = index % prediction.columns;
  const part = moment.progress * count - index;
  const glide = column + 1 < prediction.columns ? easeCubicInOut(part) : 0;
  return windowOver(plan, input, Math.floor(index / prediction.columns), column + glide);
}

/** The window of an output cell on the input, padding included. */
function windowOver(
  { layer }: LearnBoard["plan"],
  { x, y, cell }: Place,
  outRow: number,
  outColumn: number,
): Rectangle {
  const [rowAxis, columnAxis] = layer.axes;
  const start = (axis: typeof rowAxis, out: number) => (axis ? out * axis.stride - axis.padding[0] : 0);
  const span = (axis: typeof rowAxis) => (axis ? axis.dilation * (axis.kernelSize - 1) + 1 : 1);
  return {
    x: x + start(columnAxis, outColumn) * cell,
    y: y + start(rowAxis, outRow) * cell,
    width: span(columnAxis) * cell,
    height: span(rowAxis) * cell,
  };
}
