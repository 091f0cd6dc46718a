import { isPool } from "../core/layer";
import type { Op } from "../core/options";
import type { ConvDocument } from "../model/document";
import { formatNumber } from "../model/formatNumber";
import { indicesOf } from "../trace/cellName";
import { type Cell, cellsIn, indexIn } from "../trace/extent";
import { type Factor, overlapFactors, stepFactors } from "../trace/factors";
import { partialSums } from "../trace/partialSums";
import { momentAt } from "../trace/phases";
import { overlapsAt } from "../trace/stamp";
import { stepCell, windowPlace } from "../trace/terms";
import { type Trace, traceOf } from "../trace/trace";

export interface EquationTerm {
  /** Negative numbers stand in brackets where they are multiplied or added. */
  readonly input: string;
  /** Null where there are no weights: the numbers of a pooling window. */
  readonly weight: string | null;
  /** What a stamp adds; null where products are added up. */
  readonly product: string | null;
  /** A product of 0 is dimmed. */
  readonly zero: boolean;
  /** Whether it is the largest of its window, or as large. */
  readonly wins: boolean;
  /** The kernel's cell that it belongs to, in scan order of one channel. */
  readonly at: number;
  /** Whether it is in the running sum. */
  readonly counted: boolean;
}

/** The products of one channel of the input. */
export interface ChannelPart {
  readonly channel: number;
  /** Those counted so far, added up; empty before the first. */
  readonly sum: string;
  /** Whether they are the terms that are written out. */
  readonly shown: boolean;
}

/** The equation of a step or of an output cell, as it is while nothing, some or all of its products have been counted. */
export interface Equation {
  /** A sum of products, the largest or the mean of a window, or what one input cell of a transposed layer adds. */
  readonly kind: "sum" | "max" | "mean" | "stamp";
  /** Of the output cell, or of the input cell that stamps: channel first where there are several. */
  readonly indices: readonly number[];
  /** Of one channel. */
  readonly terms: readonly EquationTerm[];
  /** Where products of several channels are added up, one part for each; else none. */
  readonly parts: readonly ChannelPart[];
  readonly bias: string | null;
  /** What the sum of a mean is divided by. */
  readonly divisor: string | null;
  /** The running sum or maximum; with the bias once all products are counted; empty before the first, and of a stamp. */
  readonly sum: string;
  /** What the activation makes of the sum; null without one or before it is there. */
  readonly activated: string | null;
  readonly complete: boolean;
}

/**
 * The equation at a float position of the clock.
 *
 * @param channel that is written out where there are several, counted among those of the step's kernel
 */
export function equationAt(document: ConvDocument, position: number, channel = 0): Equation {
  const { steps, window } = traceOf(document);
  const moment = momentAt(position, cellsIn(steps) - 1);
  return equationOf(document, moment.step, Math.floor(moment.counted * cellsIn(window)), channel);
}

/**
 * The complete equation of a step: of the output cell that it computes, or of a transposed layer's stamp.
 *
 * @param counted how many cells of the window have been counted
 * @param channel that is written out where there are several, counted among those of the step's kernel
 */
export function equationOf(
  document: ConvDocument,
  step: number,
  counted = cellsIn(traceOf(document).window),
  channel = 0,
): Equation {
  const trace = traceOf(document);
  const { op } = trace;
  const cell = stepCell(document, step);
  const factors = stepFactors(document, step);
  const wanted = windowPlace(document, step).origin.channel + channel;
  const complete = counted >= cellsIn(trace.window);
  const largest = op === "max-pool" ? largestOf(factors, counted) : Number.NaN;
  const divisors = trace.divisors;
  return {
    kind: kinds[op],
    indices: indicesOf(document, cell, trace.steps.channels),
    terms: factors
      .filter((factor) => factor.channel === wanted)
      .map((factor) => ({ ...termOf(op, factor, counted), wins: complete && factor.input === largest })),
    parts: op === "transposed" ? [] : partsOf(factors, counted, wanted),
    bias: op === "transposed" ? null : biasOf(trace, cell),
    divisor: divisors && formatNumber(divisors[step % divisors.length] ?? 1),
    sum: complete ? finished(trace, step) : runningSum(op, factors, counted),
    activated: complete && op !== "transposed" ? activatedOf(document, trace.sums[step] ?? 0) : null,
    complete,
  };
}

/**
 * The equation of an output cell of a transposed layer: the sum of the stamps that overlap there.
 *
 * @param known the last step that has stamped
 * @param channel of the input that is written out where there are several; the first that reaches the cell unless it does
 */
export function overlapEquation(
  document: ConvDocument,
  cell: Cell,
  known = Number.POSITIVE_INFINITY,
  channel = 0,
): Equation {
  const trace = traceOf(document);
  const factors = overlapFactors(document, cell);
  const counted = overlapsAt(document, cell).filter(({ step }) => step <= known).length;
  const complete = counted === factors.length;
  const sum =
    partialSums(document, Math.min(known, cellsIn(trace.steps) - 1))[indexIn(trace.output, cell)] ?? 0;
  const wanted = factors.some((factor) => factor.channel === channel) ? channel : factors[0]?.channel;
  return {
    kind: "sum",
    indices: indicesOf(document, cell, trace.output.channels),
    terms: factors
      .filter((factor) => factor.channel === wanted)
      .map((factor) => ({ ...termOf("conv", factor, counted), wins: false })),
    parts: partsOf(factors, counted, wanted),
    bias: biasOf(trace, cell),
    divisor: null,
    sum: counted > 0 || complete ? formatNumber(sum) : "",
    activated: complete ? activatedOf(document, sum) : null,
    complete,
  };
}

const kinds: Readonly<Record<Op, Equation["kind"]>> = {
  conv: "sum",
  "conv-flipped": "sum",
  transposed: "stamp",
  "max-pool": "max",
  "avg-pool": "mean",
};

function termOf(
  op: Op,
  { input, weight, product, at, order }: Factor,
  counted: number,
): Omit<EquationTerm, "wins"> {
  return {
    input: op === "max-pool" ? formatNumber(input) : factorText(input),
    weight: isPool(op) ? null : factorText(weight),
    product: op === "transposed" ? formatNumber(product) : null,
    zero: op !== "max-pool" && product === 0,
    at,
    counted: order < counted,
  };
}

function partsOf(
  factors: readonly Factor[],
  counted: number,
  wanted: number | undefined,
): readonly ChannelPart[] {
  const sums = new Map<number, number | null>();
  for (const { channel, product, order } of factors) {
    const before = sums.get(channel) ?? null;
    sums.set(channel, order < counted ? (before ?? 0) + product : before);
  }
  if (sums.size < 2) return [];
  return Array.from(sums, ([channel, sum]) => ({
    channel,
    sum: sum === null ? "" : formatNumber(sum),
    shown: channel === wanted,
  }));
}

function largestOf(factors: readonly Factor[], counted: number): number {
  const numbers = factors.flatMap(({ input, order }) => (order < counted ? [input] : []));
  return Math.max(...numbers);
}

/** A stamp's numbers go to as many cells: they have no sum. */
function finished({ op, sums }: Trace, step: number): string {
  return op === "transposed" ? "" : formatNumber(sums[step] ?? 0);
}

/** What stands at the end while not all is counted; a mean waits for its last number. */
function runningSum(op: Op, factors: readonly Factor[], counted: number): string {
  if (op === "transposed" || op === "avg-pool" || !factors.some(({ order }) => order < counted)) return "";
  if (op === "max-pool") return formatNumber(largestOf(factors, counted));
  return formatNumber(
    factors.reduce((sum, { product, order }) => (order < counted ? sum + product : sum), 0),
  );
}

function biasOf({ bias }: Trace, { channel }: Cell): string | null {
  const value = bias[channel] ?? 0;
  return value === 0 ? null : factorText(value);
}

function activatedOf(document: ConvDocument, sum: number): string | null {
  return document.layers[0].activation === "relu" ? formatNumber(Math.max(0, sum)) : null;
}

function factorText(value: number): string {
  return value < 0 ? `(${formatNumber(value)})` : formatNumber(value);
}
