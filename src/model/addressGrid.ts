import { cellCount } from "../core/tensor";
import { countOf, type ReadValue } from "./addressValue";
import type { Grid } from "./document";
import type { Notice } from "./notice";
import { MAX_ENTRY, type NumberParam, params } from "./params";
import { isEntry, plainNumber } from "./plainNumber";

type GridKey = "input" | "kernel" | "target" | "gradient";

/** Between the numbers of a grid, from its innermost axis outward: columns, rows, slices, channels. */
const SEPARATORS = [",", ";", "|", "/", "~"];

/** Axes before the spatial ones that are written: a kernel has both, the others a batch of one. */
const WRITTEN_CHANNELS = { input: 1, kernel: 2, target: 0, gradient: 1 } as const;

/**
 * A grid as an address writes it: `0,1;2,3`, channels after the spatial axes. The numbers are counted before anything is
 * allocated.
 *
 * @param dims spatial axes
 * @param wanted the spatial size that the address names beside the numbers, which are then laid out in it
 */
export function readGrid(
  key: GridKey,
  text: string,
  dims: number,
  wanted?: readonly number[],
): ReadValue<Grid> {
  const channelAxes = WRITTEN_CHANNELS[key];
  const axes = channelAxes + dims;
  const separators = SEPARATORS.slice(0, axes);
  const beyond = SEPARATORS.slice(axes).some((separator) => text.includes(separator));
  if (beyond) return { refused: { key: "notice.link-axes", values: { dims } } };
  const { shape, count, problem, even } = measured(key, text, separators.toReversed(), channelAxes);
  if (problem) return { refused: problem };
  const channels = shape.slice(0, channelAxes);
  const size = (even && wanted) || shape.slice(channelAxes);
  const written = [...channels, ...size];
  if (count !== cellCount(written)) {
    return { refused: countProblem(key, count, even ? written : [...channels, ...(wanted ?? size)]) };
  }
  const tooLong = size.map((length) => sizeProblem(key, length)).find((found) => found);
  if (tooLong) return { refused: tooLong };
  const whole = [...new Array<number>(2 - channelAxes).fill(1), ...written];
  return readNumbers(text.split(/[,;|/~]/), whole);
}

/** A grid as an address writes it, number for number. */
export function writeGrid(grid: Grid): string {
  const lengths = grid.shape.toReversed();
  // Where a number is the first of rows, slices, channels …: its outermost beginning is what parts it from the last one.
  const cells = lengths.map((_, axis) => cellCount(lengths.slice(0, axis + 1)));
  let text = "";
  grid.data.forEach((value, at) => {
    const begun = cells.findLastIndex((size, axis) => at % size === 0 && axis < lengths.length - 1);
    text += at === 0 ? String(value) : `${SEPARATORS[begun + 1]}${value}`;
  });
  return text;
}

/** Why a grid cannot have that many cells along an axis; undefined when it can. */
export function sizeProblem(key: GridKey, value: number): Notice | undefined {
  const { min, max } = params.inputSize;
  // An output may be longer than an input ever is; what else it is, the document knows.
  if (key === "gradient") return undefined;
  // No axis of any other grid may be longer than the input's; a kernel has a limit of its own.
  if (!isInside(value, params.inputSize)) return { key: "notice.link-size", values: { value, min, max } };
  if (key !== "kernel" || isInside(value, params.kernelSize)) return undefined;
  return {
    key: "problem.kernel-size-out-of-range",
    values: { value, min: params.kernelSize.min, max: params.kernelSize.max },
  };
}

/** Why a grid cannot have that many channels; undefined when it can. */
function channelsProblem(value: number): Notice | undefined {
  const { min, max } = params.inChannels;
  return isInside(value, params.inChannels)
    ? undefined
    : { key: "notice.link-channels", values: { value, min, max } };
}

function isInside(value: number, { min, max }: NumberParam): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

interface Measured {
  /** The longest of each axis, outermost first. */
  readonly shape: readonly number[];
  /** Numbers in all. */
  readonly count: number;
  /** Whether every part of an axis is as long as the others. */
  readonly even: boolean;
  readonly problem?: Notice;
}

/**
 * How long the axes of a text are.
 *
 * @param separators outermost first
 * @param channelAxes how many of them part channels
 */
function measured(
  key: GridKey,
  text: string,
  [separator, ...inner]: readonly string[],
  channelAxes: number,
): Measured {
  if (separator === undefined) return { shape: [], count: 1, even: true };
  // A row of nothing has no numbers; nor has the text of a grid that is one.
  const length = inner.length === 0 && text.trim() === "" ? 0 : countOf(text, separator) + 1;
  if (inner.length === 0) return { shape: [length], count: length, even: true };
  const problem = channelAxes > 0 ? channelsProblem(length) : sizeProblem(key, length);
  if (problem) return { shape: [], count: 0, even: false, problem };
  const parts = text.split(separator).map((part) => measured(key, part, inner, channelAxes - 1));
  const refused = parts.find((part) => part.problem);
  if (refused) return refused;
  const [first] = parts;
  return {
    shape: [length, ...inner.map((_, axis) => Math.max(...parts.map(({ shape }) => shape[axis] ?? 0)))],
    count: parts.reduce((sum, part) => sum + part.count, 0),
    even: parts.every(({ even, shape }) => even && String(shape) === String(first?.shape)),
  };
}

function readNumbers(entries: readonly string[], shape: readonly number[]): ReadValue<Grid> {
  const data = new Float64Array(entries.length);
  for (const [at, entry] of entries.entries()) {
    const text = entry.trim();
    const number = plainNumber(text);
    if (number === undefined) return { refused: { key: "problem.cell-not-a-number", values: {} } };
    if (!Number.isFinite(number)) return { refused: { key: "problem.cell-not-finite", values: { text } } };
    if (!isEntry(number)) {
      return {
        refused: { key: "problem.cell-range", values: { min: `${-MAX_ENTRY}`, max: `${MAX_ENTRY}` } },
      };
    }
    data[at] = number;
  }
  return { value: { shape, data } };
}

/** Channels are named where there are several. */
function countProblem(key: GridKey, count: number, written: readonly number[]): Notice {
  const channelAxes = WRITTEN_CHANNELS[key];
  const plain = written.slice(0, channelAxes).every((channels) => channels === 1);
  const shape = (plain ? written.slice(channelAxes) : written).join("×");
  return { key: `notice.link-${key}-count`, values: { count, shape, needed: cellCount(written) } };
}
