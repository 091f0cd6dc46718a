import type { AxisSpec, Pads, SameConvention } from "./options";
import { windowSpan } from "./outputSize";
import { requireIntegers } from "./requireIntegers";

/**
 * Padding that keeps the size (with a stride: ceil(inputSize / stride)) along one axis. The conventions differ in
 * where the odd cell goes and in what they do with a stride:
 *
 * - `d2l`: a total of dilation·(kernelSize − 1) whatever the stride, the odd cell first;
 * - `tensorflow` (SAME, ONNX SAME_UPPER): as much as the last window needs, the odd cell last;
 * - `pytorch` ('same'): like `tensorflow`; PyTorch itself refuses it with a stride over 1.
 *
 * @param axis its own padding plays no part
 * @throws RangeError if a size, stride or dilation is not an integer ≥ 1
 */
export function samePadding(
  inputSize: number,
  axis: Omit<AxisSpec, "padding">,
  convention: SameConvention,
): Pads {
  const { kernelSize, stride, dilation } = axis;
  requireIntegers({ inputSize, kernelSize, stride, dilation }, 1);
  const span = windowSpan({ ...axis, padding: [0, 0] });
  if (convention === "d2l") {
    const total = span - 1;
    return [Math.ceil(total / 2), Math.floor(total / 2)];
  }
  const outputs = Math.ceil(inputSize / stride);
  const total = Math.max(0, (outputs - 1) * stride + span - inputSize);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}
