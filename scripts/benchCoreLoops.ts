import { conv } from "../src/core/conv";
import { createRandom } from "../src/core/random";
import { cellCount, type Tensor } from "../src/core/tensor";
import { defaultDocument } from "../src/model/defaultDocument";
import type { ConvDocument } from "../src/model/document";
import { computeTrace } from "../src/trace/trace";
import { percentile, report } from "./measure";

const random = createRandom(8);

/** Times the core on small grids beside a naive loop over nested arrays, and prints the figures with their limits. */
export function benchCore(): void {
  const plain = setting(8, 3, 0);
  const [plainRows, plainKernel] = [nested(plain.input), nested(plain.weight)];
  const nestedTime = timeOf(() => naive(plainRows, plainKernel, 0));
  const coreTime = timeOf(() => conv(plain.input, plain.weight));
  report("conv 8×8, k3, µs", coreTime, "≤", 2, beside(nestedTime, coreTime));
  for (const [size, kernelSize, padding, limit] of [
    [16, 3, 0, 300],
    [32, 11, 5, 8000],
  ] as const) {
    const { input, weight } = setting(size, kernelSize, padding);
    const [layer] = defaultDocument.layers;
    const pads = [padding, padding] as const;
    const document: ConvDocument = { input, layers: [{ ...layer, weight, padding: [pads, pads] }] };
    const name = `${size}×${size}, k${kernelSize}, p${padding}`;
    const [rows, kernelRows] = [nested(input), nested(weight)];
    const naiveTime = timeOf(() => naive(rows, kernelRows, padding));
    const traceTime = timeOf(() => computeTrace(document));
    report(`output and trace ${name}, µs`, traceTime, "≤", limit, beside(naiveTime, traceTime));
    const convTime = timeOf(() => conv(input, weight, null, { padding }));
    console.log(`         conv ${name}, µs: ${convTime.toPrecision(3)}; ${beside(naiveTime, convTime)}`);
  }
}

function beside(naiveTime: number, time: number): string {
  return `a naive loop of nested arrays takes ${naiveTime.toPrecision(3)}, ${(naiveTime / time).toFixed(1)} times as long`;
}

/**
 * Time of one call in microseconds: what a fifth of the rounds of some 5 ms stay under, after a warm-up. Other work on the
 * machine only ever adds.
 */
function timeOf(run: () => unknown): number {
  const warm = performance.now() + 250;
  let calls = 0;
  while (performance.now() < warm) {
    run();
    calls++;
  }
  const perRound = Math.max(1, Math.round(calls / 50));
  const rounds: number[] = [];
  for (let round = 0; round < 60; round++) {
    const start = performance.now();
    for (let i = 0; i < perRound; i++) run();
    rounds.push(((performance.now() - start) * 1000) / perRound);
  }
  return percentile(rounds, 0.2);
}

function setting(size: number, kernelSize: number, padding: number) {
  return {
    input: randomTensor([1, 1, size, size]),
    weight: randomTensor([1, 1, kernelSize, kernelSize]),
    padding,
  };
}

function randomTensor(shape: readonly number[]): Tensor<Float64Array> {
  return {
    shape,
    data: Float64Array.from({ length: cellCount(shape) }, () => Math.round(random() * 18 - 9)),
  };
}

function nested({ shape, data }: Tensor): number[][] {
  const width = shape.at(-1) as number;
  return Array.from({ length: data.length / width }, (_, row) => [
    ...data.slice(row * width, (row + 1) * width),
  ]);
}

/** The four loops of a first program: nested arrays, padding asked for cell by cell. */
function naive(input: readonly number[][], kernel: readonly number[][], padding: number): number[][] {
  const output: number[][] = [];
  for (let i = -padding; i <= input.length + padding - kernel.length; i++) {
    const row: number[] = [];
    for (let j = -padding; j <= (input[0]?.length ?? 0) + padding - (kernel[0]?.length ?? 0); j++) {
      let sum = 0;
      for (let a = 0; a < kernel.length; a++) {
        for (let b = 0; b < (kernel[0]?.length ?? 0); b++) {
          sum += (input[i + a]?.[j + b] ?? 0) * (kernel[a]?.[b] ?? 0);
        }
      }
      row.push(sum);
    }
    output.push(row);
  }
  return output;
}
