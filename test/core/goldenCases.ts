import { readFileSync } from "node:fs";
import type { LayerOptions, PaddingMode, Pads } from "../../src/core/options";
import { cellCount, type Tensor } from "../../src/core/tensor";

/** A case of scripts/golden.py: a layer and what PyTorch gives for it; a result of null says that PyTorch refuses it. */
export interface GoldenCase extends Omit<LayerOptions, "weightShape" | "kernelSize"> {
  readonly name?: string;
  readonly seed: number;
  readonly scale: number;
  readonly input: readonly number[];
  readonly weight?: readonly number[];
  readonly bias?: number;
  readonly kernelSize?: number | readonly number[];
  readonly countIncludePad?: boolean;
  readonly pads?: readonly Pads[];
  readonly mode?: PaddingMode;
  readonly shape?: readonly number[];
  readonly result: readonly (number | "inf" | "-inf")[] | null;
  readonly gradients?: Readonly<Record<"input" | "weight" | "bias", readonly number[]>>;
}

export function goldenCases<Case = GoldenCase>(name: string): readonly Case[] {
  const text = readFileSync(new URL(`../golden/${name}.json`, import.meta.url), "utf8");
  return (JSON.parse(text) as { cases: Case[] }).cases;
}

/** The numbers of scripts/golden.py, made again. */
export function goldenTensor(seed: number, shape: readonly number[], scale: number): Tensor<Float64Array> {
  let state = seed;
  const data = new Float64Array(cellCount(shape));
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(1103515245, state) + 12345) & 0x7fffffff;
    data[i] = (((state >> 16) % 19) - 9) / scale;
  }
  return { shape, data };
}

/**
 * The largest difference, relative to the largest number expected; 0 where the numbers must be exact and are. Sums in
 * another order than PyTorch's differ in the last bits only.
 */
export function difference(
  actual: ArrayLike<number>,
  expected: readonly (number | "inf" | "-inf")[],
): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  const numbers = expected.map((value) =>
    value === "inf" ? Number.POSITIVE_INFINITY : value === "-inf" ? Number.NEGATIVE_INFINITY : value,
  );
  const largest = Math.max(1, ...numbers.filter(Number.isFinite).map(Math.abs));
  return Math.max(
    0,
    ...numbers.map((value, i) =>
      actual[i] === value ? 0 : Math.abs((actual[i] as number) - value) / largest,
    ),
  );
}
