/** A dense array of numbers, row-major: `[N, C, …spatial]` for inputs and outputs, with 1 to 3 spatial axes. */
export interface Tensor<Data extends TensorData = TensorData> {
  readonly shape: readonly number[];
  readonly data: Data;
}

export type TensorData = Float64Array | Float32Array;

/** How many numbers a tensor of this shape holds; 1 for the empty shape. */
export function cellCount(shape: readonly number[]): number {
  let count = 1;
  for (const size of shape) count *= size;
  return count;
}

/**
 * A float64 tensor from numbers in row-major order.
 *
 * @throws RangeError if the shape does not hold as many numbers as given
 */
export function tensorFrom(shape: readonly number[], values: ArrayLike<number>): Tensor<Float64Array> {
  const tensor = { shape, data: Float64Array.from(values) };
  requireTensor("values", tensor);
  return tensor;
}

/** A float64 tensor of zeros. */
export function zeroTensor(shape: readonly number[]): Tensor<Float64Array> {
  return { shape, data: new Float64Array(cellCount(shape)) };
}

/** Zeros of the same element type as `like`. */
export function zeroData<Data extends TensorData>(like: Data, length: number): Data {
  return (like instanceof Float32Array ? new Float32Array(length) : new Float64Array(length)) as Data;
}

/** Double-precision sums rounded once to the element type of `like`; float64 sums are handed on as they are. */
export function roundedTo<Data extends TensorData>(like: Data, sums: Float64Array): Data {
  return (like instanceof Float32Array ? Float32Array.from(sums) : sums) as Data;
}

/** @throws RangeError naming the argument if its data do not fill its shape */
export function requireTensor(name: string, { shape, data }: Tensor): void {
  const needed = cellCount(shape);
  if (data.length !== needed) {
    throw new RangeError(
      `${name} of shape [${shape.join(", ")}] needs ${needed} numbers, got ${data.length}`,
    );
  }
}

/** @throws RangeError naming the argument if its shape is not the expected one or not filled by its data */
export function requireShape(name: string, tensor: Tensor, expected: readonly number[]): void {
  const { shape } = tensor;
  if (shape.length !== expected.length || shape.some((size, axis) => size !== expected[axis])) {
    throw new RangeError(`${name} must have shape [${expected.join(", ")}], got [${shape.join(", ")}]`);
  }
  requireTensor(name, tensor);
}
