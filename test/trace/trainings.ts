import fc from "fast-check";
import type { ConvDocument } from "../../src/model/document";
import { gridOf } from "../../src/model/grid";
import type { Training } from "../../src/model/training";
import { type TrainingPlan, trainingPlanOf } from "../../src/trace/trainingPlan";
import { documents, documentWith, filled } from "./documents";

type Rows = readonly (readonly number[])[];

/** The notes' image: ones with columns 2 to 5 black. */
export const EDGE_IMAGE = filled(6, 8, (_, column) => (column > 1 && column < 6 ? 0 : 1));
export const BLANK_PAGE = filled(6, 8, () => 1);
export const BLACK_COLUMN = filled(6, 8, (_, column) => (column === 3 ? 0 : 1));

/** The notes' recipe: the target that [[1, −1]] makes, from zeros, plain descent on the sum of squares, 10 updates at 0.03. */
const NOTES: Training = {
  target: { kind: "kernel", weight: gridOf([[1, -1]]) },
  kernelSize: [1, 2],
  hidden: 0,
  withBias: false,
  start: "zeros",
  startValues: [],
  seed: 0,
  optimizer: "sgd",
  momentum: 0.9,
  learningRate: 0.03,
  reduction: "sum",
  steps: 10,
};

/** A document on `input` that learns as the notes do, with what is named changed. */
export function learning(input: Rows, change: Partial<Training> = {}): ConvDocument {
  return { ...documentWith({ input, kernel: [[1, -1]] }), training: { ...NOTES, ...change } };
}

/** The plan of a document that can be learned from. */
export function planFor(document: ConvDocument): TrainingPlan {
  const plan = trainingPlanOf(document);
  if (!plan) throw new Error("there is nothing to learn here");
  return plan;
}

/** Products of smaller ones end as 0, and as what comes of that in another order. */
const SMALLEST = 1e-9;
const numbers = fc
  .double({ min: -2, max: 2, noNaN: true })
  .map((value) => (Math.abs(value) < SMALLEST ? 0 : value));

/** Plans of every padding mode, stride, dilation and operation, with and without bias and hidden kernels, at any weights. */
export function plans(): fc.Arbitrary<{ readonly plan: TrainingPlan; readonly parameters: Float64Array }> {
  return fc
    .record({
      document: documents({ input: 6, kernel: 3, padding: 2 }),
      channels: fc.integer({ min: 1, max: 3 }),
      hidden: fc.integer({ min: 0, max: 2 }),
      withBias: fc.boolean(),
      reduction: fc.constantFrom<Training["reduction"][]>("sum", "mean"),
      values: fc.array(numbers, { minLength: 120, maxLength: 120 }),
    })
    .map(({ document, channels, hidden, withBias, reduction, values }) => {
      const [rows = 1, columns = 1] = document.layers[0].weight.shape.slice(2);
      const input = { ...document.input, data: document.input.data.map((value) => value % 10) };
      const weight = {
        shape: [channels, 1, rows, columns],
        data: Float64Array.from({ length: channels * rows * columns }, (_, i) => (i % 5) - 2),
      };
      const training: Training = {
        ...NOTES,
        target: { kind: "kernel", weight },
        kernelSize: [rows, columns],
        hidden,
        withBias,
        reduction,
      };
      const plan = planFor({ ...document, input, training });
      return { plan, parameters: Float64Array.from(plan.start, (_, i) => values[i] as number) };
    });
}
