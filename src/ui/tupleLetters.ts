import type { TupleAxis } from "../trace/shapeTuples";

/** The letter of a shape's number, and what stands below it. */
export interface TupleLetter {
  readonly base: string;
  readonly index?: string;
}

/** PyTorch's letters for what the numbers of a shape count. */
export const tupleLetters: Readonly<Record<TupleAxis, TupleLetter>> = {
  batch: { base: "N" },
  inChannels: { base: "C", index: "in" },
  outChannels: { base: "C", index: "out" },
  inPerGroup: { base: "C", index: "in/g" },
  outPerGroup: { base: "C", index: "out/g" },
  depth: { base: "D" },
  rows: { base: "H" },
  columns: { base: "W" },
  length: { base: "L" },
  kernelDepth: { base: "k", index: "D" },
  kernelRows: { base: "k", index: "H" },
  kernelColumns: { base: "k", index: "W" },
  kernelLength: { base: "k", index: "L" },
};
