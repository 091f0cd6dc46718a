import type { ConvDocument } from "../model/document";
import { paddingOf, withLayer } from "../model/layer";
import { parameterPlaces } from "../trace/parameterPlaces";
import type { TrainingPlan } from "../trace/trainingPlan";
import { neverRead } from "./board";
import { cellTexts } from "./cellText";
import { foldsAlone } from "./folding";
import { type Box, DIGITS_FROM, MIDDLE_DIGITS_FROM, type Place } from "./layout";
import { learnLabels } from "./learnLabels";
import {
  ARROWS_FROM,
  GRADIENTS_FROM,
  type LearnGrid,
  type LearnLayout,
  type LearnShape,
  learnLayoutOf,
} from "./learnLayout";
import { channelOf, levelOn, scalesOf } from "./learnScales";
import { mapFont, numberTexts, weightFont } from "./learnTexts";
import type { CellMark, GridMarks, LabelMark, PathMark } from "./marks";
import { type Ring, ringAround } from "./ring";
import { axisReads } from "./unread";

/** What of a training is looked at. */
export interface LearnSight {
  /** The output channel on screen. */
  readonly channel: number;
  /** The hidden kernel on screen. */
  readonly hiddenChannel: number;
  /** Whether the kernel that made the target is shown. */
  readonly showTarget: boolean;
}

/** Everything of Learn's figure that stands still while the training goes on. */
export interface LearnBoard {
  readonly plan: TrainingPlan;
  readonly sight: LearnSight;
  readonly box: Box;
  readonly layout: LearnLayout;
  /** The grids in the order in which they are read; those that the training changes come without cells. */
  readonly grids: readonly GridMarks<LearnGrid>[];
  /** The magnitude at which each grid's colours end: the same for all updates, so that colours tell what grows. */
  readonly scales: Readonly<Record<LearnGrid, number>>;
  /** The flat index of the parameter in each cell of the grids that hold some, row by row. */
  readonly parameters: Readonly<Partial<Record<LearnGrid, readonly number[]>>>;
  readonly grounds: readonly PathMark[];
  readonly ring: Ring;
  readonly labels: readonly LabelMark[];
}

const READ_ORDER: readonly LearnGrid[] = [
  "input",
  "target",
  "targetKernel",
  "kernel",
  "bias",
  "hidden",
  "mixing",
  "mixingBias",
  "prediction",
  "error",
];

/**
 * @param final the weights that the training ends with; null where it has no end yet, or none worth showing
 * @param before the last board: what is given is taken from it where it is the same
 */
export function learnBoardOf(
  plan: TrainingPlan,
  sight: LearnSight,
  box: Box,
  final: Float64Array | null,
  before: LearnBoard | null = null,
): LearnBoard {
  const kept = before && sameGiven(before, plan, sight, box) ? before.grids : [];
  const learning = learningDocument(plan);
  const shape = shapeOf(plan, learning, sight);
  const layout = learnLayoutOf(shape, box);
  const { input, target } = layout.places;
  const parameters = parametersShown(plan, sight);
  const scales = scalesOf(plan, sight, parameters, final);
  const reads = axisReads(learning);
  const counts = reads.rows.flatMap((row) => reads.columns.map((column) => row * column));
  const still: Partial<Record<LearnGrid, ArrayLike<number>>> = {
    input: plan.document.input.data,
    target: channelOf(plan.problem.target.data, sight.channel, plan.channels),
    ...(plan.training.target.kind === "kernel" && {
      targetKernel: channelOf(plan.training.target.weight.data, sight.channel, plan.channels),
    }),
  };
  return {
    plan,
    sight,
    box,
    layout,
    scales,
    parameters,
    grids: READ_ORDER.flatMap((grid) => {
      const place = layout.places[grid];
      const values = still[grid] ?? null;
      const isSame = values !== null && before?.scales[grid] === scales[grid];
      const old = isSame ? kept.find((marks) => marks.grid === grid) : null;
      return place ? [old ?? gridOf(grid, place, values, scales[grid], counts)] : [];
    }),
    grounds: [input, target].flatMap((place, i) => (place ? [groundOf(String(i), place)] : [])),
    ring: input
      ? ringAround(learning, [{ ...input, grid: "input", channel: 0, depth: 0 }])
      : { paths: [], labels: [] },
    labels: learnLabels(plan, layout, sight, shape),
  };
}

function sameGiven(before: LearnBoard, { problem }: TrainingPlan, sight: LearnSight, box: Box): boolean {
  const { channel, showTarget } = before.sight;
  return (
    before.plan.problem === problem &&
    channel === sight.channel &&
    showTarget === sight.showTarget &&
    (["width", "height", "large"] as const).every((side) => before.box[side] === box[side])
  );
}

/** The document as if Explore had the kernel that learns: its windows are those of the training. */
function learningDocument({ document, training }: TrainingPlan): ConvDocument {
  const [rows, columns] = training.kernelSize;
  return withLayer(document, {
    weight: { shape: [1, 1, rows, columns], data: new Float64Array(rows * columns) },
  });
}

function shapeOf(plan: TrainingPlan, learning: ConvDocument, { showTarget }: LearnSight): LearnShape {
  const { training, layer, problem } = plan;
  const [[top, bottom] = [0, 0], [left, right] = [0, 0]] = paddingOf(learning);
  const [rows = 1, columns = 1] = layer.inputSize;
  const [outRows = 1, outColumns = 1] = layer.outputSize;
  return {
    input: [rows, columns],
    padded: [rows + top + bottom, columns + left + right],
    before: [top, left],
    kernel: training.kernelSize,
    output: [outRows, outColumns],
    hidden: training.hidden,
    bias: training.withBias,
    turned: problem.network[0]?.flipped ?? false,
    targetKernel: showTarget && training.target.kind === "kernel",
  };
}

function parametersShown(
  plan: TrainingPlan,
  { channel, hiddenChannel }: LearnSight,
): LearnBoard["parameters"] {
  const places = parameterPlaces(plan);
  const two = plan.training.hidden > 0;
  const of = (layer: number, kind: "weight" | "bias", out: number) =>
    places.flatMap((place, i) =>
      place.layer === layer && place.kind === kind && place.out === out ? [i] : [],
    );
  const first = two ? hiddenChannel : channel;
  return {
    kernel: of(0, "weight", first),
    bias: of(0, "bias", first),
    ...(two && { mixing: of(1, "weight", channel), mixingBias: of(1, "bias", channel) }),
  };
}

/** Cells without digits that are folded: with every update, all of them may take another colour. */
const MANY = 200;

const KERNELS: readonly LearnGrid[] = ["kernel", "bias", "mixing", "mixingBias", "targetKernel"];

function gridOf(
  grid: LearnGrid,
  place: Place,
  values: ArrayLike<number> | null,
  scale: number,
  counts: readonly number[],
): GridMarks<LearnGrid> {
  const { cell } = place;
  const isKernel = KERNELS.includes(grid);
  const legible = cell >= (isKernel ? MIDDLE_DIGITS_FROM : DIGITS_FROM);
  const folded = foldsAlone(place) || (!legible && place.rows * place.columns >= MANY);
  const weights = grid !== "targetKernel" && isKernel;
  const texts = cellTexts(values ?? [], cell);
  const fontSize = grid === "input" ? texts.fontSize : weights ? weightFont(cell) : mapFont(cell);
  const marks = values
    ? cellMarks(values, scale, grid === "input" ? texts.texts : numberTexts(values, cell, fontSize))
    : [];
  return {
    grid,
    place,
    fontSize,
    folded,
    lift: weights && cell >= GRADIENTS_FROM ? cell * 0.14 : weights && cell >= ARROWS_FROM ? cell * 0.1 : 0,
    digits: legible && !folded,
    cells: marks,
    paths: grid === "input" ? neverRead(counts, place) : [],
  };
}

/** Numbers with their colours on a scale that is given. */
export function cellMarks(
  values: ArrayLike<number>,
  scale: number,
  texts: readonly string[],
): readonly CellMark[] {
  return texts.map((text, i) => ({ text, level: levelOn(scale, values[i] as number) }));
}

function groundOf(key: string, { x, y, cell, rows, columns }: Place): PathMark {
  return {
    key,
    d: `M${x} ${y}h${columns * cell}v${rows * cell}h${-columns * cell}z`,
    className: "grid-ground",
  };
}
