import type { TrainingPlan } from "../trace/trainingPlan";
import type { Place } from "./layout";
import { lineEnd } from "./learnBlock";
import type { LearnSight } from "./learnBoard";
import { ARROWS_FROM, type LearnGrid, type LearnLayout, type LearnShape } from "./learnLayout";
import type { LabelMark, TextPart } from "./marks";
import { rulers } from "./rulers";
import { sizeText } from "./shapeText";

/** The letters of the loss Σ(Ŷ − Y)²; H and V are those of the hidden layer. */
const LETTERS: Readonly<Partial<Record<LearnGrid, string>>> = {
  input: "X",
  kernel: "W",
  hidden: "H",
  mixing: "V",
  prediction: "\u0176",
  target: "Y",
  error: "\u0176 \u2212 Y",
};

/** Grids that stand close under another have their letter beside them instead of a name above. */
const BESIDE: Readonly<Partial<Record<LearnGrid, string>>> = { bias: "b", mixingBias: "c" };

/** The others have the shape of one of these. */
const SHAPED: readonly LearnGrid[] = ["input", "kernel", "prediction", "target"];

/** Names and shapes above the grids, index rulers beside them, and what the small print in the kernel says. */
export function learnLabels(
  plan: TrainingPlan,
  layout: LearnLayout,
  sight: LearnSight,
  shape: LearnShape,
): readonly LabelMark[] {
  const { places, margins } = layout;
  return (Object.keys(places) as LearnGrid[]).flatMap((grid) => {
    const place = places[grid] as Place;
    if (BESIDE[grid]) return [besideOf(grid, place, BESIDE[grid])];
    const [above, left] = grid === "input" ? shape.before.map((cells) => cells * place.cell) : [0, 0];
    const corner = { x: place.x - (left ?? 0), y: place.y - (above ?? 0) - margins.ruler };
    const captions = captionsOf(grid, layout, shape);
    return [
      {
        key: `title-${grid}`,
        ...corner,
        y: corner.y - 0.32 * margins.label,
        anchor: "start" as const,
        className: `title ${grid}`,
        parts: [
          ...nameOf(grid, plan, sight),
          ...(margins.shapes && SHAPED.includes(grid) ? [shapePart(grid, place, shape, margins.column)] : []),
        ],
      },
      ...(margins.ruler > 0 ? rulers(margins.ruler, grid, place, above ?? 0, left ?? 0) : []),
      ...captions,
    ];
  });
}

/** A grid's name in words, with the number of the channel where there are several, and its letter. */
function nameOf(grid: LearnGrid, plan: TrainingPlan, sight: LearnSight): readonly TextPart[] {
  const number = channelShown(grid, plan, sight);
  const letter = LETTERS[grid];
  return [
    { message: `learnFigure.${grid}` },
    ...(number === null ? [] : [{ text: ` ${number}` }]),
    ...(letter ? [{ text: `\u2002${letter}`, className: "letter" }] : []),
  ];
}

/** The number of the channel that a grid shows; null where it has one alone. */
export function channelShown(
  grid: LearnGrid,
  { channels, training: { hidden } }: TrainingPlan,
  { channel, hiddenChannel }: LearnSight,
): number | null {
  const isFirst = grid === "kernel" || grid === "bias" || grid === "hidden";
  if (grid === "input") return null;
  if (isFirst && hidden > 0) return hidden > 1 ? hiddenChannel : null;
  return channels > 1 ? channel : null;
}

/** The input's with its padding, where that has room beside the name. */
function shapePart(grid: LearnGrid, place: Place, { padded, input }: LearnShape, column: number): TextPart {
  const isGrown = grid === "input" && (padded[0] > input[0] || padded[1] > input[1]);
  const hasRoom = padded[1] * place.cell >= 1.3 * column;
  const size = sizeText([place.rows, place.columns]);
  const text = isGrown && hasRoom ? `${size} \u2192 ${padded[0]} \u00d7 ${padded[1]}` : size;
  return { text: `\u2003${text}`, className: "title-shape" };
}

function besideOf(grid: LearnGrid, { x, y, cell }: Place, letter: string): LabelMark {
  return {
    key: `title-${grid}`,
    x: x + cell + 8,
    y: y + cell / 2,
    anchor: "start",
    className: `beside ${grid}`,
    parts: [{ text: letter, className: "letter" }],
  };
}

function captionsOf(grid: LearnGrid, { places, margins }: LearnLayout, { turned }: LearnShape) {
  if (!margins.captions || (grid !== "kernel" && grid !== "mixing")) return [];
  const place = places[grid] as Place;
  const bias = grid === "kernel" ? places.bias : places.mixingBias;
  const bottom = bias ? bias.y + lineEnd(bias.cell, margins) : place.y + place.rows * place.cell;
  const messages = [
    ...(place.cell >= ARROWS_FROM ? ["learnFigure.gradient"] : []),
    ...(grid === "kernel" && turned ? ["learnFigure.turned"] : []),
  ];
  return messages.map((message, line) => ({
    key: `${message}-${grid}`,
    x: place.x,
    y: bottom + (line + 0.5) * margins.caption + 2,
    anchor: "start" as const,
    className: "caption quiet",
    parts: [{ message }],
  }));
}
