// @vitest-environment jsdom
import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import type { ConvDocument } from "../../src/model/document";
import { documentOf } from "../../src/store/documentSlice";
import { InfoPanel } from "../../src/ui/InfoPanel";
import { layerWith, type Nested } from "../trace/documents";
import { renderInApp } from "./renderInApp";

function ones([size = 1, ...others]: readonly number[]): Nested {
  return Array.from({ length: size }, () => (others.length > 0 ? ones(others) : 1));
}

function show(document: ConvDocument) {
  const store = renderInApp(<InfoPanel />);
  act(() => store.getState().load(document, 0));
  return store;
}

const region = (name: string) => screen.getByRole("region", { name });
const shapeText = () => region("Output shape").textContent?.replaceAll("\u2062", "") ?? "";
const results = () =>
  Array.from(region("Output shape").querySelectorAll(".formula-result"), (mark) => mark.textContent);
const costs = () =>
  Object.fromEntries(
    Array.from(region("Cost").querySelectorAll(".cost-line"), (line) => [
      line.querySelector(".cost-name")?.textContent,
      line.querySelector(".cost-value")?.textContent,
    ]),
  );

describe("the formula", () => {
  test("along one axis has the letter L and no index", () => {
    show(layerWith({ input: ones([1, 5]), weight: ones([1, 1, 3]) }));
    expect(shapeText()).toContain("Lout=");
    expect(shapeText()).toContain("L+2p−d(k−1)−1");
    expect(results()).toEqual(["3"]);
  });

  test("along three alike axes is said once, along others for each", () => {
    const store = show(layerWith({ input: ones([1, 4, 4, 4]), weight: ones([1, 1, 3, 3, 3]) }));
    expect(shapeText()).toContain("Dout=Hout=Wout");
    expect(results()).toEqual(["2"]);
    act(() =>
      store.getState().load(layerWith({ input: ones([1, 3, 4, 5]), weight: ones([1, 1, 2, 1, 1]) }), 0),
    );
    expect(results()).toEqual(["2", "4", "5"]);
    expect(shapeText()).toContain("dd(kd−1)");
  });

  test("of a transposed layer multiplies, and adds output padding", () => {
    show(
      layerWith({
        input: ones([1, 16, 16]),
        weight: ones([1, 1, 3, 3]),
        op: "transposed",
        stride: [2, 2],
        padding: [
          [1, 1],
          [1, 1],
        ],
        outputPadding: [1, 1],
      }),
    );
    // (16 − 1)·2 − 2 + 2 + 1 + 1 = 32.
    expect(results()).toEqual(["32"]);
    expect(shapeText()).toContain("(16−1)·2−2·1+1·(3−1)+1+1");
    expect(shapeText()).not.toContain("remainder");
  });

  test("of pooling in ceil mode rounds up, and says what hangs over", () => {
    show(
      layerWith({
        input: ones([1, 5, 5]),
        weight: ones([1, 1, 2, 2]),
        op: "max-pool",
        stride: [2, 2],
        ceilMode: true,
      }),
    );
    expect(results()).toEqual(["3"]);
    expect(shapeText()).toContain("⌈");
    expect(shapeText()).toContain("3=2·2−1: rounded up, the last window hangs 1 cell over the end.");
  });
});

describe("shapes in PyTorch", () => {
  const opener = () => screen.getByRole("button", { name: "Shapes in PyTorch" });

  test("are folded for one channel in two axes, and open for more", async () => {
    const store = show(layerWith({ input: ones([1, 3, 3]), weight: ones([1, 1, 2, 2]) }));
    expect(opener().getAttribute("aria-expanded")).toBe("false");
    act(() => store.getState().load(layerWith({ input: ones([2, 3, 3]), weight: ones([3, 2, 2, 2]) }), 0));
    expect(opener().getAttribute("aria-expanded")).toBe("true");
    const shapes = await screen.findByRole("toolbar", { name: "Shapes in PyTorch" });
    const sizes = (name: string) =>
      within(within(shapes).getByRole("group", { name }))
        .getAllByRole("button")
        .map((button) => button.querySelector("b")?.textContent);
    expect(sizes("Input")).toEqual(["1", "2", "3", "3"]);
    expect(sizes("Weight")).toEqual(["3", "2", "2", "2"]);
    expect(sizes("Bias")).toEqual(["3"]);
    expect(sizes("Output")).toEqual(["1", "3", "2", "2"]);
  });

  test("name each number by arrow keys, with one stop for Tab", async () => {
    show(layerWith({ input: ones([2, 3, 3]), weight: ones([3, 2, 2, 2]) }));
    const shapes = await screen.findByRole("toolbar", { name: "Shapes in PyTorch" });
    const words = () => shapes.nextElementSibling?.textContent;
    const stops = within(shapes)
      .getAllByRole("button")
      .filter((button) => button.tabIndex === 0);
    expect(stops).toHaveLength(1);
    expect(words()).toContain("N never enters the arithmetic");
    act(() => stops[0]?.focus());
    await userEvent.keyboard("{ArrowRight}");
    expect(document.activeElement?.textContent).toBe("2 Cin: input channels, each a grid of numbers.");
    expect(words()).toBe("Cin = 2: input channels, each a grid of numbers.");
    await userEvent.keyboard("{End}");
    expect(words()).toBe("W = 2: columns, the width.");
  });

  test("tell how an 8 × 8 array is reshaped, and what (8, 1, 8) is read as", async () => {
    show(
      layerWith({
        input: ones([1, 8, 8]),
        weight: ones([1, 1, 3, 3]),
        padding: [
          [1, 1],
          [1, 1],
        ],
      }),
    );
    await userEvent.click(opener());
    await userEvent.click(await screen.findByText("From (8, 8) to (1, 1, 8, 8)"));
    expect(shapeText()).toContain("X = X.reshape((1, 1, 8, 8))");
    const answer = (shape: string) =>
      screen.getByRole("rowheader", { name: shape, hidden: true }).nextElementSibling?.textContent;
    expect(answer("(8, 8)")).toContain("but got input of size: [8, 8]");
    expect(answer("(1, 8, 8)")).toContain("→ (1, 8, 8)");
    expect(answer("(1, 1, 8, 8)")).toBe("→ (1, 1, 8, 8)");
    expect(answer("(8, 1, 8)")).toContain(
      "Given groups=1, weight of size [1, 1, 3, 3], expected input[1, 8, 1, 8] to have 1 channels, but got 8 channels instead",
    );
    expect(answer("(8, 1, 8)")).toContain("8 is read as channels; this layer has 1.");
  });

  test("of pooling say that there is nothing else", async () => {
    show(layerWith({ input: ones([1, 4, 4]), weight: ones([1, 1, 2, 2]), op: "avg-pool" }));
    await screen.findByRole("toolbar", { name: "Shapes in PyTorch" });
    expect(screen.queryByRole("group", { name: "Weight" })).toBeNull();
    expect(shapeText()).toContain("Pooling has no weight and no bias.");
  });
});

describe("the cost", () => {
  test("of Conv2d(3, 16, 5) is 1,216 parameters", () => {
    show(layerWith({ input: ones([3, 5, 5]), weight: ones([16, 3, 5, 5]), bias: new Array(16).fill(1) }));
    expect(costs().Parameters).toBe("1\u202f216");
    expect(costs()["Multiply–adds"]).toBe("1\u202f200");
    expect(region("Cost").textContent).toContain("1\u202f200 weights in the kernels and 16 biases");
    expect(region("Cost").textContent).toContain("16 outputs × 75 products each");
  });

  test("of a text: 26 parameters with two biases", () => {
    show(layerWith({ input: ones([4, 5]), weight: ones([2, 4, 3]), bias: [1, 1] }));
    expect(costs()).toMatchObject({ Parameters: "26", "Receptive field": "3" });
  });

  test("of pooling: nothing to learn, comparisons or additions in place of products", () => {
    const store = show(
      layerWith({ input: ones([2, 4, 4]), weight: ones([1, 1, 2, 2]), op: "max-pool", stride: [2, 2] }),
    );
    // Two channels of 2 × 2 outputs, four cells each.
    expect(costs()).toEqual({ Parameters: "0", Comparisons: "32", "Receptive field": "2 × 2" });
    expect(region("Cost").textContent).toContain("Nothing to learn");
    act(() =>
      store
        .getState()
        .load(layerWith({ input: ones([1, 3, 3]), weight: ones([1, 1, 2, 2]), op: "avg-pool" }), 0),
    );
    expect(costs()).toMatchObject({ Parameters: "0", Additions: "16" });
  });

  test("of a transposed layer counts a kernel for each input", () => {
    show(layerWith({ input: ones([1, 4, 4]), weight: ones([1, 1, 3, 3]), op: "transposed", stride: [2, 2] }));
    expect(costs()).toMatchObject({ "Multiply–adds": "144", "Receptive field": "2 × 2" });
    expect(region("Cost").textContent).toContain("16 inputs × 9 products each");
  });

  test("of groups stands beside the full layer's and that of depthwise with 1×1", async () => {
    show(layerWith({ input: ones([4, 5, 5]), weight: ones([4, 2, 3, 3]), groups: 2 }));
    const bills = await screen.findByRole("region", { name: "What groups save" });
    const weights = within(bills)
      .getAllByRole("listitem")
      .map((bill) => bill.querySelector(".bill-weights")?.textContent);
    expect(weights).toEqual(["144", "72", "36", "36 + 16 = 52"]);
    expect(within(bills).getByText("this layer").closest("li")?.textContent).toContain("In 2 groups");
    expect(bills.textContent).toContain("2.8 times fewer weights");
  });

  test("of a 1×1 layer: the same matrix at each pixel", async () => {
    show(
      layerWith({
        input: [
          [
            [10, 0],
            [0, 0],
          ],
          [
            [20, 0],
            [0, 0],
          ],
          [
            [30, 0],
            [0, 0],
          ],
        ],
        weight: [
          [[[1]], [[1]], [[1]]],
          [[[1]], [[0]], [[-1]]],
        ],
      }),
    );
    const note = await screen.findByRole("region", { name: "A dense layer for each pixel" });
    expect(note.textContent).toContain("the same 2 × 3 weights at each of 4 pixels");
    expect(note.querySelector("math")?.textContent).toBe("(11110−1)(102030)=(60−20)");
    expect(screen.queryByRole("region", { name: "What groups save" })).toBeNull();
  });
});

describe("the way back", () => {
  const opener = () => screen.getByRole("button", { name: "Run it backwards" });
  const digits = layerWith({
    input: [
      [
        [0, 1, 2],
        [3, 4, 5],
        [6, 7, 8],
      ],
    ],
    weight: [
      [
        [
          [0, 1],
          [2, 3],
        ],
      ],
    ],
  });

  test("has the input's shape and other numbers, and a button that goes it", async () => {
    const store = show(digits);
    await userEvent.click(opener());
    const back = await screen.findByRole("table", { name: "There and back" });
    const numbers = Array.from(back.querySelectorAll("td"), (cell) => cell.textContent);
    expect(numbers).toEqual(["0", "19", "25", "38", "144", "118", "74", "197", "129"]);
    const section = region("Run it backwards");
    expect(section.textContent).toContain("1 of 9 numbers is as before.");
    expect(section.textContent).toContain("The largest difference: 7 became 197.");
    await userEvent.click(
      within(section).getAllByRole("button", { name: "Run it backwards" })[1] as HTMLElement,
    );
    const { input, layers } = documentOf(store.getState());
    expect(layers[0].op).toBe("transposed");
    expect(Array.from(input.data)).toEqual([19, 25, 37, 43]);
    expect(region("Not an inverse").textContent).toContain("Stamps on each place");
    expect(screen.getByRole("button", { name: "Run it forwards again" })).toBeDefined();
  });

  test("tells which sizes lead to the same output, and which output padding to each", async () => {
    show(
      layerWith({
        input: ones([1, 8, 8]),
        weight: ones([1, 1, 3, 3]),
        stride: [2, 2],
        padding: [
          [1, 1],
          [1, 1],
        ],
      }),
    );
    await userEvent.click(opener());
    expect(
      await screen.findByText("Each axis: 7 and 8 both give 4. Output padding 0 gives 7, 1 gives 8."),
    ).toBeDefined();
  });

  test("of a large input says its size and what differs most", async () => {
    show(layerWith({ input: ones([1, 9, 9]), weight: ones([1, 1, 2, 2]) }));
    await userEvent.click(opener());
    expect(await screen.findByText("Both are (1, 1, 9, 9).")).toBeDefined();
    expect(screen.queryByRole("table", { name: "There and back" })).toBeNull();
    // Four stamps of 4 in the middle.
    expect(region("Run it backwards").textContent).toContain("1 became 16.");
  });

  test("of a transposed layer counts the stamps, and prints them on the figure", async () => {
    const store = show(
      layerWith({ input: ones([1, 4, 4]), weight: ones([1, 1, 3, 3]), op: "transposed", stride: [2, 2] }),
    );
    expect(await screen.findByText("1 1 2 1 2 1 2 1 1")).toBeDefined();
    expect(region("Not an inverse").textContent).toContain("places get 2, 1 stamps in turn");
    const toggle = screen.getByRole("button", { name: "Overlap counts" });
    fireEvent.click(toggle);
    expect(toggle.getAttribute("aria-pressed")).toBe("true");
    expect(store.getState().readCounts).toBe(true);
    act(() =>
      store
        .getState()
        .load(
          layerWith({ input: ones([1, 4, 4]), weight: ones([1, 1, 4, 4]), op: "transposed", stride: [2, 2] }),
          0,
        ),
    );
    expect(await screen.findByText("1 1 2 2 2 2 2 2 1 1")).toBeDefined();
    expect(region("Not an inverse").textContent).toContain("equally many stamps");
  });

  test("isn't there for pooling, which has no kernel", () => {
    show(layerWith({ input: ones([1, 4, 4]), weight: ones([1, 1, 2, 2]), op: "max-pool" }));
    expect(screen.queryByRole("region", { name: "Run it backwards" })).toBeNull();
  });
});

test("unread slices and cells are told by their own names", async () => {
  const store = show(
    layerWith({ input: ones([1, 5, 3, 3]), weight: ones([1, 1, 2, 3, 3]), stride: [2, 1, 1] }),
  );
  expect(await screen.findByText(/1 slice is never read\./)).toBeDefined();
  act(() =>
    store.getState().load(layerWith({ input: ones([1, 8]), weight: ones([1, 1, 3]), stride: [3] }), 0),
  );
  expect(await screen.findByText(/2 cells are never read\./)).toBeDefined();
});
