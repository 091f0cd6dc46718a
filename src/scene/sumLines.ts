import type { ConvDocument } from "../model/document";
import { formatNumber } from "../model/formatNumber";
import { stepFactors } from "../trace/factors";
import type { Moment } from "../trace/phases";
import { stepCell } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { UNKNOWN } from "./conceal";

/** One line of the column addition under the products. */
export interface SumLine {
  readonly key: "products" | "bias" | "divisor" | "total" | "relu";
  readonly name: string;
  /** Empty until it has been computed. */
  readonly value: string;
}

/**
 * Products of all channels, bias and activation added up line by line, as far as the moment has come; of pooling the
 * maximum, or the sum and its divisor; of a stamp none, as its products go to different cells.
 *
 * @param counted how many cells of the window are in the sum so far
 * @param concealed whether the output is still to be predicted
 */
export function sumLines(
  document: ConvDocument,
  moment: Moment,
  counted: number,
  concealed = false,
): readonly SumLine[] {
  const lines = openLines(document, moment, counted);
  if (!concealed) return lines;
  return lines.map((line) => (GIVEN.has(line.key) || line.value === "" ? line : { ...line, value: UNKNOWN }));
}

/** What is no result. */
const GIVEN: ReadonlySet<SumLine["key"]> = new Set(["bias", "divisor"]);

function openLines(document: ConvDocument, moment: Moment, counted: number): readonly SumLine[] {
  const { op, bias, divisors, sums, values } = traceOf(document);
  if (op === "transposed") return [];
  const { step } = moment;
  const done = moment.filled > 0;
  const total = done ? formatNumber(sums[step] ?? 0) : "";
  const numbers = stepFactors(document, step).flatMap(({ product, order }) =>
    order < counted ? [product] : [],
  );
  const lines: SumLine[] = [];
  if (op === "max-pool") {
    lines.push({
      key: "products",
      name: "max",
      value: numbers.length ? formatNumber(Math.max(...numbers)) : "",
    });
  } else {
    const running = numbers.reduce((sum, product) => sum + product, 0);
    lines.push({ key: "products", name: "Σ", value: counted > 0 ? formatNumber(running) : "" });
  }
  const offset = bias[stepCell(document, step).channel] ?? 0;
  if (offset !== 0) lines.push({ key: "bias", name: "+ b", value: formatNumber(offset) });
  if (divisors) {
    lines.push({ key: "divisor", name: "÷", value: formatNumber(divisors[step % divisors.length] ?? 1) });
  }
  if (offset !== 0 || divisors) lines.push({ key: "total", name: "=", value: total });
  if (document.layers[0].activation === "relu") {
    lines.push({ key: "relu", name: "ReLU", value: done ? formatNumber(values[step] ?? 0) : "" });
  }
  return lines;
}
