import { describe, expect, test } from "vitest";
import {
  setActivation,
  setBias,
  setDilation,
  setOp,
  setPadding,
  setPaddingMode,
  setStride,
} from "../../src/model/commands";
import { defaultDocument } from "../../src/model/defaultDocument";
import type { ConvDocument } from "../../src/model/document";
import { fillKinds } from "../../src/model/fill";
import { rowsOf } from "../../src/model/grid";
import {
  type Command,
  fillGrid,
  pasteGrid,
  replaceGrid,
  rotateGrid,
  rotateKernel180,
  setCell,
  setCells,
  setInputSize,
  setKernelSize,
  transposeGrid,
} from "../../src/model/gridCommands";
import { loadDocument } from "../../src/model/loadDocument";
import { problemsOf } from "../../src/model/problems";
import { scrambleUnread } from "../../src/model/scrambleUnread";
import { naiveConv } from "../content/naiveConv";

const input = (command: Command, document: ConvDocument = defaultDocument) => rowsOf(command(document).input);
const kernel = (command: Command, document: ConvDocument = defaultDocument) =>
  rowsOf(command(document).layers[0].weight);

describe("cells", () => {
  test("one cell, and the lesson's answer to K[0,0] = 1", () => {
    const document = setCell("kernel", { row: 0, column: 0 }, 1)(defaultDocument);
    expect(naiveConv(document)).toEqual([
      [19, 26],
      [40, 47],
    ]);
    expect(document.input).toBe(defaultDocument.input);
    expect(rowsOf(defaultDocument.layers[0].weight)[0]).toEqual([0, 1]);
  });

  test("a stroke leaves out what lies beside the grid", () => {
    const stroke = [
      { row: 0, column: 0, value: 9 },
      { row: 0, column: 5, value: 9 },
      { row: -1, column: 2, value: 9 },
    ];
    expect(input(setCells("input", stroke))[0]).toEqual([9, 1, 2]);
    expect(
      input(setCells("input", stroke))
        .flat()
        .filter((value) => value === 9),
    ).toHaveLength(1);
  });

  test("−0 becomes 0", () => {
    expect(Object.is(kernel(setCell("kernel", { row: 0, column: 1 }, -0))[0]?.[1], 0)).toBe(true);
  });
});

describe("sizes", () => {
  test("numbers stay where they are; new cells are 0", () => {
    expect(input(setInputSize([2, 4]))).toEqual([
      [0, 1, 2, 0],
      [3, 4, 5, 0],
    ]);
    expect(kernel(setKernelSize([3, 1]))).toEqual([[0], [2], [0]]);
  });

  test.each([1e9, 0, -1, 2.5, Number.NaN])("%d allocates nothing and is a problem", (size) => {
    for (const command of [setInputSize([size, 3]), setKernelSize([3, size])]) {
      const document = command(defaultDocument);
      expect(document.input.data.length).toBeLessThanOrEqual(9);
      expect(document.layers[0].weight.data.length).toBeLessThanOrEqual(4);
      expect(problemsOf(document).some(({ severity }) => severity === "error")).toBe(true);
    }
  });
});

describe("whole grids", () => {
  test("transpose, quarter turn, half turn", () => {
    const wide = replaceGrid("input", [
      [1, 2, 3],
      [4, 5, 6],
    ])(defaultDocument);
    expect(input(transposeGrid("input"), wide)).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(input(rotateGrid("input"), wide)).toEqual([
      [4, 1],
      [5, 2],
      [6, 3],
    ]);
    expect(kernel(rotateKernel180)).toEqual([
      [3, 2],
      [1, 0],
    ]);
  });

  test("fills", () => {
    const document = setInputSize([2, 8])(defaultDocument);
    const filled = (kind: "zeros" | "ones" | "count" | "checkerboard" | "edge" | "gradient") =>
      input(fillGrid("input", { kind }), document);
    expect(filled("zeros").flat()).toEqual(Array(16).fill(0));
    expect(filled("ones").flat()).toEqual(Array(16).fill(1));
    expect(filled("count").flat()).toEqual(Array.from({ length: 16 }, (_, at) => at));
    expect(filled("checkerboard")).toEqual([
      [1, 0, 1, 0, 1, 0, 1, 0],
      [0, 1, 0, 1, 0, 1, 0, 1],
    ]);
    expect(filled("edge")[0]).toEqual([1, 1, 0, 0, 0, 0, 1, 1]);
    expect(filled("gradient")).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ]);
    expect(fillKinds).toContain("random");
  });

  test("random fills repeat by their seed and are small whole numbers", () => {
    const filled = (seed: number) =>
      input(fillGrid("input", { kind: "random", seed }), setInputSize([8, 8])(defaultDocument));
    expect(filled(1)).toEqual(filled(1));
    expect(filled(1)).not.toEqual(filled(2));
    expect(
      filled(1)
        .flat()
        .every((value) => Number.isInteger(value) && Math.abs(value) <= 9),
    ).toBe(true);
  });

  test("a paste takes the grid's size or is cut by it", () => {
    const rows = [
      [10, 11, 12, 13],
      [14, 15, 16, 17],
      [18, 19, 20, 21],
      [22, 23, 24, 25],
    ];
    expect(input(pasteGrid("input", rows, { at: [0, 0], mode: "resize" }))).toEqual(rows);
    expect(input(pasteGrid("input", rows, { at: [1, 1], mode: "cut" }))).toEqual([
      [0, 1, 2],
      [3, 10, 11],
      [6, 14, 15],
    ]);
    expect(input(pasteGrid("input", [[9]], { at: [3, 0], mode: "resize" }))).toEqual([[0], [3], [6], [9]]);
  });
});

describe("parameters", () => {
  test("each changes its own field alone", () => {
    const changes: [Command, object][] = [
      [setStride([2, 1]), { stride: [2, 1] }],
      [setDilation([1, 2]), { dilation: [1, 2] }],
      [setPadding({ same: "d2l" }), { padding: { same: "d2l" } }],
      [setPaddingMode("replicate"), { paddingMode: "replicate" }],
      [setBias([-2.5]), { bias: [-2.5] }],
      [setOp("conv-flipped"), { op: "conv-flipped" }],
      [setActivation("relu"), { activation: "relu" }],
    ];
    for (const [command, change] of changes) {
      expect(command(defaultDocument).layers[0]).toEqual({ ...defaultDocument.layers[0], ...change });
    }
  });

  test("a command that changes nothing returns its argument", () => {
    const nothing: Command[] = [
      setStride([1, 1]),
      setPadding([
        [0, 0],
        [0, 0],
      ]),
      setOp("conv"),
      setBias([0]),
      setInputSize([3, 3]),
      replaceGrid("kernel", [
        [0, 1],
        [2, 3],
      ]),
      fillGrid("input", { kind: "count" }),
      pasteGrid("input", [[0, 1]], { at: [0, 0], mode: "cut" }),
      pasteGrid("kernel", [[2, 3]], { at: [1, 0], mode: "resize" }),
      loadDocument(structuredClone(defaultDocument)),
      scrambleUnread(1),
    ];
    for (const command of nothing) expect(command(defaultDocument)).toBe(defaultDocument);
  });
});

describe("unread cells", () => {
  test("8×8, kernel 3×5, padding (0, 1), stride (3, 5): rows 6 and 7 alone change, the output does not", () => {
    const wide = setPadding([
      [0, 0],
      [1, 1],
    ])(
      setStride([3, 5])(
        fillGrid("kernel", { kind: "ones" })(setKernelSize([3, 5])(setInputSize([8, 8])(defaultDocument))),
      ),
    );
    const document = fillGrid("input", { kind: "count" })(wide);
    const scrambled = scrambleUnread(5)(document);
    expect(rowsOf(scrambled.input).slice(0, 6)).toEqual(rowsOf(document.input).slice(0, 6));
    expect(rowsOf(scrambled.input).slice(6)).not.toEqual(rowsOf(document.input).slice(6));
    expect(naiveConv(scrambled)).toEqual(naiveConv(document));
    expect(scrambleUnread(5)(document)).toEqual(scrambled);
  });
});
