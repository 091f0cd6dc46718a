import { describe, expect, test } from "vitest";
import { parseGrid } from "../../src/model/parseGrid";
import type { NumberStyle } from "../../src/model/parseNumber";
import { sayProblem } from "./say";

const rows = (text: string, style?: NumberStyle) => {
  const parsed = parseGrid(text, style);
  return "rows" in parsed ? parsed.rows : sayProblem(parsed.problem);
};

function refusal(text: string): string {
  const parsed = parseGrid(text);
  if ("rows" in parsed) throw new Error(`read as ${JSON.stringify(parsed.rows)}`);
  expect(sayProblem(parsed.problem, "zh-CN")).not.toBe("");
  return sayProblem(parsed.problem);
}

describe("what can be pasted", () => {
  const square = [
    [1, 2],
    [3, 4],
  ];
  test.each([
    ["a range of a spreadsheet", "1\t2\n3\t4"],
    ["with the line ends of Windows and one at the end", "1\t2\r\n3\t4\r\n"],
    ["CSV", "1,2\n3,4"],
    ["CSV with spaces, quotes and a comma at the end", '1, "2",\n3, 4,'],
    ["CSV with semicolons", "1;2\n3;4"],
    ["columns of text", "  1 2\n  3    4"],
    ["a NumPy print", "[[1. 2.]\n [3. 4.]]"],
    ["a NumPy repr", "array([[1., 2.],\n       [3., 4.]])"],
    ["a NumPy repr with a type", "array([[1, 2], [3, 4]], dtype=int32)"],
    ["a PyTorch print", "tensor([[1., 2.],\n        [3., 4.]], dtype=torch.float64)"],
    ["a PyTorch print with a gradient", "tensor([[1., 2.], [3., 4.]], grad_fn=<AddBackward0>)"],
    ["a PyTorch print in powers of ten", "tensor([[1.0000e+00, 2.0000e+00],\n [3.0000e+00, 4.0000e+00]])"],
    ["a batch of one image with one channel", "tensor([[[[1, 2], [3, 4]]]])"],
    ["a nested list", "[[1, 2], [3, 4]]"],
    ["an assignment", "K = torch.tensor([[1, 2], [3, 4]])"],
    ["a list of NumPy scalars", "[[np.float64(1.0), np.float64(2.0)], [np.float64(3.0), np.float64(4.0)]]"],
    ["full-width digits", "１\t２\n３\t４"],
  ])("%s", (_, text) => {
    expect(rows(text)).toEqual(square);
  });

  test("a one-row array", () => {
    expect(rows("array([[1, 2]], dtype=int32)")).toEqual([[1, 2]]);
    expect(rows("[1 2 -3]")).toEqual([[1, 2, -3]]);
  });

  test("a semicolon CSV with decimal commas", () => {
    expect(rows("1,5;2\n-0,25;4")).toEqual([
      [1.5, 2],
      [-0.25, 4],
    ]);
  });

  test("a single number; a decimal comma only where the language has one", () => {
    expect(rows("7")).toEqual([[7]]);
    expect(rows("1,5")).toEqual([[1, 5]]);
    expect(rows("1,5\n2,5", { decimalComma: true })).toEqual([[1.5], [2.5]]);
  });

  test("4096 numbers, 64 rows and columns", () => {
    const line = Array(64).fill("1").join("\t");
    expect(rows(Array(64).fill(line).join("\n"))).toHaveLength(64);
  });
});

describe("what is refused, and why", () => {
  test.each([
    ["ragged rows", "1\t2\n3", "Row 2 has 1 number, row 1 has 2"],
    ["a ragged list", "[[1, 2], [3, 4, 5]]", "Row 2 has 3 numbers, row 1 has 2"],
    ["an empty list", "[[1, 2], []]", "Row 2 has 0 numbers, row 1 has 2"],
    [
      "a shortened NumPy print",
      "[[0. 1. ... 8. 9.]\n ...\n [1. 2. ... 3. 4.]]",
      "The pasted array is shortened with '...'",
    ],
    ["nan", "1\tnan", 'Row 1, column 2: "nan" is not a finite number'],
    ["inf", "[[1, 2], [3, inf]]", 'Row 2, column 2: "inf" is not a finite number'],
    ["None", "[[1, None]]", 'Row 1, column 2: "None" is not a finite number'],
    ["true", "true,1", 'Row 1, column 1: "true" is not a finite number'],
    ["words", "a\tb", 'Row 1, column 1: "a" is not a number'],
    ["a complex number", "[[1+2j]]", 'Row 1, column 1: "1+2j" is not a number'],
    ["an empty cell", "1\t\t3", "Row 1, column 2 is empty"],
    ["an empty place in a list", "[1,,3]", "Row 1, column 2 is empty"],
    ["a large number", "1\t1e7", 'Row 1, column 2: "1e7" is not between -1000000 and 1000000'],
    ["thousands", "1\t1,000", "Row 1, column 2: write 1000 without separators"],
    ["nothing", " \n ", "There are no numbers to paste"],
    ["an empty array", "[]", "There are no numbers to paste"],
    ["three axes", "[[[1], [2]], [[3], [4]]]", "The pasted array has 3 axes, a grid has 2"],
    ["brackets left open", "[[1, 2], [3, 4]", "The brackets of the pasted array do not match"],
    ["numbers beside lists", "[[1, 2], 3]", "The brackets of the pasted array do not match"],
    ["two arrays", "[[1]] [[2]]", "The brackets of the pasted array do not match"],
    [
      "deep nesting",
      `${"[".repeat(10000)}1${"]".repeat(10000)}`,
      "The pasted array has 6 axes, a grid has 2",
    ],
    ["65 rows", Array(65).fill("1").join("\n"), "A grid has at most 64 rows and columns"],
    ["a million numbers", Array(1e6).fill("1").join(","), "Too many numbers (limit 4096)"],
    ["4097 numbers", Array(4097).fill("1").join(" "), "Too many numbers (limit 4096)"],
    ["4097 numbers in a list", `[${Array(4097).fill("1").join(",")}]`, "Too many numbers (limit 4096)"],
  ])("%s", (_, text, message) => {
    expect(refusal(text)).toBe(message);
  });
});
