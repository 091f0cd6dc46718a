import type { ConvDocument } from "./document";
import { createGrid } from "./grid";
import { layersFrom } from "./stackLayers";

const SIDE = 17;
const MIDDLE = 8;

/** What a newcomer to stacks sees first: one spot, on which three 3×3 layers of ones grow a bell of 7×7. */
export const defaultStack: ConvDocument = stackOf([3, 3, 3]);

function stackOf(kernels: readonly number[]): ConvDocument {
  const input = createGrid(SIDE, SIDE, (row, column) => (row === MIDDLE && column === MIDDLE ? 1 : 0));
  const specs = kernels.map((size) => ({
    op: "conv" as const,
    kernelSize: [size],
    padding: [[1, 1] as const],
  }));
  const [first, ...others] = layersFrom(specs, 2, 1);
  if (!first) throw new RangeError("a stack has at least 1 layer");
  return { input, layers: [first, ...others] };
}
