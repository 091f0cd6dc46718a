// Runs the core over ONNX's backend tests in JSON: npm run conformance -- FILE
import { readFileSync } from "node:fs";
import { type OnnxCase, runOnnxCase } from "./onnxCase";

/** Cases that PyTorch refuses (padding over half the window, dilated means), so the core does too. */
const refusedByPyTorch = [
  "node/test_maxpool_2d_pads",
  "node/test_averagepool_2d_pads",
  "node/test_averagepool_2d_pads_count_include_pad",
  "node/test_averagepool_2d_dilations",
  "node/test_averagepool_3d_dilations_small",
];

/** What ONNX's own runner allows: some expected numbers are written with four digits. */
const RELATIVE = 1e-3;
const ABSOLUTE = 1e-7;

const file = process.argv[2];
if (!file) {
  console.error("Usage: npm run conformance -- FILE");
  process.exit(2);
}

const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: readonly OnnxCase[] };
let passed = 0;
let failed = 0;
const skipped = new Map<string, number>();
for (const given of cases) {
  if (refusedByPyTorch.includes(given.name)) {
    console.log(`skipped ${given.name}: PyTorch refuses it`);
    continue;
  }
  try {
    const output = runOnnxCase(given);
    if (!output) {
      skipped.set(given.op, (skipped.get(given.op) ?? 0) + 1);
      continue;
    }
    const fault = mismatch(output, given.output);
    if (fault) throw new Error(fault);
    passed++;
  } catch (error) {
    failed++;
    console.log(`failed ${given.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
for (const [op, count] of skipped) console.log(`skipped ${op}, ${count} cases: not an operation of the core`);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

interface Numbers {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

function mismatch(actual: Numbers, expected: Numbers): string | undefined {
  if (String(actual.shape) !== String(expected.shape))
    return `shape ${actual.shape}, expected ${expected.shape}`;
  for (let i = 0; i < expected.data.length; i++) {
    const wanted = expected.data[i] as number;
    const error = Math.abs((actual.data[i] as number) - wanted);
    if (!(error <= ABSOLUTE + RELATIVE * Math.abs(wanted)))
      return `number ${i} is ${actual.data[i]}, expected ${wanted}`;
  }
  return undefined;
}
