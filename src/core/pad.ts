import { axisTaps } from "./axisTaps";
import { finding } from "./finding";
import { TENSOR_LIMIT } from "./limits";
import type { PaddingMode, Pads } from "./options";
import { problemOf, problemText } from "./problem";
import { cellCount, requireTensor, type Tensor, type TensorData, zeroData } from "./tensor";

/**
 * A tensor with cells added around it.
 *
 * @param pads `[before, after]` for each axis; fewer than the tensor's axes are for the last ones
 * @param value of the cells that mode `zeros` adds
 * @throws RangeError if a padding is no whole number ≥ 0, over its mode's limit (reflect: smaller than the axis, circular: at
 *   most the axis), or if a value is given to a mode that has no use for it
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.pad.html
 */
export function pad<Data extends TensorData>(
  input: Tensor<Data>,
  pads: readonly Pads[],
  mode: PaddingMode = "zeros",
  value = 0,
): Tensor<Data> {
  requireTensor("input", input);
  const rank = input.shape.length;
  if (pads.length > rank) throw new RangeError(`pads has ${pads.length} axes, the input has ${rank}`);
  if (mode !== "zeros" && value !== 0)
    throw new RangeError(`Padding mode ${mode} takes no value, got ${value}`);
  const all = input.shape.map((_, axis): Pads => pads[axis - rank + pads.length] ?? [0, 0]);
  const shape = input.shape.map((size, axis) => {
    const padding = all[axis] as Pads;
    requirePads(padding, size, mode);
    return size + padding[0] + padding[1];
  });
  const numbers = cellCount(shape);
  if (numbers > TENSOR_LIMIT)
    throw new RangeError(
      problemText(problemOf(finding("input", "tensor-too-large", { numbers, limit: TENSOR_LIMIT }))),
    );
  let sources = Int32Array.of(0);
  for (const [axis, size] of input.shape.entries()) {
    const table = axisTaps(size, { kernelSize: 1, stride: 1, dilation: 1, padding: all[axis] as Pads }, mode);
    const next = new Int32Array(sources.length * table.length);
    let entry = 0;
    for (const source of sources) {
      for (const cell of table) next[entry++] = source < 0 || cell < 0 ? -1 : source * size + cell;
    }
    sources = next;
  }
  const data = zeroData(input.data, numbers);
  for (let i = 0; i < numbers; i++) {
    const source = sources[i] as number;
    data[i] = source < 0 ? value : (input.data[source] as number);
  }
  return { shape, data };
}

function requirePads(padding: Pads, size: number, mode: PaddingMode): void {
  for (const cells of padding) {
    const refused =
      cells < 0
        ? finding("padding", "padding-negative")
        : !Number.isInteger(cells)
          ? finding("padding", "padding-not-whole")
          : mode === "reflect" && cells >= size && cells > 0
            ? finding("padding", "reflect-too-large", { limit: size - 1 })
            : mode === "circular" && cells > size
              ? finding("padding", "circular-too-large", { limit: size })
              : undefined;
    if (refused) throw new RangeError(`${problemText(problemOf(refused))}, got ${cells}`);
  }
}
