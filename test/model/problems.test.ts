import { describe, expect, test } from "vitest";
import { setBias, setDilation, setPadding, setPaddingMode, setStride } from "../../src/model/commands";
import { defaultDocument } from "../../src/model/defaultDocument";
import type { ConvDocument } from "../../src/model/document";
import { type Command, setCell, setInputSize, setKernelSize } from "../../src/model/gridCommands";
import { problemsOf } from "../../src/model/problems";
import { sayProblem } from "./say";

const changed = (...commands: readonly Command[]): ConvDocument =>
  commands.reduce((document, command) => command(document), defaultDocument);

const pads = (cells: number) =>
  setPadding([
    [cells, cells],
    [cells, cells],
  ]);

describe("what a document may not be", () => {
  test.each<[string, readonly Command[], string]>([
    [
      "kernel 5×5 on 3×3",
      [setKernelSize([5, 5])],
      "Kernel 5×5 does not fit the padded input 3×3. Add padding 1 or use a kernel of at most 3×3",
    ],
    [
      "dilation 3, kernel 3, input 5",
      [setInputSize([5, 5]), setKernelSize([3, 3]), setDilation([3, 3])],
      "Kernel 3 with dilation 3 spans 7 cells, the padded input has 5",
    ],
    ["stride 0", [setStride([0, 1])], "Stride must be a whole number of at least 1"],
    ["stride −1", [setStride([-1, 1])], "Stride must be a whole number of at least 1"],
    ["stride 1.5", [setStride([1, 1.5])], "Stride must be a whole number of at least 1"],
    ["stride 9", [setStride([9, 1])], "Stride can be at most 8"],
    ["padding −1", [pads(-1)], "Padding cannot be negative"],
    ["padding 17", [pads(17)], "Padding can be at most 16 on each side"],
    ["padding 1e300", [pads(1e300)], "Padding can be at most 16 on each side"],
    ["dilation 0", [setDilation([0, 0])], "Dilation must be at least 1"],
    ["dilation 9", [setDilation([9, 9]), setKernelSize([1, 1])], "Dilation can be at most 8"],
    [
      "reflect padding 3 on 3",
      [setPaddingMode("reflect"), pads(3)],
      "Reflect padding must be smaller than the input (at most 2)",
    ],
    [
      "circular padding 4 on 3",
      [setPaddingMode("circular"), pads(4)],
      "Circular padding can be at most the input size (3)",
    ],
    ["65 rows", [setInputSize([65, 3])], "Size 65 is outside 1–64"],
    ["1e9 columns", [setInputSize([3, 1e9])], "Size 1000000000 is outside 1–64"],
    ["kernel 12", [setKernelSize([12, 1])], "Kernel size 12 is outside 1–11"],
    ["kernel 0", [setKernelSize([0, 1])], "Kernel size must be a whole number of at least 1"],
    [
      "an entry over a million",
      [setCell("input", { row: 0, column: 0 }, 1e7)],
      "Entries must lie between -1000000 and 1000000",
    ],
    ["a bias that is no number", [setBias([Number.NaN])], "Entries must lie between -1000000 and 1000000"],
    [
      "same of a wide, dilated kernel",
      [setKernelSize([11, 11]), setDilation([8, 8]), setPadding({ same: "pytorch" })],
      "Keeping the size would need padding 40, at most 16 can be shown. Use a smaller kernel or dilation",
    ],
  ])("%s", (_, commands, message) => {
    const [problem] = problemsOf(changed(...commands));
    if (!problem) throw new Error("no problem");
    expect(problem.severity).toBe("error");
    expect(sayProblem(problem)).toBe(message);
    expect(sayProblem(problem, "zh-CN")).not.toBe("");
  });

  test("same with unsound numbers is said, not thrown", () => {
    for (const command of [setStride([0, 1]), setDilation([1.5, 1])]) {
      expect(problemsOf(changed(setPadding({ same: "pytorch" }), command))[0]?.severity).toBe("error");
    }
  });
});

describe("what it may be", () => {
  test.each<[string, readonly Command[]]>([
    ["the default", []],
    ["replicate padding 7 on 3", [setPaddingMode("replicate"), pads(7)]],
    ["the largest of everything", [setInputSize([64, 64]), setKernelSize([11, 11]), pads(16)]],
  ])("%s", (_, commands) => {
    expect(problemsOf(changed(...commands))).toEqual([]);
  });

  test("same with a stride, with a note that PyTorch refuses it", () => {
    const [note, ...more] = problemsOf(changed(setPadding({ same: "tensorflow" }), setStride([2, 2])));
    expect(more).toEqual([]);
    expect(note?.severity).toBe("note");
    expect(note && sayProblem(note)).toBe("PyTorch does not allow 'same' with stride > 1");
  });
});
