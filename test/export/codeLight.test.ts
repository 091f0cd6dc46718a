import { expect, test } from "vitest";
import { isLit } from "../../src/export/codeLight";
import { pythonCode } from "../../src/export/pythonCode";
import { defaultDocument } from "../../src/model/defaultDocument";
import { withLayer } from "../../src/model/layer";
import type { Phase } from "../../src/trace/phases";

const litTexts = (kind: "corr2d" | "nn", phase: Phase) =>
  pythonCode(withLayer(defaultDocument, { bias: [1] }), kind)
    .filter((line) => isLit(line, phase))
    .map((line) => line.text.trim());

test("one line after the other is lit as a step goes through its phases", () => {
  expect(litTexts("corr2d", "window")).toEqual(["window = X[i:i + h, j:j + w]"]);
  expect(litTexts("corr2d", "products")).toEqual(["products = window * W"]);
  expect(litTexts("corr2d", "sum")).toEqual(["total = products.sum()"]);
  expect(litTexts("corr2d", "output")).toEqual(["Y[i, j] = total", "Y = Y + b"]);
});

test("PyTorch's layer does it all in one line", () => {
  for (const phase of ["window", "products", "sum", "output"] as const) {
    expect(litTexts("nn", phase)).toEqual(["Y = conv2d(X)"]);
  }
});
