import type { ConvDocument } from "../model/document";
import { formatNumber } from "../model/formatNumber";
import type { Moment } from "../trace/phases";
import { traceOf } from "../trace/trace";

/** One line of the column addition under the products. */
export interface SumLine {
  readonly key: "products" | "bias" | "total" | "relu";
  readonly name: string;
  /** Empty until it has been computed. */
  readonly value: string;
}

/**
 * Products, bias and activation added up line by line, as far as the moment has come.
 *
 * @param counted how many of the step's products are in the sum so far
 */
export function sumLines(document: ConvDocument, moment: Moment, counted: number): readonly SumLine[] {
  const trace = traceOf(document);
  const size = trace.kernel.length;
  const start = moment.step * size;
  let running = 0;
  for (let i = start; i < start + counted; i++) running += trace.products[i] ?? 0;
  const done = moment.filled > 0;
  const lines: SumLine[] = [{ key: "products", name: "Σ", value: counted > 0 ? formatNumber(running) : "" }];
  if (trace.bias) {
    lines.push({ key: "bias", name: "+ b", value: formatNumber(trace.bias) });
    lines.push({ key: "total", name: "=", value: done ? formatNumber(trace.sums[moment.step] ?? 0) : "" });
  }
  if (document.layers[0].activation === "relu") {
    lines.push({
      key: "relu",
      name: "ReLU",
      value: done ? formatNumber(trace.output[moment.step] ?? 0) : "",
    });
  }
  return lines;
}
