// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { StackBill } from "../../src/ui/StackBill";
import { StackCollapse } from "../../src/ui/StackCollapse";
import { StackCompare } from "../../src/ui/StackCompare";
import { StackPanel } from "../../src/ui/StackPanel";
import { StackShift } from "../../src/ui/StackShift";
import { press, undoSteps } from "./figureInApp";
import { renderInStack } from "./renderInStack";

let store: AppStore;
const state = () => store.getState();
const layer = (index: number) => documentOf(state()).layers[index];
const kernel = (index: number) => [...(layer(index)?.weight.data ?? [])];
const grid = (name: string) => screen.getByRole("grid", { name });
const cells = (name: string) => within(grid(name)).getAllByRole("gridcell");
const field = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });

function open(address: string) {
  store = renderInStack(
    <>
      <StackPanel />
      <StackBill />
      <StackCompare />
      <StackShift />
      <StackCollapse />
    </>,
    address,
  );
}

/** Puts the keyboard on a cell of a kernel. */
function focus(name: string, at: number): HTMLElement {
  const cell = cells(name)[at] as HTMLElement;
  act(() => cell.focus());
  return cell;
}

function paste(name: string, at: number, text: string) {
  fireEvent.paste(focus(name, at), { clipboardData: { getData: () => text } });
}

describe("a layer's kernel", () => {
  test("is a grid that says its layer, with one stop for Tab", () => {
    open("layers=k3p1,k2x3");
    expect(cells("Layer 1, kernel")).toHaveLength(9);
    expect(within(grid("Layer 2, kernel")).getAllByRole("row")).toHaveLength(2);
    expect(cells("Layer 2, kernel").filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    focus("Layer 2, kernel", 0);
    press("ArrowDown");
    press("End");
    expect(document.activeElement).toBe(cells("Layer 2, kernel")[5]);
  });

  test("takes what is typed; the layer's other numbers stay", () => {
    open("dims=1&input=4,1,5,2,6&layers=k2,k2");
    focus("Layer 2, kernel", 1);
    press("-");
    const entry = field("Layer 2, kernel, row 0, column 1");
    fireEvent.change(entry, { target: { value: "-1" } });
    fireEvent.keyDown(entry, { key: "Enter" });
    expect(kernel(0)).toEqual([1, 1]);
    expect(kernel(1)).toEqual([1, -1]);
    // [1, 1] then [1, −1] is [1, 0, −1], and both give −1 −1 −1 on 4 1 5 2 6.
    const collapse = within(screen.getByRole("region", { name: "Two layers as one" }));
    expect(collapse.getByRole("img", { name: "Product kernel: 1, 0, \u22121" })).toBeTruthy();
    expect(collapse.getByRole("img", { name: "Two layers: \u22121, \u22121, \u22121" })).toBeTruthy();
    expect(collapse.getByRole("img", { name: "One kernel: \u22121, \u22121, \u22121" })).toBeTruthy();
    expect(undoSteps(store)).toBe(1);
    act(() => state().undo());
    expect(kernel(1)).toEqual([1, 1]);
  });

  test.each([
    ["numbers with the separators of an address", "1,2;3,4", [1, 2, 3, 4]],
    ["as many numbers as it has, in a line", "1 \u22122 3 4", [1, -2, 3, 4]],
    ["a table of a spreadsheet", "5\t6\n7\t8", [5, 6, 7, 8]],
    ["what NumPy prints", "[[1. 0.]\n [0. 1.]]", [1, 0, 0, 1]],
  ])("takes %s", async (_, text, numbers) => {
    open("layers=k2,k2");
    paste("Layer 2, kernel", 0, text);
    await waitFor(() => expect(kernel(1)).toEqual(numbers));
    expect(undoSteps(store)).toBe(1);
  });

  test("takes fewer numbers from the cell on, and says where more don't fit", async () => {
    open("layers=k3,k3");
    paste("Layer 1, kernel", 4, "7 8");
    await waitFor(() => expect(kernel(0)).toEqual([1, 1, 1, 1, 7, 8, 1, 1, 1]));
    paste("Layer 1, kernel", 4, "1 2 3");
    expect((await screen.findByRole("alert")).textContent).toContain("3×3");
    paste("Layer 1, kernel", 0, "nonsense");
    expect(await screen.findByRole("alert")).toBeTruthy();
    expect(kernel(0)).toEqual([1, 1, 1, 1, 7, 8, 1, 1, 1]);
    paste("Layer 1, kernel", 0, "0");
    await waitFor(() => expect(kernel(0)[0]).toBe(0));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("of several channels is the one that leads from and to those chosen", () => {
    open("layers=k1c2,k1c2&kernels=3;4_1,2;5,6");
    expect(
      cells("Layer 2, kernel from channel 0 to channel 0").map(({ textContent }) => textContent),
    ).toEqual(["1"]);
    const choose = (name: string, value: string) =>
      fireEvent.change(screen.getByRole("combobox", { name }), { target: { value } });
    choose("Layer 2, kernel from input channel", "1");
    expect(cells("Layer 2, kernel from channel 1 to channel 0")[0]?.textContent).toBe("2");
    choose("Layer 2, kernel to output channel", "1");
    focus("Layer 2, kernel from channel 1 to channel 1", 0);
    press("9");
    const entry = field("Layer 2, kernel from channel 1 to channel 1, row 0, column 0");
    fireEvent.keyDown(entry, { key: "Enter" });
    expect(kernel(1)).toEqual([1, 2, 5, 9]);
  });

  test("is left alone where a link locks it, and there is none for pooling", () => {
    open("layers=k2,max2");
    act(() => state().setView({ locked: ["kernel"] }));
    focus("Layer 1, kernel", 0);
    press("5");
    paste("Layer 1, kernel", 0, "5");
    expect(kernel(0)).toEqual([1, 1, 1, 1]);
    expect(screen.getAllByRole("grid")).toHaveLength(1);
  });
});

describe("the input", () => {
  test("has its size set, and the layers after follow", () => {
    open("layers=k3,k3");
    const width = screen.getByRole("spinbutton", { name: "Input width" });
    fireEvent.keyDown(width, { key: "ArrowDown" });
    expect(documentOf(state()).input.shape).toEqual([1, 1, 17, 16]);
    expect(screen.getByRole("spinbutton", { name: "Input height" })).toBeTruthy();
  });

  test("goes to a row and back in one step", () => {
    open("layers=k3p1,k3p1");
    fireEvent.click(screen.getByRole("radio", { name: "1-D" }));
    expect(documentOf(state()).input.shape).toHaveLength(3);
    expect(cells("Layer 2, kernel")).toHaveLength(3);
    act(() => state().undo());
    expect(documentOf(state()).input.shape).toEqual([1, 1, 17, 17]);
  });
});

describe("a layer's settings", () => {
  test("are written in short; nonsense is refused and named", () => {
    open("layers=k3,k3");
    const stride = field("Layer 1, stride");
    fireEvent.change(stride, { target: { value: "2x1" } });
    fireEvent.keyDown(stride, { key: "Enter" });
    expect(layer(0)?.stride).toEqual([2, 1]);
    fireEvent.change(stride, { target: { value: "fast" } });
    fireEvent.keyDown(stride, { key: "Enter" });
    expect(stride.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText("Not possible. Stride, 1 to 8.")).toBeTruthy();
    fireEvent.keyDown(stride, { key: "Escape" });
    expect(stride.value).toBe("2x1");
  });

  test("of a layer that doesn't fit are told at that layer", () => {
    open("input=1,2;3,4&layers=k2,k2");
    expect(screen.getAllByRole("listitem")[1]?.textContent).toMatch(/does not fit|doesn.t fit/i);
  });
});

describe("two stacks", () => {
  test.each([
    ["three 3×3 or one 7×7", "27C²", "49C²", /110.592/, /200.704/, "Same view."],
    ["two 3×3 or one 5×5", "18C²", "25C²", /73.728/, /102.400/, "Same view."],
    ["three 3×3 or one 5×5", "27C²", "25C²", /110.592/, /102.400/, "Not the same view."],
  ])("%s: %s against %s", (name, own, other, weights, otherWeights, view) => {
    open("layers=k3,k3");
    fireEvent.click(screen.getByRole("button", { name }));
    const stacks = within(screen.getByRole("region", { name: "Two stacks" }));
    const row = (label: string | RegExp) => stacks.getByRole("row", { name: label });
    expect(row(new RegExp(own.replace("²", "."))).textContent).toContain(other);
    expect(row(/at C = 64/).textContent).toMatch(weights);
    expect(row(/at C = 64/).textContent).toMatch(otherWeights);
    expect(stacks.getByText(new RegExp(view))).toBeTruthy();
  });
});

describe("shifting the input", () => {
  test.each([
    ["k2", 1, "0, 0, \u22123, 2, 1, 0", "Equivariant"],
    ["k2s2", 1, "0, \u22123, 1", "Broken by the stride of layer 1"],
    ["k2s2", 2, "0, 0, 2", "Equivariant"],
    ["k2,max2", 1, "0, 2, 1", "Broken by the pooling of layer 2"],
  ])("%s by %i gives %s", (layers, by, after, verdict) => {
    open(`dims=1&input=0,0,3,1,0,0,0&layers=${layers}&kernels=1,-1${layers.includes("max") ? "_" : ""}`);
    if (!layers.includes(",")) act(() => void state().edit((document) => withKernel(document, [1, -1])));
    for (let i = 0; i < by; i++) fireEvent.click(screen.getByRole("button", { name: "Shift right" }));
    expect(screen.getByRole("img", { name: `after: ${after}` })).toBeTruthy();
    expect(screen.getByRole("region", { name: "Shift the input" }).textContent).toContain(verdict);
  });
});

function withKernel(document: ReturnType<typeof documentOf>, numbers: readonly number[]) {
  const [first, ...others] = document.layers;
  const weight = { ...first.weight, data: Float64Array.from(numbers) };
  return { ...document, layers: [{ ...first, weight }, ...others] as typeof document.layers };
}
