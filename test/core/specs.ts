import fc from "fast-check";
import type { AxisSpec, Padding, PaddingMode } from "../../src/core/options";
import { cellCount, type Tensor } from "../../src/core/tensor";

/** A convolution that works, small enough to be computed often. */
export interface ConvCase {
  readonly input: Tensor<Float64Array>;
  readonly weight: Tensor<Float64Array>;
  readonly bias: Tensor<Float64Array>;
  readonly options: {
    readonly stride: readonly number[];
    readonly padding: readonly (readonly [number, number])[];
    readonly dilation: readonly number[];
    readonly groups: number;
    readonly paddingMode: PaddingMode;
  };
}

/** Whole numbers, so that sums are exact in whatever order they run. */
export function tensorOf(shape: readonly number[]): fc.Arbitrary<Tensor<Float64Array>> {
  const count = cellCount(shape);
  return fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: count, maxLength: count })
    .map((values) => ({ shape, data: Float64Array.from(values) }));
}

const mode = fc.constantFrom<PaddingMode>("zeros", "zeros", "reflect", "replicate", "circular");

function axis(paddingMode: PaddingMode, largest: number) {
  return fc
    .record({
      size: fc.integer({ min: 1, max: largest }),
      kernelSize: fc.integer({ min: 1, max: 3 }),
      stride: fc.integer({ min: 1, max: 3 }),
      dilation: fc.integer({ min: 1, max: 2 }),
      before: fc.integer({ min: 0, max: 3 }),
      after: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ size, kernelSize, stride, dilation, before, after }) => {
      const limit = paddingMode === "reflect" ? size - 1 : paddingMode === "circular" ? size : 3;
      const padding: readonly [number, number] = [Math.min(before, limit), Math.min(after, limit)];
      const room = size + padding[0] + padding[1];
      const step =
        kernelSize === 1 ? dilation : Math.min(dilation, Math.floor((room - 1) / (kernelSize - 1)));
      const spec: AxisSpec =
        step < 1
          ? { kernelSize: 1, stride, dilation: 1, padding }
          : { kernelSize, stride, dilation: step, padding };
      return { size, spec };
    });
}

export const convCase: fc.Arbitrary<ConvCase> = fc
  .tuple(mode, fc.integer({ min: 1, max: 3 }))
  .chain(([paddingMode, rank]) =>
    fc.record({
      paddingMode: fc.constant(paddingMode),
      axes: fc.array(axis(paddingMode, rank === 3 ? 3 : 5), { minLength: rank, maxLength: rank }),
      batch: fc.integer({ min: 1, max: 2 }),
      groups: fc.integer({ min: 1, max: 2 }),
      perGroup: fc.integer({ min: 1, max: 2 }),
      outPerGroup: fc.integer({ min: 1, max: 2 }),
    }),
  )
  .chain(({ paddingMode, axes, batch, groups, perGroup, outPerGroup }) =>
    fc.record({
      input: tensorOf([batch, groups * perGroup, ...axes.map(({ size }) => size)]),
      weight: tensorOf([groups * outPerGroup, perGroup, ...axes.map(({ spec }) => spec.kernelSize)]),
      bias: tensorOf([groups * outPerGroup]),
      options: fc.constant({
        stride: axes.map(({ spec }) => spec.stride),
        padding: axes.map(({ spec }) => spec.padding),
        dilation: axes.map(({ spec }) => spec.dilation),
        groups,
        paddingMode,
      }),
    }),
  );

/** ⟨a, b⟩: the sum of the products, exact for whole numbers. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Every index into a shape, the last axis running fastest. */
export function* indices(shape: readonly number[]): Generator<number[]> {
  const [first, ...rest] = shape;
  if (first === undefined) {
    yield [];
    return;
  }
  for (let i = 0; i < first; i++) for (const tail of indices(rest)) yield [i, ...tail];
}

/** How many windows fit, found by sliding one until it hangs over. */
export function countWindows(padded: number, span: number, stride: number): number {
  let count = 0;
  for (let start = 0; start + span <= padded; start += stride) count++;
  return count;
}

/** Padding as `convTranspose` takes it, and the output padding that leads back to the size of the input. */
export function backwards({ input, weight, options }: ConvCase) {
  const size = input.shape.slice(2);
  const outputPadding = size.map((cells, axis) => {
    const [before, after] = options.padding[axis] as readonly [number, number];
    const span = 1 + ((weight.shape[axis + 2] as number) - 1) * (options.dilation[axis] as number);
    return (cells + before + after - span) % (options.stride[axis] as number);
  });
  const { stride, dilation, groups } = options;
  return { stride, dilation, groups, padding: options.padding as Padding, outputPadding };
}

/** Cases that have an adjoint among the transposed convolutions. */
export const zeroPadded = convCase.map((given) => ({
  ...given,
  options: { ...given.options, paddingMode: "zeros" as const },
}));
