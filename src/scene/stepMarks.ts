import { isPool } from "../core/layer";
import { formatNumber } from "../model/formatNumber";
import { cellsIn, indexIn } from "../trace/extent";
import { partialSums } from "../trace/partialSums";
import { type Term, termsAt, winnersOf } from "../trace/terms";
import { traceOf } from "../trace/trace";
import type { Board } from "./board";
import { fittingTexts } from "./cellText";
import { CONCEALED, isConcealed, UNKNOWN } from "./conceal";
import { levelOf, maxMagnitude } from "./levels";
import type { CellMark, CellState, SheetMarks } from "./marks";

/** The numbers of one step, as far as they have been counted. */
export interface StepMarks {
  /** Of each sheet of products. */
  readonly products: readonly (readonly CellMark[])[];
  /** Of each sheet of the lens. */
  readonly lens: readonly (readonly CellMark[])[];
  /** Under each channel's products its sum so far; empty before its first product. */
  readonly channelSums: readonly string[];
}

const known = new WeakMap<
  Board,
  { readonly step: number; readonly counted: number; readonly marks: StepMarks }
>();

/** @param counted how many cells of the window have been counted, in the order of its channels */
export function stepMarksAt(board: Board, step: number, counted: number): StepMarks {
  const cached = known.get(board);
  if (cached?.step === step && cached.counted === counted) return cached.marks;
  const terms = termsAt(board.document, step);
  const marks = {
    products: board.products.map((sheet) =>
      productsOn(board, sheet, terms, { counted, tells: !concealsStep(board, step) }),
    ),
    lens:
      cached?.step === step
        ? cached.marks.lens
        : board.lens.map((sheet) => lensOn(board, sheet, terms, step)),
    channelSums: board.layout.channelSums.map(({ channel }) =>
      concealsStep(board, step) ? UNKNOWN : channelSum(board, terms, channel, counted),
    ),
  };
  known.set(board, { step, counted, marks });
  return marks;
}

/** The part of a step's terms that lies on one of its sheets, and where it begins. */
function termsOn(
  { document }: Board,
  { channel, depth, place }: SheetMarks,
  terms: readonly Term[],
): { readonly from: number; readonly own: readonly Term[] } {
  const { window } = traceOf(document);
  const from = indexIn(window, { channel, depth, row: 0, column: 0 });
  return { from, own: terms.slice(from, from + place.rows * place.columns) };
}

const BLANK: CellMark = { text: "", level: 0 };

/** Whether the output that a step computes is still to be predicted. */
export function concealsStep({ document, revealed }: Board, step: number): boolean {
  return traceOf(document).op !== "transposed" && isConcealed(revealed, step);
}

interface Telling {
  readonly counted: number;
  /** Whether the window's largest number may be told. */
  readonly tells: boolean;
}

function productsOn(
  board: Board,
  sheet: SheetMarks,
  terms: readonly Term[],
  { counted, tells }: Telling,
): readonly CellMark[] {
  const { op } = traceOf(board.document);
  const { from, own } = termsOn(board, sheet, terms);
  const values = own.map(({ input, weight, product }) =>
    op === "transposed" ? input * weight + 0 : product,
  );
  const texts = fittingTexts(values, sheet.place.cell, sheet.fontSize);
  const winners = op === "max-pool" && tells ? winnersOf(terms.slice(0, counted)) : [];
  return own.map((term, i): CellMark => {
    if (from + i >= counted) return BLANK;
    const mark = { text: texts[i] as string, level: levelOf(values[i] as number, board.productMax) };
    if (op === "max-pool" && !term.source) return { text: "−∞", level: 0, state: "absent" };
    if (op === "avg-pool" && !term.source) {
      const counts = board.document.layers[0].countIncludePad;
      return counts ? { ...mark, state: "absent" } : { text: "", level: 0, state: "absent" };
    }
    if (op === "transposed" && !term.source) return { ...mark, level: 0, state: "absent" };
    const place = winners.indexOf(from + i);
    return place < 0 ? mark : { ...mark, state: place === 0 ? "winner" : "tie" };
  });
}

/** What lies under the window: the input's numbers, or of a transposed layer the sums that the stamp is added to. */
function lensOn(board: Board, sheet: SheetMarks, terms: readonly Term[], step: number): readonly CellMark[] {
  const trace = traceOf(board.document);
  const { own } = termsOn(board, sheet, terms);
  const stamped = trace.op === "transposed" ? partialSums(board.document, step) : null;
  const numberOf = ({ input, source }: Term) =>
    stamped ? (source ? (stamped[indexIn(trace.output, source)] ?? 0) : 0) : input;
  const values = own.map(numberOf);
  const max = maxMagnitude(stamped ? trace.sums : board.document.input.data);
  const texts = fittingTexts(values, sheet.place.cell, sheet.fontSize);
  const isMissing = (term: Term) => !term.source && (isPool(trace.op) || stamped !== null);
  return own.map((term, i) =>
    isMissing(term)
      ? { text: "", level: 0, state: "absent" }
      : { text: texts[i] as string, level: levelOf(values[i] as number, max) },
  );
}

function channelSum({ document }: Board, terms: readonly Term[], channel: number, counted: number): string {
  const { window } = traceOf(document);
  const size = cellsIn({ ...window, channels: 1 });
  if (counted <= channel * size) return "";
  const own = terms.slice(channel * size, Math.min(counted, (channel + 1) * size));
  return formatNumber(own.reduce((sum, { product }) => sum + product, 0));
}

const stamps = new WeakMap<
  Board,
  { readonly step: number; readonly marks: readonly (readonly CellMark[])[] }
>();

/**
 * The output of a transposed layer once steps 0…`step` have stamped, each of its sheets; the cells of the newest stamp are
 * set apart, and those that no stamp has reached yet are empty until the last.
 *
 * @param plain whether the newest stamp looks like the others
 */
export function stampMarksAt(board: Board, step: number, plain: boolean): readonly (readonly CellMark[])[] {
  const key = plain ? Number.POSITIVE_INFINITY : step;
  const cached = stamps.get(board);
  if (cached?.step === key) return cached.marks;
  const { document } = board;
  const trace = traceOf(document);
  const last = cellsIn(trace.steps) - 1;
  const isDone = plain || step >= last;
  const sums = isDone ? trace.values : partialSums(document, step);
  const newest = new Set(
    plain || step < 0
      ? []
      : termsAt(document, step).flatMap(({ source }) => (source ? [indexIn(trace.output, source)] : [])),
  );
  const first = firstStamps(board);
  const max = maxMagnitude(trace.values);
  const marks = board.output.map(({ channel, depth, place, fontSize, cells }) => {
    const from = indexIn(trace.output, { channel, depth, row: 0, column: 0 });
    const values = Array.from(sums.subarray(from, from + place.rows * place.columns));
    const texts = isDone ? null : fittingTexts(values, place.cell, fontSize);
    return values.map((value, i): CellMark => {
      const index = from + i;
      if (isConcealed(board.revealed, index)) return CONCEALED;
      const state: CellState | null = newest.has(index)
        ? "stamped"
        : !isDone && (first[index] ?? 0) > step
          ? "empty"
          : null;
      if (state === "empty") return { text: "", level: 0, state };
      const mark = texts ? { text: texts[i] as string, level: levelOf(value, max) } : (cells[i] ?? BLANK);
      return state ? { ...mark, state } : mark;
    });
  });
  stamps.set(board, { step: key, marks });
  return marks;
}

const firsts = new WeakMap<object, Int32Array>();

/** The first step that stamps each output cell, in scan order; past all steps where none does. */
function firstStamps({ document }: Board): Int32Array {
  const cached = firsts.get(document);
  if (cached) return cached;
  const trace = traceOf(document);
  const { output, steps, taps, window, groups } = trace;
  const never = cellsIn(steps);
  const axis = (list: Int32Array, size: number, kernel: number) => {
    const first = new Array<number>(size).fill(-1);
    list.forEach((cell, i) => {
      if (cell >= 0 && first[cell] === -1) first[cell] = Math.floor(i / kernel);
    });
    return first;
  };
  const [deep, down, across] = [
    axis(taps[0], output.depth, window.depth),
    axis(taps[1], output.rows, window.rows),
    axis(taps[2], output.columns, window.columns),
  ];
  const found = new Int32Array(cellsIn(output));
  const perGroup = steps.channels / groups;
  for (let index = 0; index < found.length; index++) {
    const column = across[index % output.columns] ?? -1;
    const row = down[Math.floor(index / output.columns) % output.rows] ?? -1;
    const depth = deep[Math.floor(index / (output.columns * output.rows)) % output.depth] ?? -1;
    const channel = Math.floor(index / (output.columns * output.rows * output.depth));
    const group = Math.floor(channel / window.channels);
    found[index] =
      column < 0 || row < 0 || depth < 0
        ? never
        : indexIn(steps, { channel: group * perGroup, depth, row, column });
  }
  firsts.set(document, found);
  return found;
}
