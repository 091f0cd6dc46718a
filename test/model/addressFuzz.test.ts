import fc from "fast-check";
import { expect, test } from "vitest";
import { learnPresets } from "../../src/content/learnPresets";
import { presetDocument, presets } from "../../src/content/presets";
import type { Op, PaddingMode } from "../../src/core/options";
import { outputShape } from "../../src/core/outputShape";
import { type AddressReading, readAddress, writeAddress } from "../../src/model/address";
import { documentKeys } from "../../src/model/addressDocument";
import { settingKeys } from "../../src/model/addressSettings";
import type { AddressState } from "../../src/model/addressState";
import type { ConvDocument, PaddingChoice } from "../../src/model/document";
import { gridOf, rowsOf } from "../../src/model/grid";
import { convOptionsOf } from "../../src/model/layer";
import { openAddress } from "../../src/model/packedAddress";
import { errorsOf } from "../../src/model/problems";
import { sameDocument } from "../../src/model/sameDocument";
import { controls, parts, settings } from "../../src/model/settings";
import type { Target, Training } from "../../src/model/training";
import { say } from "./say";

const RUNS = 10_000;

const entry = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
);
const grid = (most: number) =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most })).chain(([rows, columns]) =>
    fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
const cells = (min: number, max: number) => fc.integer({ min, max });
const pair = (min: number, max: number) => fc.tuple(cells(min, max), cells(min, max));
const padding: fc.Arbitrary<PaddingChoice> = fc.oneof(
  fc.tuple(pair(0, 16), pair(0, 16)),
  fc.constantFrom("pytorch", "d2l", "tensorflow").map((same) => ({ same }) as const),
);

const document: fc.Arbitrary<ConvDocument> = fc
  .record({
    input: grid(9),
    weight: grid(5),
    bias: entry,
    stride: pair(1, 8),
    dilation: pair(1, 8),
    padding,
    paddingMode: fc.constantFrom<PaddingMode>("zeros", "reflect", "replicate", "circular"),
    op: fc.constantFrom<Op>("conv", "conv-flipped"),
    activation: fc.constantFrom("none", "relu"),
  })
  .map(({ input, weight, bias, ...layer }): ConvDocument => {
    return {
      input: gridOf(input),
      layers: [{ ...layer, weight: gridOf(weight), bias: [bias], groups: 1 } as ConvDocument["layers"][0]],
    };
  })
  .filter((made) => errorsOf(made).length === 0);

/** As many numbers as a network has: kernels, what mixes them, and the biases. */
const startCount = ({ channels, rows, columns, hidden, withBias }: Shape) => {
  const bias = withBias ? 1 : 0;
  const first = (hidden || channels) * (rows * columns + bias);
  return hidden === 0 ? first : first + channels * (hidden + bias);
};

interface Shape {
  readonly channels: number;
  readonly rows: number;
  readonly columns: number;
  readonly hidden: number;
  readonly withBias: boolean;
}

const entries = (count: number) => fc.array(entry, { minLength: count, maxLength: count });

const training: fc.Arbitrary<Training> = fc
  .record({
    channels: cells(1, 4),
    rows: cells(1, 7),
    columns: cells(1, 7),
    hidden: cells(0, 4),
    withBias: fc.boolean(),
    typed: fc.boolean(),
    targetSize: pair(1, 9),
    start: fc.constantFrom("zeros", "rand", "uniform", "given"),
  })
  .chain(({ typed, targetSize, start, ...shape }) => {
    const { channels, rows, columns, hidden, withBias } = shape;
    const [height, width] = typed ? targetSize : [rows, columns];
    return fc
      .record({
        numbers: entries(channels * height * width),
        startValues: entries(start === "given" ? startCount(shape) : 0),
        seed: cells(0, 999_999),
        optimizer: fc.constantFrom("sgd", "momentum", "adam"),
        momentum: fc.double({ min: 0, max: 0.999, noNaN: true }).map((value) => value + 0),
        learningRate: fc.double({ min: 1e-300, max: 1000, noNaN: true }),
        reduction: fc.constantFrom("sum", "mean"),
        steps: cells(1, 10_000),
      })
      .map(({ numbers, ...rest }): Training => {
        const data = Float64Array.from(numbers);
        const target: Target = typed
          ? { kind: "values", values: { shape: [1, channels, height, width], data } }
          : { kind: "kernel", weight: { shape: [channels, 1, height, width], data } };
        return { target, kernelSize: [rows, columns], hidden, withBias, start, ...rest };
      });
  });

const state: fc.Arbitrary<AddressState> = fc
  .record({
    document,
    training: fc.option(training, { nil: undefined }),
    view: fc.constantFrom(...settings.view),
    fraction: fc.double({ min: 0, max: 1, noNaN: true }),
    speed: fc.integer({ min: 60, max: 1000 }).map((ms) => Number((600 / ms).toPrecision(4))),
    play: fc.boolean(),
    theme: fc.constantFrom(...settings.theme),
    language: fc.constantFrom("en", "zh-CN", "__test__", null),
    notation: fc.constantFrom(...settings.notation),
    ui: fc.constantFrom(...settings.ui),
    hidden: fc.subarray([...parts]),
    locked: fc.subarray([...controls]),
  })
  .map(({ fraction, document: made, training: learned, ...rest }): AddressState => {
    const steps = learned?.steps ?? 10;
    return {
      ...rest,
      document: learned ? { ...made, training: learned } : made,
      position: fraction * lastStep(made),
      update: fraction * steps,
    };
  });

const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...documentKeys, ...settingKeys, "preset") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("dims", "layers", "z", "__proto__", "constructor", "title", "groups"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);
const value = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(..."0123456789.,;:|/-+e−"), maxLength: 24 }) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...["same", "valid", "same-d2l", "reflect", "circular", "conv", "max-pool", "relu", "toString"],
      ...[
        "1e999",
        "NaN",
        "-0",
        "1e9,1e9",
        "2.5",
        "Infinity",
        "%",
        "%zz",
        "1:2,3",
        "sobel-x",
        "light",
        "code",
      ],
      ...["learn", "zeros", "uniform", "adam", "momentum", "mean", "1,-1", "1|2", "0,1;1,0|1,1;0,0"],
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 70 }).map(String) },
);
const address = fc
  .array(fc.tuple(key, value), { maxLength: 12 })
  .map((pairs) => pairs.map((p) => p.join("=")).join("&"));

function lastStep({ input, layers: [layer] }: ConvDocument): number {
  const options = { weightShape: layer.weight.shape };
  const shape = outputShape(layer.op, input.shape, {
    ...convOptionsOf({ input, layers: [layer] }),
    ...options,
  });
  return (shape[2] ?? 1) * (shape[3] ?? 1) - 1;
}

/** Valid, in range, and everything that is told can be said. */
function expectSound({ state: read, notices, unknown }: AddressReading): void {
  expect(errorsOf(read.document)).toEqual([]);
  expect(read.position).toBeGreaterThanOrEqual(0);
  expect(read.position).toBeLessThanOrEqual(lastStep(read.document));
  expect(read.update).toBeGreaterThanOrEqual(0);
  expect(read.update).toBeLessThanOrEqual(read.document.training?.steps ?? 10);
  for (const { key: messageKey, values, detail } of notices) {
    say(messageKey, values, "zh-CN");
    say(messageKey, values);
    if (detail) say(detail.key, detail.values);
  }
  // What was read can be written, and says the same then.
  const again = readAddress(writeAddress(read, unknown), "", presetDocument);
  expectSame(again.state, read);
}

function expectSame(a: AddressState, b: AddressState): void {
  expect(sameDocument(a.document, b.document)).toBe(true);
  expect({ ...a, document: null }).toEqual({ ...b, document: null });
}

test(`${RUNS} states come back exactly`, () => {
  fc.assert(
    fc.property(state, (written) => {
      const { state: read, notices } = readAddress(`#${writeAddress(written)}`);
      expect(notices).toEqual([]);
      expect(rowsOf(read.document.input)).toEqual(rowsOf(written.document.input));
      expect(read.document.training).toEqual(written.document.training);
      const sorted = {
        ...written,
        hidden: parts.filter((part) => written.hidden.includes(part)),
        locked: controls.filter((control) => written.locked.includes(control)),
      };
      expectSame(read, sorted);
    }),
    { numRuns: RUNS },
  );
}, 120_000);

test(`${RUNS} random addresses: no error, and always a valid document`, () => {
  fc.assert(
    fc.property(address, address, (fragment, query) => {
      expectSound(readAddress(`#${fragment}`, `?${query}`, presetDocument));
    }),
    { numRuns: RUNS },
  );
}, 120_000);

test(`${RUNS} addresses changed by accident: no error, and always a valid document`, () => {
  const good = fc.oneof(
    state.map((made) => writeAddress(made)),
    fc.constantFrom(...[...presets, ...learnPresets].map((p) => p.address)),
  );
  const accident = fc.record({
    kind: fc.constantFrom("drop", "insert", "replace", "cut", "double"),
    at: fc.nat(),
    character: fc.oneof(
      fc.constantFrom(..."0123456789.,;:|&=-e%"),
      fc.string({ unit: "binary", maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(good, fc.array(accident, { minLength: 1, maxLength: 4 }), (fragment, accidents) => {
      const broken = accidents.reduce((text, { kind, at: anywhere, character }) => {
        const at = anywhere % (text.length + 1);
        const [before, after] = [text.slice(0, at), text.slice(at)];
        if (kind === "drop") return before + after.slice(1);
        if (kind === "insert") return before + character + after;
        if (kind === "replace") return before + character + after.slice(1);
        return kind === "cut" ? before : text + after;
      }, fragment);
      expectSound(readAddress(`#${broken}`, "", presetDocument));
    }),
    { numRuns: RUNS },
  );
}, 120_000);

test("random values of z: no error, and always a valid document", async () => {
  const base64url = fc.string({ unit: fc.constantFrom(..."ABCxyz0189-_"), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        base64url.map((body) => `1.${body}`),
        value,
      ),
      address,
      async (z, rest) => {
        expectSound(await openAddress(`#z=${z}&${rest}`, "", presetDocument));
      },
    ),
    { numRuns: 1000 },
  );
}, 60_000);
