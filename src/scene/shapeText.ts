import { isPool } from "../core/layer";
import type { ConvDocument } from "../model/document";
import { dimsOf, kernelSizeOf } from "../model/layer";
import { traceOf } from "../trace/trace";
import type { SceneGrid } from "./marks";

/**
 * The shape under a grid's name: `3 × 3` where one channel of two axes is all there is, else the whole tuple as PyTorch
 * prints it, `(1, 2, 3, 3)`.
 */
export function shapeTextOf(document: ConvDocument, grid: Exclude<SceneGrid, "products">): string {
  const shape = shapeOf(document, grid);
  return isPlain(document) ? sizeText(shape.slice(2)) : sizeTuple(shape);
}

/** Whether a document is one channel of two axes on either side. */
export function isPlain(document: ConvDocument): boolean {
  const { input, output } = traceOf(document);
  return dimsOf(document) === 2 && input.channels === 1 && output.channels === 1;
}

/** Sizes with crosses between them: `3 × 3`. */
export function sizeText(sizes: readonly number[]): string {
  return sizes.join(" × ");
}

function sizeTuple(shape: readonly number[]): string {
  return `(${shape.join(", ")})`;
}

function shapeOf(document: ConvDocument, grid: Exclude<SceneGrid, "products">): readonly number[] {
  const [layer] = document.layers;
  if (grid === "input") return document.input.shape;
  if (grid === "kernel") return isPool(layer.op) ? [1, 1, ...kernelSizeOf(layer)] : layer.weight.shape;
  const { channels, depth, rows, columns } = traceOf(document).output;
  return [1, channels, ...[depth, rows, columns].slice(3 - dimsOf(document))];
}
