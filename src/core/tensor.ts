/** A dense array of numbers, row-major: `[N, C, …spatial]` for inputs and outputs, with 1 to 3 spatial axes. */
export interface Tensor<Data extends TensorData = TensorData> {
  readonly shape: readonly number[];
  readonly data: Data;
}

export type TensorData = Float64Array | Float32Array;
