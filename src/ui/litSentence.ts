import type { ConvDocument } from "../model/document";
import { exactNumber, formatNumber } from "../model/formatNumber";
import { isConcealed, type Revealed } from "../scene/conceal";
import type { Target } from "../store/viewSlice";
import { type Cell, indexIn } from "../trace/extent";
import { stepFactors } from "../trace/factors";
import { partialSums } from "../trace/partialSums";
import { usesOf } from "../trace/relations";
import { overlapsAt } from "../trace/stamp";
import { firstWeight, stepCell, stepOf, termsAt, windowPlace, winnersOf } from "../trace/terms";
import { type Trace, traceOf } from "../trace/trace";
import { indexText, placeText } from "./cellWords";
import type { Text } from "./i18n";

/** Most cells that are named one by one. */
const NAMED = 4;

/** What a sentence about a cell is made of. */
interface Moment {
  readonly text: Text;
  readonly document: ConvDocument;
  /** The step on screen. */
  readonly step: number;
  /** The last step whose output is there. */
  readonly known: number;
  /** Outputs that are not to be predicted; null: all. */
  readonly revealed: Revealed;
  /** What was predicted of outputs that show. */
  readonly guesses: Readonly<Record<number, number>>;
}

/** A cell's exact number and what it takes part in, as one line. */
export function litSentence(moment: Moment, target: Target): string {
  const trace = traceOf(moment.document);
  const transposed = trace.op === "transposed";
  switch (target.grid) {
    case "input":
      return transposed ? stampingSentence(moment, trace, target) : inputSentence(moment, trace, target);
    case "kernel":
      return kernelSentence(moment, trace, target);
    case "products":
      return productSentence(moment, trace, target);
    case "output":
      return (
        guessSentence(moment, trace, target) +
        (transposed ? overlapSentence(moment, trace, target) : outputSentence(moment, trace, target))
      );
  }
}

function inputSentence({ text, document }: Moment, trace: Trace, cell: Cell): string {
  const uses = usesOf(document, cell);
  const pooled = firstWeight(trace, 0) === null;
  const list = listed(text, uses, ({ step, kernel }) => {
    const name = indexText(document, step, trace.output.channels);
    if (pooled) return `Y[${name}]`;
    const first = firstWeight(trace, stepOf(document, step)) ?? 0;
    const weight = trace.kernel[first + indexIn(trace.window, kernel)] ?? 0;
    return text("readout.use", { name: `Y[${name}]`, weight: exactNumber(weight) });
  });
  const values = {
    cell: indexText(document, cell, trace.input.channels),
    value: exactNumber(document.input.data[indexIn(trace.input, cell)] ?? 0),
    count: uses.length,
    list,
  };
  return text(uses.length > 0 ? "readout.input" : "readout.unread", values);
}

function stampingSentence({ text, document }: Moment, trace: Trace, cell: Cell): string {
  const step = stepOf(document, cell);
  const place = windowPlace(document, step).origin;
  return text("readout.stamping", {
    cell: indexText(document, cell, trace.input.channels),
    value: exactNumber(document.input.data[step] ?? 0),
    place: placeText(text, document, place),
  });
}

function kernelSentence({ text, document, step }: Moment, trace: Trace, cell: Cell): string {
  const first = firstWeight(trace, step) ?? 0;
  const { depth, rows, columns, channels } = trace.steps;
  const values = {
    cell: kernelText(document, step, cell),
    value: exactNumber(trace.kernel[first + indexIn(trace.window, cell)] ?? 0),
    count: depth * rows * columns,
    channel: stepCell(document, step).channel,
  };
  if (trace.op === "transposed") return text("readout.kernelStamps", values);
  return text(channels > 1 ? "readout.kernelOfChannel" : "readout.kernel", values);
}

function productSentence({ text, document, step, revealed }: Moment, trace: Trace, cell: Cell): string {
  const at = indexIn(trace.window, cell);
  const terms = termsAt(document, step);
  const term = terms[at];
  if (!term) return "";
  const { source, place } = term;
  const read = source && indexText(document, source, trace.input.channels);
  const values = {
    kernel: kernelText(document, step, cell),
    input: exactNumber(term.input),
    weight: exactNumber(term.weight),
    product: exactNumber(term.product),
  };
  switch (trace.op) {
    case "transposed": {
      const from = indexText(document, stepCell(document, step), trace.input.channels);
      const to = placeText(text, document, place, trace.output.channels);
      return text(source ? "readout.stamp" : "readout.stampCut", { ...values, cell: from, place: to });
    }
    case "max-pool": {
      if (!read) return text("readout.maxPadding");
      if (isConcealed(revealed, step)) return `X[${read}] = ${values.input}`;
      const winners = winnersOf(terms);
      const key = winners.includes(at)
        ? winners.length > 1
          ? "readout.maxTie"
          : "readout.maxWins"
        : "readout.maxLoses";
      return text(key, { cell: read, value: values.input, count: winners.length });
    }
    case "avg-pool": {
      const counted = stepFactors(document, step).some(({ order }) => order === at);
      const divisor = trace.divisors?.[step % trace.divisors.length] ?? 1;
      const name = read === null ? text("readout.padding") : `X[${read}] = ${values.input}`;
      return text(counted ? "readout.meanPart" : "readout.meanLeftOut", { name, count: divisor });
    }
    default:
      return read
        ? text("readout.product", { ...values, cell: read })
        : text("readout.productOnPadding", values);
  }
}

/** What was predicted of an output, in front of what it is. */
function guessSentence({ text, guesses }: Moment, trace: Trace, cell: Cell): string {
  const at = indexIn(trace.output, cell);
  const guess = guesses[at];
  if (guess === undefined) return "";
  const [said, value] = [formatNumber(guess), formatNumber(trace.values[at] ?? 0)];
  return text(said === value ? "predict.saidRight" : "predict.said", { said });
}

function outputSentence({ text, document, known, revealed }: Moment, trace: Trace, cell: Cell): string {
  const step = stepOf(document, cell);
  const terms = termsAt(document, step);
  const values = {
    cell: indexText(document, cell, trace.output.channels),
    place: placeText(text, document, windowPlace(document, step).origin),
    value: exactNumber(trace.values[step] ?? 0),
  };
  if (step > known) return text("readout.notYet", values);
  if (isConcealed(revealed, step)) return text("readout.concealed", values);
  const winners = trace.op === "max-pool" ? winnersOf(terms) : [];
  const winner = terms[winners[0] ?? -1];
  if (winner) {
    const at = placeText(text, document, winner.place);
    return text("readout.outputMax", { ...values, at, count: winners.length });
  }
  return text("readout.output", values);
}

function overlapSentence({ text, document, known, revealed }: Moment, trace: Trace, cell: Cell): string {
  const overlaps = overlapsAt(document, cell);
  const there = overlaps.filter(({ step }) => step <= known).length;
  const at = indexIn(trace.output, cell);
  const complete = there === overlaps.length;
  const list = listed(text, overlaps, ({ source, weight }) =>
    text("readout.use", {
      name: `X[${indexText(document, source, trace.input.channels)}]`,
      weight: exactNumber(weight),
    }),
  );
  const value = complete ? (trace.values[at] ?? 0) : (partialSums(document, known)[at] ?? 0);
  const values = {
    cell: indexText(document, cell, trace.output.channels),
    value: exactNumber(value),
    count: overlaps.length,
    there,
    list,
  };
  if (isConcealed(revealed, at)) return text("readout.concealed", values);
  if (overlaps.length === 0) return text("readout.noStamp", values);
  return text(complete ? "readout.overlap" : "readout.overlapSoFar", values);
}

/** "W[1, 0]", of several slabs with the two channels of its shape in front. */
function kernelText(document: ConvDocument, step: number, cell: Cell): string {
  const [first = 1, second = 1] = document.layers[0].weight.shape;
  const inside = indexText(document, cell, 1);
  const own = stepCell(document, step).channel;
  return first * second > 1 ? `${own}, ${cell.channel}, ${inside}` : inside;
}

function listed<Item>(text: Text, items: readonly Item[], word: (item: Item) => string): string {
  return items.slice(0, NAMED).map(word).join(text("readout.separator")) + (items.length > NAMED ? " …" : "");
}
