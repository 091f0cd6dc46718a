// @vitest-environment jsdom
import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { canUndo } from "../../src/model/history";
import { paddingOf } from "../../src/model/layer";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { ParameterPanel } from "../../src/ui/ParameterPanel";
import { renderInApp } from "./renderInApp";

// The default document: input 3 × 3 with 0…8, kernel 2 × 2 with 0…3.

let store: AppStore;
const user = userEvent.setup();

const spin = (name: string) => screen.getByRole<HTMLInputElement>("spinbutton", { name });
const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
const list = (name: string) => screen.getByRole<HTMLSelectElement>("combobox", { name });
const layer = () => documentOf(store.getState()).layers[0];
const size = () => documentOf(store.getState()).input.shape.slice(2);

async function enter(name: string, text: string) {
  const field = spin(name);
  await user.clear(field);
  await user.type(field, `${text}{Enter}`);
}

beforeEach(() => {
  store = renderInApp(<ParameterPanel />);
});

test("every parameter has one control under its name", () => {
  const names = [
    ...["Input height", "Input width", "Kernel size", "Dilation", "Stride", "Padding"],
    ...["Input channels", "Output channels", "Bias"],
  ];
  expect(screen.getAllByRole("spinbutton").map((field) => field.getAttribute("aria-label"))).toEqual(names);
  expect(spin("Stride").getAttribute("aria-valuemin")).toBe("1");
  expect(spin("Stride").getAttribute("aria-valuemax")).toBe("8");
  expect(spin("Kernel size").getAttribute("aria-valuenow")).toBe("2");
});

describe("a stepper", () => {
  test("steps by its buttons, which stop at the limits", async () => {
    await user.click(button("Increase Stride"));
    expect(layer().stride).toEqual([2, 2]);
    expect(button("Decrease Stride").disabled).toBe(false);
    await user.click(button("Decrease Stride"));
    expect(layer().stride).toEqual([1, 1]);
    expect(button("Decrease Stride").disabled).toBe(true);
  });

  test("takes arrows, pages and ends from the keyboard", async () => {
    spin("Input height").focus();
    await user.keyboard("{ArrowUp}{ArrowUp}{ArrowDown}");
    expect(size()).toEqual([4, 3]);
    await user.keyboard("{PageUp}");
    expect(size()).toEqual([12, 3]);
    await user.keyboard("{End}");
    expect(size()).toEqual([64, 3]);
    await user.keyboard("{PageDown}");
    expect(size()).toEqual([56, 3]);
  });

  test("turns with the wheel only while it is focused", () => {
    const field = spin("Padding");
    expect(fireEvent.wheel(field, { deltaY: -1 })).toBe(true);
    expect(spin("Padding").value).toBe("0");
    act(() => field.focus());
    expect(fireEvent.wheel(field, { deltaY: -1 })).toBe(false);
    expect(spin("Padding").value).toBe("1");
  });

  test("commits what was typed on Enter or when the focus leaves, and not before", async () => {
    await user.clear(spin("Input width"));
    await user.type(spin("Input width"), "12");
    expect(size()).toEqual([3, 3]);
    await user.tab();
    expect(size()).toEqual([3, 12]);
    await enter("Input width", "１４");
    expect(size()).toEqual([3, 14]);
  });

  test("gives the document's number back on Escape", async () => {
    await user.type(spin("Padding"), "7{Escape}");
    expect(spin("Padding").value).toBe("0");
    expect(canUndo(store.getState().history)).toBe(false);
  });
});

describe("a refused number", () => {
  test("stays in its field with problem and fix; nothing else changes", async () => {
    const before = documentOf(store.getState());
    await enter("Kernel size", "5");
    expect(documentOf(store.getState())).toBe(before);
    expect(canUndo(store.getState().history)).toBe(false);
    const field = spin("Kernel size");
    expect(field.value).toBe("5");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    const message = document.getElementById(field.getAttribute("aria-describedby") ?? "");
    expect(message?.textContent).toBe(
      "Kernel 5×5 does not fit the padded input 3×3. Add padding 1 or use a kernel of at most 3×3",
    );
    const others = screen.getAllByRole<HTMLInputElement>("spinbutton").filter((other) => other !== field);
    expect(others.map((other) => other.value)).toEqual(["3", "3", "1", "1", "0", "1", "1", "0"]);
    expect(others.some((other) => other.hasAttribute("aria-invalid"))).toBe(false);
  });

  test.each([
    ["Stride", "0", "Stride must be a whole number of at least 1"],
    ["Stride", "-1", "Stride must be a whole number of at least 1"],
    ["Stride", "1.5", "Stride must be a whole number of at least 1"],
    ["Padding", "-1", "Padding cannot be negative"],
    ["Dilation", "0", "Dilation must be at least 1"],
    ["Dilation", "3", "Kernel 2 with dilation 3 spans 4 cells, the padded input has 3"],
    ["Input height", "99", "Size 99 is outside 1–64"],
    ["Bias", "1e999", '"1e999" is not a finite number'],
    ["Bias", "1,5", '"1,5": use a point for decimals, 1.5'],
    ["Bias", "0x10", "Not a number"],
  ])("%s %s: %s", async (name, text, message) => {
    await enter(name, text);
    expect(spin(name).value).toBe(text);
    expect(spin(name).getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByRole("alert").textContent).toBe(message);
    expect(canUndo(store.getState().history)).toBe(false);
  });

  test("can be used once the document has room for it", async () => {
    await enter("Kernel size", "5");
    await enter("Padding", "1");
    expect(spin("Kernel size").value).toBe("5");
    expect(spin("Kernel size").hasAttribute("aria-invalid")).toBe(false);
    expect(layer().weight.shape).toEqual([1, 1, 2, 2]);
    await user.click(button("Use 5"));
    expect(layer().weight.shape).toEqual([1, 1, 5, 5]);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("is dropped when the document's number changes", async () => {
    await user.click(button("Increase Kernel size"));
    await enter("Kernel size", "9");
    act(() => store.getState().undo());
    expect(spin("Kernel size").value).toBe("2");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("is where the next step starts from", async () => {
    await enter("Kernel size", "4");
    await user.click(button("Decrease Kernel size"));
    expect(layer().weight.shape).toEqual([1, 1, 3, 3]);
  });

  test("leaves an empty field no chance: the last number comes back with the reason", async () => {
    await enter("Stride", " ");
    expect(spin("Stride").value).toBe("1");
    expect(screen.getByRole("alert").textContent).toBe("A cell needs a number");
  });
});

describe("a pair", () => {
  test("comes apart at the chain and is joined by it again", async () => {
    await user.click(button("Link Stride of rows and columns"));
    await user.click(button("Increase Stride (columns)"));
    expect(layer().stride).toEqual([1, 2]);
    const chain = button("Link Stride of rows and columns");
    expect(chain.getAttribute("aria-pressed")).toBe("false");
    await user.click(chain);
    expect(layer().stride).toEqual([1, 1]);
    expect(spin("Stride").value).toBe("1");
    expect(document.activeElement).toBe(button("Link Stride of rows and columns"));
  });

  test("with different numbers is apart, and stays so while they pass each other", async () => {
    act(() => {
      store.getState().edit((document) => ({
        ...document,
        layers: [{ ...document.layers[0], dilation: [2, 1] }],
      }));
    });
    await user.click(button("Increase Dilation (columns)"));
    expect(layer().dilation).toEqual([2, 2]);
    expect(screen.queryByRole("spinbutton", { name: "Dilation" })).toBeNull();
    expect(document.activeElement?.closest(".stepper")?.contains(spin("Dilation (columns)"))).toBe(true);
  });

  test("names the kernel's two axes height and width", async () => {
    await user.click(button("Link Size of rows and columns"));
    await enter("Kernel width", "1");
    expect(layer().weight.shape).toEqual([1, 1, 2, 1]);
    expect(spin("Kernel height").value).toBe("2");
  });
});

describe("padding", () => {
  test("can be set for each edge", async () => {
    await user.click(button("Set each edge of the padding"));
    await screen.findByRole("spinbutton", { name: "Padding (bottom)" });
    await enter("Padding (bottom)", "2");
    await enter("Padding (left)", "1");
    expect(paddingOf(documentOf(store.getState()))).toEqual([
      [0, 2],
      [1, 0],
    ]);
    await user.click(button("Set each edge of the padding"));
    expect(paddingOf(documentOf(store.getState()))).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(spin("Padding (columns)").value).toBe("1");
  });

  test("'same' says its convention and what comes of it on each edge", async () => {
    // An even kernel needs one odd cell: d2l puts it first, TensorFlow last.
    await user.selectOptions(list("Padding rule"), "same (d2l)");
    expect(screen.getByText("Here: 1 above, 0 below, 1 left, 0 right.")).toBeDefined();
    await user.selectOptions(list("Padding rule"), "same (TensorFlow)");
    expect(screen.getByText("Here: 0 above, 1 below, 0 left, 1 right.")).toBeDefined();
    await user.click(button("Increase Stride"));
    expect(screen.getByText(/PyTorch does not allow 'same' with stride > 1/)).toBeDefined();
    await user.selectOptions(list("Padding rule"), "valid: none");
    expect(layer().padding).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test("a mode that the padding is too large for stays chosen with its reason", async () => {
    await enter("Padding", "3");
    await user.selectOptions(list("Fill with"), "reflect");
    expect(layer().paddingMode).toBe("zeros");
    expect(list("Fill with").value).toBe("reflect");
    expect(list("Fill with").getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByRole("alert").textContent).toBe(
      "Reflect padding must be smaller than the input (at most 2)",
    );
    await enter("Padding", "2");
    await user.click(button("Use reflect"));
    expect(layer().paddingMode).toBe("reflect");
  });
});

describe("the layer", () => {
  test("the bias takes any decimal, shown short and on focus exactly", async () => {
    await enter("Bias", "0.123456789");
    await user.tab();
    expect(spin("Bias").value).toBe("0.1235");
    act(() => spin("Bias").focus());
    expect(spin("Bias").value).toBe("0.123456789");
    await enter("Bias", "−0.3");
    await user.keyboard("{ArrowUp}");
    expect(layer().bias).toEqual([0.7]);
  });

  test("says whether the flip makes a difference to this kernel", async () => {
    const group = screen.getByRole("group", { name: "Layer" });
    expect(within(group).getByText(/turns the kernel by 180° first/)).toBeDefined();
    await user.selectOptions(list("Kernel values"), "blur");
    expect(within(group).getByText(/both operations agree/)).toBeDefined();
    await user.selectOptions(list("Kernel values"), "sobel-x");
    expect(within(group).getByText(/only changes its signs/)).toBeDefined();
    await user.selectOptions(list("Operation"), "true convolution");
    expect(layer().op).toBe("conv-flipped");
  });

  test("a link can lock a control", () => {
    act(() => store.getState().setView({ locked: ["stride", "op"] }));
    expect(spin("Stride").readOnly).toBe(true);
    expect(button("Increase Stride").disabled).toBe(true);
    expect(list("Operation").disabled).toBe(true);
    fireEvent.keyDown(spin("Stride"), { key: "ArrowUp" });
    expect(layer().stride).toEqual([1, 1]);
  });
});
