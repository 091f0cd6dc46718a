import fc from "fast-check";
import type { Op, PaddingMode, Pads } from "../../src/core/options";
import { defaultDocument } from "../../src/model/defaultDocument";
import type { ConvDocument, Grid, Layer } from "../../src/model/document";
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

/** Lists in lists of numbers, one list deep for each axis. */
export type Nested = readonly (number | Nested)[];

interface LayerSpec extends Partial<Omit<Layer, "weight">> {
  /** `[channels, …spatial]` */
  readonly input: Nested;
  /** `[Cout, Cin / groups, …kernel]`, transposed `[Cin, Cout / groups, …kernel]` */
  readonly weight: Nested;
}

/** A document of any number of axes and channels; without a bias unless it is given, everything else at rest. */
export function layerWith({ input, weight, ...layer }: LayerSpec): ConvDocument {
  const numbers = tensorOf([input]);
  const weights = tensorOf(weight);
  const each = <Value>(value: Value) => numbers.shape.slice(2).map(() => value);
  const [first = 1, second = 1] = weights.shape;
  const transposed = layer.op === "transposed";
  const outputs = transposed ? second * (layer.groups ?? 1) : first;
  return {
    input: numbers,
    layers: [
      {
        op: "conv",
        weight: weights,
        bias: new Array<number>(outputs).fill(0),
        stride: each(1),
        padding: each([0, 0]),
        paddingMode: "zeros",
        dilation: each(1),
        groups: 1,
        activation: "none",
        outputPadding: each(0),
        ceilMode: false,
        countIncludePad: true,
        ...layer,
      },
    ],
  };
}

/** A tensor of the numbers, in the shape of their lists. */
function tensorOf(nested: Nested): Grid {
  const shape: number[] = [];
  for (let list: number | Nested | undefined = nested; typeof list === "object"; list = list[0]) {
    shape.push(list.length);
  }
  const flat = (list: Nested): number[] =>
    list.flatMap((item) => (typeof item === "number" ? [item] : flat(item)));
  return { shape, data: Float64Array.from(flat(nested)) };
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

/** Numbers whose products and their sums are exact, in whatever order. */
const exact = fc.constantFrom(0, -0, 1, -1, 2, 3, -4, 5, 7, 0.5, -0.25);

const OPS: readonly Op[] = ["conv", "conv-flipped", "transposed", "max-pool", "avg-pool"];

/** Valid documents of every operation, with 1 to 3 axes, channels and groups; small, with exact numbers. */
export function layerDocuments(ops: readonly Op[] = OPS): fc.Arbitrary<ConvDocument> {
  const axis = fc.record({
    size: between(1, 5),
    kernel: between(1, 3),
    stride: between(1, 3),
    dilation: between(1, 2),
    pads: fc.tuple(between(0, 2), between(0, 2)),
    extra: between(0, 2),
  });
  return fc
    .record({
      op: fc.constantFrom(...ops),
      axes: fc.array(axis, { minLength: 1, maxLength: 3 }),
      groups: between(1, 2),
      perIn: between(1, 2),
      perOut: between(1, 2),
      numbers: fc.array(exact, { minLength: 31, maxLength: 31 }),
      paddingMode: fc.constantFrom<PaddingMode[]>("zeros", "reflect", "replicate", "circular"),
      activation: fc.constantFrom<Layer["activation"][]>("none", "relu"),
      ceilMode: fc.boolean(),
      countIncludePad: fc.boolean(),
    })
    .map(({ op, axes, groups, perIn, perOut, numbers: pool, ...rest }): ConvDocument => {
      let drawn = 0;
      const next = () => pool[drawn++ % pool.length] ?? 0;
      const pooled = op === "max-pool" || op === "avg-pool";
      const limit = { zeros: 99, replicate: 99, reflect: -1, circular: 0 }[rest.paddingMode];
      const most = (size: number, kernel: number) => (pooled ? Math.floor(kernel / 2) : size + limit);
      const kernels = axes.map(({ kernel }) => kernel);
      const tensor = (...shape: number[]) => ({
        shape,
        data: Float64Array.from({ length: shape.reduce((all, size) => all * size, 1) }, next),
      });
      const [inChannels, outChannels] = [groups * perIn, groups * perOut];
      return {
        input: tensor(1, inChannels, ...axes.map(({ size }) => size)),
        layers: [
          {
            op,
            weight:
              op === "transposed"
                ? tensor(inChannels, perOut, ...kernels)
                : tensor(outChannels, perIn, ...kernels),
            bias: Array.from({ length: outChannels }, next),
            stride: axes.map(({ stride }) => stride),
            dilation: axes.map(({ dilation }) => (op === "avg-pool" ? 1 : dilation)),
            padding: axes.map(({ size, kernel, pads: [before, after] }) => [
              Math.min(before, most(size, kernel)),
              Math.min(pooled ? before : after, most(size, kernel)),
            ]),
            groups,
            outputPadding: axes.map(({ extra, stride, dilation }) =>
              op === "transposed" ? Math.min(extra, Math.max(stride, dilation) - 1) : 0,
            ),
            ...rest,
          },
        ],
      };
    })
    .filter((document) => errorsOf(document).length === 0);
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
