import type { ConvDocument } from "./document";
import { axesOf, inputSizeOf, resolvedLayerOf, withLayer } from "./layer";
import { errorsOf, type Problem } from "./problems";
import { isLearnable, type Training, trainingOf } from "./training";
import { learnKernelSize } from "./trainingErrors";

/**
 * Why a document's training cannot run: what an edit in Explore may bring about, so that it keeps no document from being
 * one. Null when it can.
 */
export function trainingProblem(document: ConvDocument): Problem | null {
  if (!isLearnable(document)) return problem("learn-plain-only", {});
  const training = trainingOf(document);
  const learning = withKernelSize(document, training);
  const [error] = errorsOf(learning);
  if (error) return error.code.startsWith("kernel-") ? kernelTooLarge(learning) : error;
  const { target } = training;
  if (target.kind === "kernel") return null;
  const given = sizeText(target.values.shape.slice(2));
  const needed = sizeText(targetSize(document, training));
  return given === needed ? null : problem("target-shape", { given, needed });
}

/** Rows and columns that a target must have; 0 where the kernel that learns does not fit the padded input. */
export function targetSize(document: ConvDocument, training: Training): readonly number[] {
  return resolvedLayerOf(withKernelSize(document, training)).outputSize.map((size) => Math.max(0, size));
}

/** The document as if Explore showed a kernel of the size that learns. */
function withKernelSize({ input, layers }: ConvDocument, { kernelSize }: Training): ConvDocument {
  const [rows, columns] = kernelSize;
  const weight = { shape: [1, 1, rows, columns], data: new Float64Array(rows * columns) };
  return withLayer({ input, layers }, { weight, bias: [0] });
}

function kernelTooLarge(learning: ConvDocument): Problem {
  const sizes = inputSizeOf(learning);
  const axes = axesOf(learning);
  const spans = axes.map(({ kernelSize, dilation }) => dilation * (kernelSize - 1) + 1);
  const padded = axes.map(({ padding: [before, after] }, at) => (sizes[at] ?? 1) + before + after);
  const most = axes.map(({ dilation }, at) =>
    Math.min(learnKernelSize.max, Math.floor(((padded[at] ?? 1) - 1) / dilation) + 1),
  );
  return problem("learn-kernel-too-large", {
    kernel: sizeText(spans),
    padded: sizeText(padded),
    allowed: sizeText(most),
  });
}

function sizeText(sizes: readonly number[]): string {
  return sizes.join("×");
}

function problem(code: string, values: Problem["values"]): Problem {
  return { code, field: "training", severity: "error", values };
}
