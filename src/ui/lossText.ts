import { formatNumber } from "../model/formatNumber";

/** Losses below this would print as 0.0000. */
const SMALLEST = 0.00005;
const LARGEST = 1e7;

/** A loss as the notes print it, with four decimals; powers of ten where these say nothing or run on. */
export function lossText(loss: number): string {
  if (!Number.isFinite(loss)) return "∞";
  const plain = loss === 0 || (loss >= SMALLEST && loss < LARGEST);
  if (plain) return loss.toFixed(4);
  return formatNumber(loss);
}
