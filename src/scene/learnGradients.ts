import { trainingFacts } from "../trace/trainingFacts";
import type { LearnBoard } from "./learnBoard";
import { ARROWS_FROM, GRADIENTS_FROM, type LearnGrid } from "./learnLayout";
import { levelOn } from "./learnScales";
import { numberTexts } from "./learnTexts";
import { maxMagnitude } from "./levels";

/** The gradient of one weight, in the lower part of its cell. */
export interface GradientMark {
  readonly key: string;
  /** Middle of the text. */
  readonly x: number;
  readonly y: number;
  /** Empty where the cell has room for the arrow alone. */
  readonly text: string;
  readonly fontSize: number;
  /** Points where the loss falls: up where the weight should grow. Its length is the gradient's magnitude. */
  readonly arrow: string;
  /** Colour step of the cell, whose ink it takes. */
  readonly level: number;
}

const GRIDS: readonly LearnGrid[] = ["kernel", "bias", "mixing", "mixingBias"];

/** @param weights as they are printed in the cells, flat */
export function gradientMarks(
  board: LearnBoard,
  weights: Float64Array,
  gradient: Float64Array,
): readonly GradientMark[] {
  const most = maxMagnitude(trainingFacts(board.plan, board.plan.start).gradient) || maxMagnitude(gradient);
  return GRIDS.flatMap((grid) => {
    const place = board.layout.places[grid];
    const indices = board.parameters[grid] ?? [];
    if (!place || place.cell < ARROWS_FROM) return [];
    const { cell } = place;
    const numbers = cell >= GRADIENTS_FROM;
    const fontSize = Math.floor(2 * Math.max(9, Math.min(cell * 0.17, 22))) / 2;
    const texts = numberTexts(
      indices.map((index) => gradient[index] as number),
      cell - fontSize,
      fontSize,
    );
    return indices.map((index, i) => {
      const slope = gradient[index] as number;
      const text = numbers ? (texts[i] as string) : "";
      const size = Math.max(6, Math.min(cell * 0.2, 20));
      // Arrow and number together stand in the middle of the cell.
      const half = numbers ? text.length * fontSize * 0.3 : 0;
      const shift = numbers && slope !== 0 ? size * 0.35 : 0;
      const x = place.x + ((i % place.columns) + 0.5) * cell + shift;
      const y = place.y + (Math.floor(i / place.columns) + (numbers ? 0.76 : 0.82)) * cell;
      return {
        key: `${grid}-${i}`,
        x,
        y,
        text,
        fontSize,
        arrow: arrowPath(x - half - (numbers ? size * 0.65 : 0), y, size, slope, most),
        level: levelOn(board.scales[grid], weights[index] as number),
      };
    });
  });
}

/** A triangle on a stem, upright; nothing for a gradient of 0. */
function arrowPath(x: number, y: number, size: number, slope: number, most: number): string {
  if (slope === 0 || most === 0) return "";
  const up = slope < 0 ? -1 : 1;
  // From a head alone to an arrow of the full size.
  const length = size * (0.55 + 0.45 * Math.min(1, Math.abs(slope) / most));
  const [tip, tail] = [y + (up * length) / 2, y - (up * length) / 2];
  const head = tip - up * size * 0.45;
  const [wing, stem] = [size * 0.32, size * 0.09];
  return `M${x} ${tip}L${x + wing} ${head}H${x + stem}V${tail}H${x - stem}V${head}H${x - wing}z`;
}
