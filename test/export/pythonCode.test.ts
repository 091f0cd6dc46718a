import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { presetDocument, presets } from "../../src/content/presets";
import { avgPool } from "../../src/core/avgPool";
import { conv } from "../../src/core/conv";
import { convTranspose } from "../../src/core/convTranspose";
import { flipKernel } from "../../src/core/flipKernel";
import { maxPool } from "../../src/core/maxPool";
import { codeText } from "../../src/export/codeLine";
import { type CodeKind, codeKinds, pythonCode } from "../../src/export/pythonCode";
import { defaultDocument } from "../../src/model/defaultDocument";
import type { ConvDocument, Layer } from "../../src/model/document";
import { createGrid, gridOf } from "../../src/model/grid";
import { convOptionsOf, withLayer } from "../../src/model/layer";
import { problemsOf } from "../../src/model/problems";
import { traceOf } from "../../src/trace/trace";
import { layerWith } from "../trace/documents";
import { codeCases } from "./codeCases";

interface Recorded {
  readonly name: string;
  readonly programs: Readonly<Record<CodeKind, { sha256: string; printed: number }>>;
  readonly outputs: readonly (readonly (readonly number[])[])[];
}

const golden: { cases: readonly Recorded[] } = JSON.parse(readFileSync("test/golden/code.json", "utf8"));

const programOf = (document: ConvDocument, kind: CodeKind) => codeText(pythonCode(document, kind));
const example = (change: Partial<Layer>) => withLayer(defaultDocument, change);

/** The layer by the core's own functions. */
function outputOf(document: ConvDocument): readonly number[] {
  const { op, weight, bias, activation, outputPadding, ceilMode, countIncludePad } = document.layers[0];
  const biases = { shape: [bias.length], data: Float64Array.from(bias) };
  const options = convOptionsOf(document);
  const pooling = { ...options, kernelSize: weight.shape.slice(2), ceilMode };
  const { input } = document;
  const { data } = {
    conv: () => conv(input, weight, biases, options),
    "conv-flipped": () => conv(input, flipKernel(weight), biases, options),
    transposed: () => convTranspose(input, weight, biases, { ...options, outputPadding }),
    "max-pool": () => maxPool(input, pooling),
    "avg-pool": () => avgPool(input, { ...pooling, countIncludePad }),
  }[op]();
  return Array.from(data, (value) => (activation === "relu" ? Math.max(value, 0) : value));
}

describe("programs that Python has run", () => {
  test("are those of all presets, the notes' example first", () => {
    const names = presets.map(({ name }) => `preset ${name}`);
    expect(golden.cases.slice(0, presets.length).map((recorded) => recorded.name)).toEqual(names);
    expect(golden.cases[0]?.outputs[0]).toEqual([
      [19, 25],
      [37, 43],
    ]);
    for (const { name } of presets) expect(presetDocument(name), name).toBeDefined();
  });

  test("are recorded for every case, once", () => {
    expect(golden.cases.map((recorded) => recorded.name)).toEqual(codeCases.map(({ name }) => name));
    expect(new Set(codeCases.map(({ name }) => name)).size).toBe(codeCases.length);
  });

  test("belong to valid documents", () => {
    for (const { name, document } of codeCases) {
      const errors = problemsOf(document).filter((problem) => problem.severity === "error");
      expect(errors, name).toEqual([]);
    }
  });

  test("are written again, letter by letter", () => {
    codeCases.forEach(({ name, document }, index) => {
      for (const kind of codeKinds) {
        const sha256 = createHash("sha256").update(programOf(document, kind)).digest("hex");
        const fresh = golden.cases[index]?.programs[kind].sha256;
        expect(sha256, `${name}, ${kind}: changed since npm run check:code`).toBe(fresh);
      }
    });
  });

  test("printed what the core computes and the screen shows", () => {
    codeCases.forEach(({ name, document }, index) => {
      for (const kind of codeKinds) {
        const recorded = golden.cases[index];
        const printed = (recorded?.outputs[recorded.programs[kind].printed] ?? []).flat();
        for (const values of [outputOf(document), Array.from(traceOf(document).values)]) {
          const largest = Math.max(...values.map(Math.abs));
          expect(values.length, name).toBe(printed.length);
          const far = values.filter((value, at) => !(Math.abs(value - (printed[at] ?? 0)) <= 1e-6 * largest));
          expect(far, `${name}, ${kind}`).toEqual([]);
        }
      }
    });
  });
});

describe("a program", () => {
  test("shows the two loops of the notes for their example, and its data", () => {
    expect(programOf(defaultDocument, "corr2d")).toBe(`import torch

def corr2d(X, W):
    h, w = W.shape
    rows = X.shape[0] - h + 1
    columns = X.shape[1] - w + 1
    Y = torch.zeros(rows, columns)
    for i in range(rows):
        for j in range(columns):
            window = X[i:i + h, j:j + w]
            products = window * W
            total = products.sum()
            Y[i, j] = total
    return Y

X = torch.tensor([[0.0, 1.0, 2.0],
                  [3.0, 4.0, 5.0],
                  [6.0, 7.0, 8.0]])
W = torch.tensor([[0.0, 1.0],
                  [2.0, 3.0]])

Y = corr2d(X, W)
print(Y)
`);
  });

  test("mentions nothing that the layer doesn't use", () => {
    for (const kind of codeKinds) {
      const text = programOf(defaultDocument, kind);
      expect(text).not.toMatch(/stride|dilation|pad|flip|relu|float64/);
    }
    expect(programOf(defaultDocument, "nn")).toContain("nn.Conv2d(1, 1, kernel_size=2, bias=False)");
    expect(programOf(defaultDocument, "layer")).toContain("b = torch.tensor([0.0])");
  });

  test("gives nn.Conv2d its arguments, one number where both axes agree", () => {
    const even = example({
      padding: [
        [1, 1],
        [1, 1],
      ],
      paddingMode: "reflect",
      stride: [2, 1],
      dilation: [2, 2],
      bias: [0.5],
    });
    expect(programOf(even, "nn")).toContain(
      'nn.Conv2d(1, 1, kernel_size=2, stride=(2, 1), padding=1, padding_mode="reflect", dilation=2)',
    );
    expect(programOf(example({ padding: { same: "pytorch" } }), "nn")).toContain('padding="same"');
  });

  test("pads outside nn.Conv2d where the two sides differ", () => {
    for (const padding of [
      { same: "d2l" },
      [
        [1, 0],
        [1, 0],
      ],
    ] as const) {
      const text = programOf(example({ padding }), "nn");
      expect(text).toContain("left, right, top, bottom = 1, 0, 1, 0\n");
      expect(text).not.toContain("padding=");
    }
  });

  test("turns the kernel in a line of its own for true convolution", () => {
    for (const kind of codeKinds) {
      const flips = pythonCode(example({ op: "conv-flipped" }), kind).filter((line) =>
        line.roles.includes("flip"),
      );
      expect(flips).toHaveLength(1);
      expect(flips[0]?.text).toContain("turned = torch.flip(");
    }
  });

  test("asks for 64-bit floats where 32 bits would round", () => {
    const asks = (document: ConvDocument) => programOf(document, "nn").includes("torch.float64");
    expect(asks(example({ bias: [0.1] }))).toBe(true);
    expect(asks(example({ weight: gridOf([[4096, 4096]]) }))).toBe(false);
    expect(asks({ ...example({ weight: gridOf([[4096, 1]]) }), input: gridOf([[4096, 4096]]) })).toBe(true);
  });

  test("writes every number so that it reads back exactly", () => {
    const numbers = [0.1, -1 / 3, 1e-7, 999_999.999_999, 5e-324, 1e6, -0];
    const text = programOf({ ...example({ weight: gridOf([[1]]) }), input: gridOf([numbers]) }, "corr2d");
    const literals = /X = torch\.tensor\(\[\[(.*?)\]\]\)/s.exec(text)?.[1]?.split(/,\s*/) ?? [];
    expect(literals.map(Number)).toEqual([0.1, -1 / 3, 1e-7, 999_999.999_999, 5e-324, 1e6, 0]);
    for (const literal of literals) expect(literal).toMatch(/[.e]/);
  });

  test("shows the loops over channels only where there are several, and adds them up", () => {
    const document = layerWith({ input: [[[1]], [[2]]], weight: [[[[3]], [[4]]]] });
    expect(programOf(defaultDocument, "corr2d")).not.toContain("corr_channels");
    expect(programOf(document, "corr2d")).toContain("for x, kernel in zip(X, kernels):");
    expect(programOf(document, "nn")).toContain("nn.Conv2d(2, 1, kernel_size=1, bias=False)");
    expect(programOf(document, "nn")).toContain("W = W.reshape(1, 2, 1, 1)");
  });

  test("gives PyTorch's other layers their own arguments", () => {
    const line = { input: [[1, 2, 3, 4]], weight: [[[1, 2]]] };
    const text = (change: Partial<Omit<Layer, "weight">>) =>
      programOf(layerWith({ ...line, ...change }), "nn");
    expect(text({})).toContain("nn.Conv1d(1, 1, kernel_size=2, bias=False)");
    expect(text({ op: "transposed", stride: [2], outputPadding: [1] })).toContain(
      "nn.ConvTranspose1d(1, 1, kernel_size=2, stride=2, output_padding=1, bias=False)",
    );
    expect(text({ op: "max-pool", stride: [2], ceilMode: true })).toContain(
      "nn.MaxPool1d(kernel_size=2, ceil_mode=True)",
    );
    expect(text({ op: "avg-pool", padding: [[1, 1]], countIncludePad: false })).toContain(
      "nn.AvgPool1d(kernel_size=2, stride=1, padding=1, count_include_pad=False)",
    );
    const grouped = layerWith({
      input: [
        [1, 2],
        [3, 4],
      ],
      weight: [[[1]], [[2]]],
      groups: 2,
    });
    expect(programOf(grouped, "nn")).toContain("nn.Conv1d(2, 2, kernel_size=1, groups=2, bias=False)");
  });

  test("has no weights to set where there is nothing to learn", () => {
    const pooled = layerWith({ input: [[[1, 2]]], weight: [[[[1, 1]]]], op: "max-pool" });
    for (const kind of codeKinds) expect(programOf(pooled, kind)).not.toMatch(/\bW\b|\bb\b|weight/);
  });

  test("keeps its lines under 89 characters on more axes and channels", () => {
    for (const { name, document } of codeCases.filter((one) => /^\d-D/.test(one.name))) {
      for (const kind of codeKinds) {
        const longest = Math.max(...pythonCode(document, kind).map((line) => line.text.length));
        expect(longest, `${name}, ${kind}`).toBeLessThanOrEqual(88);
      }
    }
  });

  test("keeps its lines under 89 characters at any size", () => {
    const long = (row: number, column: number) => -Math.sin(row * 64 + column + 1);
    const large = { ...example({ weight: createGrid(11, 11, long) }), input: createGrid(64, 64, long) };
    for (const kind of codeKinds) {
      const lengths = pythonCode(large, kind).map((line) => line.text.length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(88);
    }
  });
});

describe("a line", () => {
  test("has a role for each phase of a step, in the order in which they come", () => {
    const roles = (document: ConvDocument, kind: CodeKind) =>
      pythonCode(document, kind).flatMap((line) => line.roles);
    const full = example({
      op: "conv-flipped",
      bias: [1],
      activation: "relu",
      padding: [
        [1, 1],
        [1, 1],
      ],
    });
    expect(roles(defaultDocument, "corr2d")).toEqual(["window", "product", "sum", "assign"]);
    expect(new Set(roles(full, "corr2d"))).toEqual(
      new Set(["pad", "flip", "window", "product", "sum", "assign", "bias", "activation"]),
    );
    expect(new Set(roles(full, "layer"))).toEqual(new Set(roles(full, "corr2d")));
    expect(roles(full, "nn")).toEqual([
      ...["flip", "pad", "window", "product", "sum", "bias", "assign"],
      "activation",
    ]);
  });

  test("is its tokens, joined, with the names of input, kernel, bias and output marked", () => {
    const document = example({ bias: [2], op: "conv-flipped" });
    for (const kind of codeKinds) {
      for (const line of pythonCode(document, kind)) {
        expect(line.tokens.map((token) => token.text).join("")).toBe(line.text);
      }
    }
    const lines = pythonCode(document, "corr2d");
    const marked = (text: string) =>
      lines
        .find((line) => line.text === text)
        ?.tokens.filter((token) => token.role)
        .map((token) => [token.text, token.role]);
    expect(marked("Y = corr2d(X, turned)")).toEqual([
      ["Y", "output"],
      ["X", "input"],
      ["turned", "kernel"],
    ]);
    expect(marked("Y = Y + b")).toEqual([
      ["Y", "output"],
      ["Y", "output"],
      ["b", "bias"],
    ]);
  });
});
