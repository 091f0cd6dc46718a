import fc from "fast-check";
import { expect, test } from "vitest";
import { learnPresets } from "../../src/content/learnPresets";
import { presetDocument, presets } from "../../src/content/presets";
import type { Op, PaddingMode } from "../../src/core/options";
import { outputShape } from "../../src/core/outputShape";
import { type AddressReading, readAddress, readText, writeAddress } from "../../src/model/address";
import { documentKeys } from "../../src/model/addressDocument";
import { settingKeys } from "../../src/model/addressSettings";
import type { AddressState } from "../../src/model/addressState";
import type { Activation, ConvDocument, PaddingChoice } from "../../src/model/document";
import { gradientOf } from "../../src/model/gradient";
import { convOptionsOf } from "../../src/model/layer";
import { openAddress } from "../../src/model/packedAddress";
import { errorsOf } from "../../src/model/problems";
import { sameDocument } from "../../src/model/sameDocument";
import { controls, parts, settings } from "../../src/model/settings";
import type { Target, Training } from "../../src/model/training";
import { cleanWords } from "../../src/model/wordsCommands";
import { say } from "./say";

const RUNS = 10_000;

const entry = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
);
const cells = (min: number, max: number) => fc.integer({ min, max });
const pair = (min: number, max: number) => fc.tuple(cells(min, max), cells(min, max));
const entries = (count: number) => fc.array(entry, { minLength: count, maxLength: count });
const perAxis = (dims: number, min: number, max: number) =>
  fc.array(cells(min, max), { minLength: dims, maxLength: dims });
const paddingOver = (dims: number): fc.Arbitrary<PaddingChoice> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.array(pair(0, 2), { minLength: dims, maxLength: dims }) },
    { weight: 1, arbitrary: fc.array(pair(0, 16), { minLength: dims, maxLength: dims }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("pytorch", "d2l", "tensorflow").map((same) => ({ same }) as const),
    },
  );
const countIn = (shape: readonly number[]) => shape.reduce((count, size) => count * size, 1);
const tensor = (shape: readonly number[]) =>
  fc
    .oneof(entries(countIn(shape)), fc.constant(new Array<number>(countIn(shape)).fill(1)))
    .map((numbers) => ({
      shape,
      data: Float64Array.from(numbers),
    }));
const words = fc.array(fc.string({ unit: fc.constantFrom(..."abc é猫&=;%+"), maxLength: 8 }), {
  maxLength: 6,
});

/** Layers of every kind: some of them refused, as their numbers do not go together. */
const anyDocument: fc.Arbitrary<ConvDocument> = fc
  .record({
    dims: fc.constantFrom(1, 2, 2, 3),
    groups: fc.constantFrom(1, 1, 2, 3),
    insPerGroup: cells(1, 2),
    outsPerGroup: cells(1, 3),
    op: fc.constantFrom<Op>("conv", "conv-flipped", "transposed", "max-pool", "avg-pool"),
  })
  .chain(({ dims, groups, insPerGroup, outsPerGroup, op }) => {
    const [ins, outs] = [groups * insPerGroup, groups * outsPerGroup];
    const pool = op === "max-pool" || op === "avg-pool";
    const most = [9, 9, 6, 3][dims] ?? 3;
    return fc
      .record({
        inputSize: perAxis(dims, 1, most),
        kernelSize: perAxis(dims, 1, Math.min(most, 5)),
      })
      .chain(({ inputSize, kernelSize }) =>
        fc.record({
          input: tensor([1, ins, ...inputSize]),
          weight: tensor([
            ...(op === "transposed" ? [ins, outsPerGroup] : [outs, insPerGroup]),
            ...kernelSize,
          ]),
          bias: entries(outs),
          stride: fc.oneof(perAxis(dims, 1, 8), fc.constant(kernelSize)),
          dilation: fc.oneof(perAxis(dims, 1, 8), fc.constant(kernelSize.map(() => 1))),
          padding: paddingOver(dims),
          paddingMode: fc.constantFrom<PaddingMode>(
            ...(op === "conv" || op === "conv-flipped"
              ? (["zeros", "reflect", "replicate", "circular"] as const)
              : (["zeros"] as const)),
          ),
          activation: fc.constantFrom<Activation>("none", "relu"),
          outputPadding: op === "transposed" ? perAxis(dims, 0, 2) : fc.constant(kernelSize.map(() => 0)),
          ceilMode: fc.boolean(),
          countIncludePad: fc.boolean(),
          words,
          graded: fc.boolean(),
          slope: entry,
        }),
      )
      .map(({ input, words: named, graded, slope, ...layer }): ConvDocument => {
        const clean = cleanWords(named);
        const made: ConvDocument = {
          input,
          layers: [{ ...layer, op, groups: pool ? 1 : groups }],
          ...(clean.length > 0 && { words: clean }),
        };
        if (!graded || errorsOf(made).length > 0) return made;
        const { shape, data } = gradientOf(made);
        return { ...made, gradient: { shape, data: data.map((one, at) => one + ((slope + at) % 7)) } };
      });
  });
const document = anyDocument.filter((made) => errorsOf(made).length === 0);

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
    stackCell: fc.constant(null),
    stackChannels: fc.constantFrom(64, 3),
    channelView: fc.constantFrom(...settings.channels),
    depthView: fc.constantFrom(...settings.depth),
    below: fc.constantFrom(...settings.show),
    predict: fc.boolean(),
    lesson: fc.constantFrom(null, "why-odd"),
    place: fc.constantFrom(null, 0, 1, 12),
  })
  .map(({ fraction, document: made, training: learned, place, ...rest }): AddressState => {
    const steps = learned?.steps ?? 10;
    return {
      ...rest,
      at: rest.lesson === null ? null : place,
      document: learned ? { ...made, training: learned } : made,
      position: fraction * lastStep(made),
      update: fraction * steps,
      channel: Math.floor(fraction * (made.input.shape[1] ?? 1) * 0.99),
    };
  });

const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...documentKeys, ...settingKeys, "preset") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("dims", "layers", "z", "__proto__", "constructor", "title", "ratio"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);
const value = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(..."0123456789.,;:|/~-+e−"), maxLength: 24 }) },
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
      ...["transposed", "avg-pool", "1;2|3;4", "1,2,3~4,5,6", "1/2", "stacked", "sheets", "matrix", "text"],
      ...["learn", "zeros", "uniform", "adam", "momentum", "mean", "1,-1", "1|2", "0,1;1,0|1,1;0,0"],
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 70 }).map(String) },
);
const address = fc
  .array(fc.tuple(key, value), { maxLength: 12 })
  .map((pairs) => pairs.map((p) => p.join("=")).join("&"));

/** The last step: of the outputs, or of the inputs that a transposed layer stamps. */
function lastStep({ input, layers: [layer] }: ConvDocument): number {
  if (layer.op === "transposed") return input.data.length - 1;
  const { weight, ceilMode } = layer;
  const options = { ...convOptionsOf({ input, layers: [layer] }), ceilMode, weightShape: weight.shape };
  return countIn(outputShape(layer.op, input.shape, options)) - 1;
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
  const again = readText(writeAddress(read, unknown), "", presetDocument);
  expectSame(again.state, read);
}

function expectSame(a: AddressState, b: AddressState): void {
  expect(sameDocument(a.document, b.document)).toBe(true);
  expect({ ...a, document: null }).toEqual({ ...b, document: null });
}

test(`${RUNS} states come back exactly`, () => {
  fc.assert(
    fc.property(state, (written) => {
      const { state: read, notices } = readText(writeAddress(written), "", presetDocument);
      expect(notices).toEqual([]);
      expect(read.document.input).toEqual(written.document.input);
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

test("the base's kernel has as many axes as are said, also where the operation turns it round", () => {
  const reading = readAddress(
    "#dims=3&kernel=1;1~1;1~1;1&groups=3&op=transposed&view=stack",
    "",
    presetDocument,
  );
  expect(reading.state.document.layers[0]).toMatchObject({ op: "transposed", groups: 1 });
  expect(reading.state.document.layers[0].weight.shape).toEqual([1, 1, 1, 3, 3]);
  expectSound(reading);
});

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
