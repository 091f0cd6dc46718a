import fc from "fast-check";
import type { Op, PaddingMode, Pads } from "../../src/core/options";
import { defaultDocument } from "../../src/model/defaultDocument";
import type { ConvDocument, Layer } from "../../src/model/document";
import { gridOf } from "../../src/model/grid";
import { errorsOf } from "../../src/model/problems";

type Rows = readonly (readonly number[])[];

interface Spec extends Partial<Omit<Layer, "weight" | "bias">> {
  readonly input?: Rows;
  readonly kernel?: Rows;
  readonly bias?: number;
}

/** The document that opens first, with what is named changed. */
export function documentWith({ input, kernel, bias = 0, ...layer }: Spec): ConvDocument {
  const [first] = defaultDocument.layers;
  return {
    input: input ? gridOf(input) : defaultDocument.input,
    layers: [{ ...first, ...layer, weight: kernel ? gridOf(kernel) : first.weight, bias: [bias] }],
  };
}

/** The same padding on both sides of each axis. */
export function evenPads(rows: number, columns = rows): readonly Pads[] {
  return [
    [rows, rows],
    [columns, columns],
  ];
}

/** Rows of numbers counted from 0, row by row. */
export function counting(rows: number, columns: number): number[][] {
  return filled(rows, columns, (row, column) => row * columns + column);
}

export function filled(
  rows: number,
  columns: number,
  valueAt: (row: number, column: number) => number,
): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => valueAt(row, column)),
  );
}

/** Largest sizes that an arbitrary document is made of. */
interface Extent {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: number;
}

const SMALL: Extent = { input: 9, kernel: 4, stride: 4, dilation: 3, padding: 4 };

const between = (min: number, max: number) => fc.integer({ min, max });

/** Negative zeros and fractions included; zeros are as frequent as in real kernels. */
const numbers = fc.oneof(
  { weight: 3, arbitrary: between(-9, 9) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 0.5, -0.25) },
  { weight: 1, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
);

const grids = (most: number) =>
  fc.tuple(between(1, most), between(1, most)).chain(([rows, columns]) =>
    fc.array(fc.array(numbers, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

/** Valid documents of the kind that the page shows, of every mode and every parameter. */
export function documents(extent: Partial<Extent> = {}): fc.Arbitrary<ConvDocument> {
  const most = { ...SMALL, ...extent };
  const pads: fc.Arbitrary<Pads> = fc.tuple(between(0, most.padding), between(0, most.padding));
  return fc
    .record({
      input: grids(most.input),
      kernel: grids(most.kernel),
      bias: fc.oneof(fc.constant(0), numbers),
      op: fc.constantFrom<Op[]>("conv", "conv-flipped"),
      stride: fc.tuple(between(1, most.stride), between(1, most.stride)),
      dilation: fc.tuple(between(1, most.dilation), between(1, most.dilation)),
      padding: fc.tuple(pads, pads),
      paddingMode: fc.constantFrom<PaddingMode[]>("zeros", "reflect", "replicate", "circular"),
      activation: fc.constantFrom<Layer["activation"][]>("none", "relu"),
    })
    .map((spec) => {
      // Reflection stops before the input ends, a turn around it where it does.
      const limit = { zeros: 99, replicate: 99, reflect: -1, circular: 0 }[spec.paddingMode];
      const cut = ([before, after]: Pads, size: number): Pads => [
        Math.min(before, size + limit),
        Math.min(after, size + limit),
      ];
      const [rows, columns] = spec.padding;
      const padding = [cut(rows, spec.input.length), cut(columns, spec.input[0]?.length ?? 0)];
      return documentWith({ ...spec, padding });
    })
    .filter((document) => errorsOf(document).length === 0);
}
