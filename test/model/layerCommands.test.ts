import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { presetDocument, presets } from "../../src/content/presets";
import type { Op } from "../../src/core/options";
import { readAddress } from "../../src/model/address";
import { remainders, runBackwards } from "../../src/model/backwards";
import { setGroups, setInChannels, setOutChannels } from "../../src/model/channelCommands";
import { setOp, setOutputPadding, setPadding, setPaddingMode, setStride } from "../../src/model/commands";
import { defaultDocument } from "../../src/model/defaultDocument";
import { setDims } from "../../src/model/dimsCommands";
import type { ConvDocument } from "../../src/model/document";
import { gradientOf, setGradientCell } from "../../src/model/gradient";
import { type Command, fillGrid, setCell, setKernelSize, transposeGrid } from "../../src/model/gridCommands";
import { sheetIn } from "../../src/model/gridPlace";
import { blankInput, shiftInput } from "../../src/model/inputCommands";
import { errorsOf, problemsOf } from "../../src/model/problems";
import { scrambleUnread } from "../../src/model/scrambleUnread";
import { trainingProblem } from "../../src/model/trainingProblem";
import { traceOf } from "../../src/trace/trace";
import { sayProblem } from "./say";

const read = (address: string) => readAddress(address).state.document;
const valuesOf = (document: ConvDocument) => [...traceOf(document).values];
const changed = (document: ConvDocument, ...commands: readonly Command[]) =>
  commands.reduce((last, command) => command(last), document);

describe("channels", () => {
  test("two channels and three outputs of the default are those of the notes", () => {
    const document = changed(defaultDocument, setInChannels(2));
    expect(valuesOf(document)).toEqual([56, 72, 104, 120]);
    expect(valuesOf(setOutChannels(3)(document))).toEqual([
      56, 72, 104, 120, 76, 100, 148, 172, 96, 128, 192, 224,
    ]);
  });

  test("fewer again leaves the first ones", () => {
    const document = changed(defaultDocument, setInChannels(3), setOutChannels(2), setOutChannels(1));
    expect(setInChannels(1)(document)).toEqual(defaultDocument);
  });

  test("groups keep the kernels between channels that stay together", () => {
    const document = changed(defaultDocument, setInChannels(4), setOutChannels(4));
    const cut = setGroups(2)(document);
    expect(cut.layers[0].weight.shape).toEqual([4, 2, 2, 2]);
    // Output 3 reads inputs 2 and 3: the kernels that were its third and fourth.
    for (const channel of [0, 1]) {
      expect(sheetIn(cut, "kernel", { out: 3, channel })).toEqual(
        sheetIn(document, "kernel", { out: 3, channel: channel + 2 }),
      );
    }
    expect(errorsOf(cut)).toEqual([]);
  });

  test("17 channels are refused, and as many groups as don't divide", () => {
    const told = (command: Command) =>
      errorsOf(command(setInChannels(3)(defaultDocument))).map((problem) => sayProblem(problem));
    expect(told(setInChannels(17))).toEqual(["An input has 1 to 16 channels, not 17"]);
    expect(told(setOutChannels(0))).toEqual(["A layer has 1 to 16 output channels, not 0"]);
    const document = changed(defaultDocument, setInChannels(3), setOutChannels(3));
    const [problem] = errorsOf(setGroups(2)(document));
    expect(problem && sayProblem(problem)).toBe("3 input channels cannot be split into 2 groups. Use 1 or 3");
    expect(problem && sayProblem(problem, "zh-CN")).toContain("请使用 1 或 3");
    const four = changed(defaultDocument, setInChannels(4), setOutChannels(4));
    const [many] = errorsOf(setGroups(3)(four));
    expect(many && sayProblem(many)).toBe("4 input channels cannot be split into 3 groups. Use 1, 2 or 4");
  });

  test("numbers, fills and turns reach one sheet alone", () => {
    const document = setInChannels(2)(defaultDocument);
    const first = sheetIn(document, "input");
    const edited = changed(
      document,
      setCell("input", { channel: 1, row: 0, column: 2 }, 50),
      transposeGrid("input", { channel: 1 }),
    );
    expect(sheetIn(edited, "input", { channel: 1 })).toEqual([
      [1, 4, 7],
      [2, 5, 8],
      [50, 6, 9],
    ]);
    expect(sheetIn(edited, "input")).toEqual(first);
    const filled = fillGrid("kernel", { kind: "ones" }, { channel: 1 })(document);
    expect(sheetIn(filled, "kernel")).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});

describe("axes", () => {
  test("a grid becomes a strip of its rows, and a strip a grid of one row", () => {
    const strip = setDims(1)(defaultDocument);
    expect([...strip.input.data]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([strip.input.shape, strip.layers[0].weight.shape]).toEqual([
      [1, 1, 9],
      [1, 1, 4],
    ]);
    const grid = setDims(2)(strip);
    expect([grid.input.shape, grid.layers[0].weight.shape]).toEqual([
      [1, 1, 1, 9],
      [1, 1, 1, 4],
    ]);
  });

  test("to 3-D and back changes nothing", () => {
    expect(changed(defaultDocument, setDims(3), setDims(2))).toEqual(defaultDocument);
  });

  test("a grid of more than 64 cells leaves its first row", () => {
    const document = read(`input=${Array(9).fill("1,2,3,4,5,6,7,8,9").join(";")}`);
    expect([...setDims(1)(document).input.data]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe("operations", () => {
  test("every operation of every example, on every number of axes, is a document", () => {
    const ops: readonly Op[] = ["conv", "conv-flipped", "transposed", "max-pool", "avg-pool"];
    fc.assert(
      fc.property(
        fc.constantFrom(...presets.map(({ name }) => name)),
        fc.array(
          fc.oneof(
            fc.constantFrom(...ops).map((op) => setOp(op)),
            fc.constantFrom(1 as const, 2 as const, 3 as const).map((dims) => setDims(dims)),
            fc.integer({ min: 1, max: 6 }).map((channels) => setInChannels(channels)),
            fc.integer({ min: 1, max: 6 }).map((channels) => setOutChannels(channels)),
          ),
          { maxLength: 6 },
        ),
        (name, commands) => {
          const start = presetDocument(name) ?? defaultDocument;
          expect(errorsOf(changed(start, ...commands))).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("transposed and back leaves the weights, whatever the groups", () => {
    const document = changed(defaultDocument, setInChannels(4), setOutChannels(2), setGroups(2));
    expect(changed(document, setOp("transposed"), setOp("conv"))).toEqual(document);
    expect(setOp("transposed")(document).layers[0].weight.shape).toEqual([4, 1, 2, 2]);
  });

  test("the windows of a pooling stand side by side, and stay so as they grow", () => {
    const pooled = setOp("max-pool")(defaultDocument);
    expect(pooled.layers[0].stride).toEqual([2, 2]);
    expect(setKernelSize([3, 1])(pooled).layers[0].stride).toEqual([3, 1]);
  });

  test.each<[string, string, readonly Command[], string]>([
    [
      "pool padding",
      "op=max-pool",
      [
        setPadding([
          [2, 2],
          [0, 0],
        ]),
      ],
      "Pool padding can be at most half the window",
    ],
    [
      "output padding",
      "op=transposed&stride=2",
      [setOutputPadding([2, 0])],
      "Output padding must be smaller than the stride or the dilation",
    ],
    [
      "nothing left of a transposed output",
      "op=transposed&input=1",
      [
        setPadding([
          [2, 1],
          [0, 0],
        ]),
      ],
      "This setting leaves an output of size -1",
    ],
    [
      "a mode of padding that pooling has not",
      "op=avg-pool",
      [setPaddingMode("reflect")],
      "Padding mode reflect is only for convolution. Use zeros",
    ],
    [
      "a transposed output longer than is shown",
      `op=transposed&input=${Array(64).fill(1).join(",")}&kernel=1,1,1`,
      [setStride([1, 2])],
      "This makes an output 129 cells long, at most 96 can be shown",
    ],
  ])("%s is refused", (_, address, commands, message) => {
    const [problem] = errorsOf(changed(read(address), ...commands));
    expect(problem && sayProblem(problem)).toBe(message);
  });

  test("'same' with stride 2 is accepted, with a note", () => {
    const notes = problemsOf(read("padding=same&stride=2"));
    expect(notes.map(({ severity, code }) => [severity, code])).toEqual([["note", "same-with-stride"]]);
  });
});

describe("backwards", () => {
  test("what a convolution made, put through the transposed one, has the shape of the input", () => {
    const back = runBackwards(defaultDocument);
    expect(valuesOf(back)).toEqual([0, 19, 25, 38, 144, 118, 74, 197, 129]);
  });

  test.each([
    [7, 0],
    [8, 1],
  ])("kernel 3, stride 2 and padding 1 come back from 4 to %i with output padding %i", (size, padding) => {
    const document = read(`dims=1&input=${Array(size).fill(1).join(",")}&kernel=1,1,1&stride=2&padding=1`);
    expect(remainders(document)).toEqual([padding]);
    const back = runBackwards(document);
    expect([back.input.shape, back.layers[0].outputPadding]).toEqual([[1, 1, 4], [padding]]);
    expect(valuesOf(back)).toHaveLength(size);
  });

  test("a pooling has no kernel to run backwards", () => {
    const pooled = setOp("max-pool")(defaultDocument);
    expect(runBackwards(pooled)).toBe(pooled);
  });

  test("a gradient is 1 everywhere until one is chosen, and fits an output that changes", () => {
    expect([...gradientOf(defaultDocument).data]).toEqual([1, 1, 1, 1]);
    const document = setGradientCell({ row: 0, column: 1 }, -2)(defaultDocument);
    expect([...gradientOf(document).data]).toEqual([1, -2, 1, 1]);
    const smaller = setKernelSize([3, 2])(document);
    expect([...gradientOf(smaller).data]).toEqual([1, -2]);
  });
});

describe("the input as a whole", () => {
  test("moves, and zeros come in", () => {
    const document = read("dims=1&input=0,0,3,1,0,0,0&kernel=1,-1");
    expect(valuesOf(document)).toEqual([0, -3, 2, 1, 0, 0]);
    expect(valuesOf(shiftInput(0, 1)(document))).toEqual([0, 0, -3, 2, 1, 0]);
    expect([...shiftInput(-1, 0)(defaultDocument).input.data]).toEqual([3, 4, 5, 6, 7, 8, 0, 0, 0]);
  });

  test("is blanked", () => {
    expect([...blankInput(defaultDocument).input.data]).toEqual(Array(9).fill(0));
  });

  test("unread cells of every channel change, and no output", () => {
    const document = changed(
      read("input=1,2,3;4,5,6;7,8,9|9,8,7;6,5,4;3,2,1&kernel=1,1;1,1|1,1;1,1&stride=2"),
    );
    const next = scrambleUnread(5)(document);
    expect(next).not.toBe(document);
    expect(valuesOf(next)).toEqual(valuesOf(document));
  });
});

test.each(["text", "video", "two-channels", "max-pool", "transposed", "depthwise"])(
  "Learn says that it cannot take %s",
  (name) => {
    const problem = trainingProblem(presetDocument(name) ?? defaultDocument);
    expect(problem && sayProblem(problem)).toContain("2-D convolution with one input channel");
    expect(problem && sayProblem(problem, "zh-CN")).toContain("二维");
  },
);

test("Learn takes the first of several kernels", () => {
  expect(trainingProblem(setOutChannels(3)(defaultDocument))).toBeNull();
});
