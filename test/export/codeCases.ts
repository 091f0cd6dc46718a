import { presetDocument, presets } from "../../src/content/presets";
import type { PaddingMode, Pads, SameConvention } from "../../src/core/options";
import { defaultDocument } from "../../src/model/defaultDocument";
import type { ConvDocument, Grid, Layer } from "../../src/model/document";
import { createGrid, gridOf } from "../../src/model/grid";
import { withLayer } from "../../src/model/layer";

/** A document whose programs are run under Python. */
export interface CodeCase {
  readonly name: string;
  readonly document: ConvDocument;
}

type Valuer = (row: number, column: number) => number;

const count: Valuer = (row, column) => 3 * row + 2 * column - 7;
const uneven: Valuer = (row, column) => ((row * 7 + column * 5) % 11) - 4;

function grids(size: readonly [number, number], kernel: readonly [number, number], values: Valuer = count) {
  return withLayer(
    { ...defaultDocument, input: createGrid(size[0], size[1], values) },
    { weight: createGrid(kernel[0], kernel[1], uneven) },
  );
}

const none: readonly Pads[] = [
  [0, 0],
  [0, 0],
];
const equal: readonly Pads[] = [
  [1, 1],
  [2, 2],
];
const oneSided: readonly Pads[] = [
  [0, 2],
  [3, 1],
];
const modes: readonly PaddingMode[] = ["zeros", "reflect", "replicate", "circular"];

/** Every operation with every padding mode, kind of padding, stride and dilation. */
function combinations(): CodeCase[] {
  const cases: CodeCase[] = [];
  for (const op of ["conv", "conv-flipped"] as const) {
    for (const paddingMode of modes) {
      for (const [padded, padding] of Object.entries({ none, equal, oneSided })) {
        for (const stride of [
          [1, 1],
          [2, 2],
          [2, 3],
        ] as const) {
          for (const dilation of [
            [1, 1],
            [2, 1],
          ] as const) {
            const odd = cases.length % 2 === 1;
            const layer: Partial<Layer> = {
              op,
              paddingMode,
              padding,
              stride,
              dilation,
              bias: [odd ? -3 : 0],
              activation: cases.length % 3 === 1 ? "relu" : "none",
            };
            const name = `${op} ${paddingMode} ${padded} s${stride.join("x")} d${dilation.join("x")}`;
            cases.push({ name, document: withLayer(grids([6, 7], [3, odd ? 2 : 3]), layer) });
          }
        }
      }
    }
  }
  return cases;
}

function sameCases(): CodeCase[] {
  const conventions: readonly SameConvention[] = ["pytorch", "d2l", "tensorflow"];
  const kernels = [
    [1, 1],
    [3, 3],
    [2, 4],
    [5, 2],
  ] as const;
  const strided = conventions.map((same) => ({
    name: `same ${same} k4x3 s2x3`,
    document: withLayer(grids([7, 8], [4, 3]), { padding: { same }, stride: [2, 3] }),
  }));
  const kept = conventions.flatMap((same) =>
    kernels.flatMap((kernel) =>
      modes.flatMap((paddingMode) =>
        [1, 2].map((dilation) => ({
          name: `same ${same} k${kernel.join("x")} ${paddingMode} d${dilation}`,
          document: withLayer(grids([6, 7], kernel), {
            padding: { same },
            paddingMode,
            dilation: [dilation, dilation],
          }),
        })),
      ),
    ),
  );
  return [...kept, ...strided];
}

function edgeCases(): CodeCase[] {
  const pads = (cells: number): readonly Pads[] => [
    [cells, cells],
    [cells, cells],
  ];
  const thirds = gridOf(Array.from({ length: 3 }, () => [1 / 9, 1 / 9, 1 / 9]));
  return [
    { name: "a 1×1 kernel", document: grids([4, 5], [1, 1]) },
    { name: "a 1×1 input, padded", document: withLayer(grids([1, 1], [3, 3]), { padding: pads(1) }) },
    {
      name: "a 1×1 input, its edge replicated",
      document: withLayer(grids([1, 1], [3, 3]), { padding: pads(4), paddingMode: "replicate" }),
    },
    { name: "one column", document: grids([9, 1], [3, 1]) },
    { name: "one row", document: grids([1, 9], [1, 3]) },
    {
      name: "a kernel as large as the padded input",
      document: withLayer(grids([4, 5], [6, 7]), { padding: pads(1) }),
    },
    {
      name: "reflection at its limit",
      document: withLayer(grids([4, 5], [3, 3]), { padding: pads(3), paddingMode: "reflect" }),
    },
    {
      name: "once around",
      document: withLayer(grids([4, 4], [3, 3]), { padding: pads(4), paddingMode: "circular" }),
    },
    {
      name: "a stride longer than the kernel",
      document: withLayer(grids([9, 9], [2, 2]), { stride: [3, 4] }),
    },
    {
      name: "only padding is read",
      document: withLayer(grids([2, 2], [1, 1]), { padding: pads(2), stride: [5, 5] }),
    },
    { name: "thirds", document: withLayer(grids([6, 6], [3, 3]), { weight: thirds, padding: pads(1) }) },
    { name: "a bias that is no integer", document: withLayer(grids([4, 4], [2, 2]), { bias: [0.1] }) },
    {
      name: "tenths",
      document: withLayer(
        grids([5, 5], [3, 3], (row, column) => (row - column) / 10),
        { bias: [-0.3], activation: "relu" },
      ),
    },
    {
      name: "the largest numbers",
      document: grids([5, 6], [3, 3], (row, column) => (row % 2 ? -1e6 : 999_994) + column),
    },
    {
      name: "very small numbers",
      document: withLayer(
        grids([4, 4], [2, 2], (row, column) => (row + 1) * 1e-9 * 1.7 ** column),
        { weight: gridOf([[1e-7, -2.5e-8]]) },
      ),
    },
    {
      name: "a sum past 2²⁴",
      document: withLayer(
        grids([3, 3], [2, 2], () => 4097),
        { weight: gridOf([[4095, 1, 3]]) },
      ),
    },
    {
      name: "negative zeros",
      document: withLayer(grids([3, 3], [2, 2]), {
        weight: {
          shape: [1, 1, 2, 2],
          data: Float64Array.of(-0, 1, -1, -0),
        },
      }),
    },
    {
      name: "an 11×11 kernel",
      document: withLayer(grids([16, 17], [11, 11], uneven), { padding: pads(5), stride: [2, 2] }),
    },
    { name: "20×24 numbers", document: withLayer(grids([20, 24], [3, 3]), { stride: [3, 3], bias: [12] }) },
    {
      name: "64×64 numbers",
      document: withLayer(
        grids([64, 64], [3, 5], (row, column) => Math.round(100 * Math.sin(row * column))),
        { stride: [8, 8], dilation: [8, 2], padding: pads(16) },
      ),
    },
    {
      name: "64×64 decimals",
      document: withLayer(
        grids([64, 64], [2, 2], (row, column) => Math.sin(row * column)),
        { op: "conv-flipped", stride: [7, 8] },
      ),
    },
  ];
}

/** Numbers of any shape, no two alike beside each other. */
function tensor(shape: readonly number[], values: (at: number) => number): Grid {
  const cells = shape.reduce((all, size) => all * size, 1);
  return { shape, data: Float64Array.from({ length: cells }, (_, at) => values(at)) };
}

type Spec = Partial<Omit<Layer, "weight">> & {
  readonly size: readonly number[];
  readonly kernel: readonly number[];
  readonly channels?: readonly [inside: number, outside: number];
};

/** A layer of any operation on any number of axes. */
function layer({ size, kernel, channels: [inside, outside] = [1, 1], ...rest }: Spec): ConvDocument {
  const each = <Value>(value: Value) => size.map(() => value);
  const groups = rest.groups ?? 1;
  const first = rest.op === "transposed" ? [inside, outside / groups] : [outside, inside / groups];
  return {
    input: tensor([1, inside, ...size], (at) => ((at * 7) % 12) - 4),
    layers: [
      {
        ...defaultDocument.layers[0],
        bias: new Array<number>(outside).fill(0),
        stride: each(1),
        padding: each([0, 0]),
        dilation: each(1),
        outputPadding: each(0),
        ...rest,
        weight: tensor([...first, ...kernel], (at) => ((at * 5) % 9) - 3),
      },
    ],
  };
}

/** One, two and three axes with channels and groups, transposed layers and pooling. */
function layerCases(): CodeCase[] {
  const sizes = [[7], [5, 6], [4, 5, 4]] as const;
  const cases: CodeCase[] = [];
  const add = (name: string, spec: Spec) => cases.push({ name, document: layer(spec) });
  for (const size of sizes) {
    const dims = `${size.length}-D`;
    const kernel = size.map((_, axis) => 2 + (axis % 2));
    const each = <Value>(value: Value) => size.map(() => value);
    const uneven = size.map((_, axis): Pads => (axis % 2 ? [0, 1] : [1, 0]));
    const [stride, dilation] = [size.map((_, axis) => 2 - (axis % 2)), size.map((_, axis) => 1 + (axis % 2))];
    for (const op of ["conv", "conv-flipped", "transposed"] as const) {
      if (size.length !== 2 || op === "transposed") add(`${dims} ${op}`, { op, size, kernel });
      add(`${dims} ${op}, 3 channels to 2`, { op, size, kernel, channels: [3, 2], bias: [1, -2] });
      add(`${dims} ${op}, 4 channels to 6 in 2 groups`, {
        op,
        size,
        kernel,
        channels: [4, 6],
        groups: 2,
        stride,
      });
      add(`${dims} ${op}, depthwise`, {
        op,
        size,
        kernel,
        channels: [3, 3],
        groups: 3,
        dilation,
        padding: each([1, 1]),
      });
      add(`${dims} ${op}, everything`, {
        ...{ op, size, kernel, channels: [2, 4], groups: 2, stride, padding: uneven, bias: [1, 0, -3, 2.5] },
        ...{ dilation: size.map(() => 2), activation: "relu" },
        outputPadding: op === "transposed" ? each(1) : each(0),
      });
    }
    for (const paddingMode of modes) {
      add(`${dims} ${paddingMode} of two channels`, {
        size,
        kernel,
        channels: [2, 1],
        paddingMode,
        padding: uneven,
      });
    }
    add(`${dims} even padding, reflected`, {
      size,
      kernel,
      channels: [1, 2],
      paddingMode: "reflect",
      padding: each([1, 1]),
    });
    add(`${dims} same`, { size, kernel, channels: [2, 1], padding: { same: "pytorch" } });
    add(`${dims} same in d2l`, { size, kernel, channels: [2, 1], padding: { same: "d2l" } });
    add(`${dims} transposed, output padding`, {
      ...{ op: "transposed", size, kernel: each(3), stride: each(2), padding: each([1, 1]) },
      outputPadding: each(1),
    });
    for (const op of ["max-pool", "avg-pool"] as const) {
      const channels = [2, 2] as const;
      add(`${dims} ${op}`, { op, size, kernel: each(2), channels, stride: each(2) });
      add(`${dims} ${op}, one by one`, { op, size, kernel: each(2), channels });
      add(`${dims} ${op}, ceil mode`, {
        op,
        size,
        kernel: each(2),
        channels,
        stride: each(2),
        ceilMode: true,
      });
      for (const countIncludePad of [true, false]) {
        for (const [sides, padding] of Object.entries({ even: each<Pads>([1, 1]), uneven })) {
          for (const ceilMode of [false, true]) {
            const name = `${dims} ${op}, ${sides} padding${countIncludePad ? "" : " left out"}${ceilMode ? ", ceil mode" : ""}`;
            const stride3 = ceilMode ? 3 : 2;
            add(name, {
              op,
              size,
              kernel: each(3),
              channels,
              stride: each(stride3),
              padding,
              countIncludePad,
              ceilMode,
            });
          }
        }
      }
    }
    add(`${dims} max-pool, dilated`, {
      ...{ op: "max-pool", size: size.map((side) => side + 2), kernel: each(2), channels: [2, 2] },
      ...{ dilation: each(2), activation: "relu" },
    });
  }
  return cases;
}

export const codeCases: readonly CodeCase[] = [
  ...presets.map(({ name }) => ({
    name: `preset ${name}`,
    document: presetDocument(name) ?? defaultDocument,
  })),
  ...combinations(),
  ...sameCases(),
  ...edgeCases(),
  ...layerCases(),
];
