import { axisTaps } from "../core/axisTaps";
import { flipKernel } from "../core/flipKernel";
import type { ConvDocument } from "../model/document";
import { inputSizeOf, kernelSizeOf, paddingOf } from "../model/layer";

/**
 * What happens, step by step, when a document's first layer slides over one channel: step n computes output n in
 * scan order. Everything is flat: the products of step n are `products[n · kernel.length …]`.
 */
export interface Trace {
  /** Output height and width. */
  readonly rows: number;
  readonly columns: number;
  readonly kernelRows: number;
  readonly kernelColumns: number;
  /** Weights as they lie on the window, row by row: turned by 180° for true convolution. */
  readonly kernel: Float64Array;
  /** `[output · kernel]` per axis: the input index that is read, −1 for a padding zero. */
  readonly rowTaps: Int32Array;
  readonly columnTaps: Int32Array;
  readonly products: Float64Array;
  readonly bias: number;
  /** Products and bias added up, in the order of the taps. */
  readonly sums: Float64Array;
  /** The sums after the activation. */
  readonly output: Float64Array;
}

const known = new WeakMap<ConvDocument, Trace>();

/** The trace of a document, computed once for each. */
export function traceOf(document: ConvDocument): Trace {
  const cached = known.get(document);
  if (cached) return cached;
  const trace = computeTrace(document);
  known.set(document, trace);
  return trace;
}

/** How many steps the window makes: one for each output cell. */
export function stepCount(document: ConvDocument): number {
  const { rows, columns } = traceOf(document);
  return rows * columns;
}

export function computeTrace(document: ConvDocument): Trace {
  const layer = document.layers[0];
  const [height = 0, width = 0] = inputSizeOf(document);
  const [kernelRows = 0, kernelColumns = 0] = kernelSizeOf(layer);
  const [rowPadding = [0, 0], columnPadding = [0, 0]] = paddingOf(document);
  const [rowStride = 1, columnStride = 1] = layer.stride;
  const [rowDilation = 1, columnDilation = 1] = layer.dilation;
  const rowTaps = axisTaps(
    height,
    { kernelSize: kernelRows, stride: rowStride, padding: rowPadding, dilation: rowDilation },
    layer.paddingMode,
  );
  const columnTaps = axisTaps(
    width,
    { kernelSize: kernelColumns, stride: columnStride, padding: columnPadding, dilation: columnDilation },
    layer.paddingMode,
  );
  const rows = rowTaps.length / kernelRows;
  const columns = columnTaps.length / kernelColumns;
  const kernel = layer.op === "conv-flipped" ? flipKernel(layer.weight).data : layer.weight.data;
  const bias = layer.bias[0] ?? 0;
  const input = document.input.data;
  const size = kernelRows * kernelColumns;
  const products = new Float64Array(rows * columns * size);
  const sums = new Float64Array(rows * columns);
  const output = new Float64Array(rows * columns);
  let at = 0;
  for (let row = 0, step = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, step++) {
      let sum = 0;
      for (let a = 0, k = 0; a < kernelRows; a++) {
        const inputRow = rowTaps[row * kernelRows + a] as number;
        for (let b = 0; b < kernelColumns; b++, k++) {
          const inputColumn = columnTaps[column * kernelColumns + b] as number;
          const inside = inputRow >= 0 && inputColumn >= 0;
          // Adding 0 turns a product of −0 into 0.
          const product = inside
            ? (input[inputRow * width + inputColumn] as number) * (kernel[k] as number) + 0
            : 0;
          products[at++] = product;
          sum += product;
        }
      }
      sum += bias;
      sums[step] = sum;
      output[step] = layer.activation === "relu" && sum < 0 ? 0 : sum;
    }
  }
  return {
    rows,
    columns,
    kernelRows,
    kernelColumns,
    kernel: Float64Array.from(kernel),
    rowTaps,
    columnTaps,
    products,
    bias,
    sums,
    output,
  };
}
