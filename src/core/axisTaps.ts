import type { AxisSpec, PaddingMode } from "./options";
import { windowCount } from "./outputSize";
import { paddedIndex } from "./paddedIndex";

/**
 * The cells that the windows read along one axis: the geometry everything else is a combination of.
 *
 * @param outputs number of windows, where it is not the floor of the size formula (ceil mode, transposed)
 * @returns entry `o * kernelSize + k` is the input index that kernel cell k of output o reads, with padding resolved by
 *   the mode, or −1 for a cell of zero padding
 */
export function axisTaps(
  inputSize: number,
  axis: AxisSpec,
  mode: PaddingMode,
  outputs = windowCount(inputSize, axis),
): Int32Array {
  const { kernelSize, stride, padding, dilation } = axis;
  const table = new Int32Array(outputs * kernelSize);
  let entry = 0;
  for (let o = 0; o < outputs; o++) {
    let position = o * stride - padding[0];
    for (let k = 0; k < kernelSize; k++) {
      table[entry++] = paddedIndex(position, inputSize, mode);
      position += dilation;
    }
  }
  return table;
}
