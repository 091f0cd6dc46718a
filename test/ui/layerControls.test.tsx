// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { setInChannels, setOutChannels } from "../../src/model/channelCommands";
import { setOp, setPadding } from "../../src/model/commands";
import { setDims } from "../../src/model/dimsCommands";
import type { Command } from "../../src/model/gridCommands";
import { paddingOf } from "../../src/model/layer";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { groupsAtGap, possibleGroups } from "../../src/ui/channelGroups";
import { ParameterPanel } from "../../src/ui/ParameterPanel";
import { renderInApp } from "./renderInApp";

// The default document: input 3 × 3 with 0…8, kernel 2 × 2 with 0…3.

let store: AppStore;
const user = userEvent.setup();

const spin = (name: string) => screen.getByRole<HTMLInputElement>("spinbutton", { name });
const spins = () => screen.getAllByRole("spinbutton").map((field) => field.getAttribute("aria-label"));
const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
const list = (name: string) => screen.getByRole<HTMLSelectElement>("combobox", { name });
const shown = () => documentOf(store.getState());
const layer = () => shown().layers[0];
const edit = (...commands: readonly Command[]) =>
  act(() => {
    for (const command of commands) expect(store.getState().edit(command)).toEqual([]);
  });

beforeEach(() => {
  store = renderInApp(<ParameterPanel />);
});

describe("the switch of axes", () => {
  test("lays a grid out as a strip, whose fields have one length each", async () => {
    await user.click(screen.getByRole("radio", { name: "1-D" }));
    expect(shown().input.shape).toEqual([1, 1, 9]);
    expect(Array.from(shown().input.data)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(spins().slice(0, 5)).toEqual(["Input length", "Kernel length", "Dilation", "Stride", "Padding"]);
    expect(screen.queryByRole("button", { name: /^Link/ })).toBeNull();
    act(() => store.getState().undo());
    expect(shown().input.shape).toEqual([1, 1, 3, 3]);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "2-D" }).checked).toBe(true);
  });

  test("names the cells of a strip, without what could not be shown", async () => {
    await user.click(screen.getByRole("radio", { name: "1-D" }));
    const words = await screen.findByRole("textbox", { name: "Words" });
    await user.type(words, "I , like,\u202ecats{Enter}");
    expect(shown().words).toEqual(["I", "like", "cats"]);
    expect(words).toHaveProperty("value", "I, like, cats");
    await user.clear(words);
    await user.tab();
    expect(shown().words).toBeUndefined();
  });

  test("adds depth, with a number for each of three axes once they are set apart", async () => {
    await user.click(screen.getByRole("radio", { name: "3-D" }));
    expect(shown().input.shape).toEqual([1, 1, 1, 3, 3]);
    expect(spins().slice(0, 3)).toEqual(["Input depth", "Input height", "Input width"]);
    await user.click(button("Increase Input depth"));
    expect(shown().input.shape).toEqual([1, 1, 2, 3, 3]);
    await user.click(button("Link Stride of all axes"));
    await user.click(button("Increase Stride (depth)"));
    expect(layer().stride).toEqual([2, 1, 1]);
    expect(spin("Kernel depth").value).toBe("1");
    await user.click(button("Link Stride of all axes"));
    expect(layer().stride).toEqual([2, 2, 2]);
  });

  test("gives each edge of a volume a padding", async () => {
    edit(setDims(3));
    await user.click(button("Set each edge of the padding"));
    await screen.findByRole("spinbutton", { name: "Padding (front)" });
    await user.click(button("Increase Padding (back)"));
    expect(paddingOf(shown())).toEqual([
      [0, 1],
      [0, 0],
      [0, 0],
    ]);
  });
});

describe("channels", () => {
  test("come and go at both ends of the layer", async () => {
    await user.click(button("Increase Input channels"));
    await user.click(button("Increase Output channels"));
    await user.click(button("Increase Output channels"));
    expect(shown().input.shape).toEqual([1, 2, 3, 3]);
    expect(layer().weight.shape).toEqual([3, 2, 2, 2]);
    expect(layer().bias).toEqual([0, 0, 0]);
    expect(spin("Input channels").getAttribute("aria-valuemax")).toBe("16");
  });

  test("have a bias for each output, of the one on show or all", async () => {
    edit(setOutChannels(3));
    await screen.findByRole("spinbutton", { name: "Bias, output channel 0" });
    // Four outputs a channel: step 9 belongs to the last.
    act(() => store.getState().seek(9));
    await user.click(button("Increase Bias, output channel 2"));
    expect(layer().bias).toEqual([0, 0, 1]);
    await user.click(button("Biases of all 3 output channels"));
    await user.click(button("Decrease Bias, output channel 0"));
    expect(layer().bias).toEqual([-1, 0, 1]);
  });
});

describe("groups", () => {
  beforeEach(async () => {
    edit(setInChannels(4), setOutChannels(4));
    await screen.findByRole("spinbutton", { name: "Groups" });
  });

  test("step over divisors alone", async () => {
    const seen = [];
    for (let i = 0; i < 2; i++) {
      await user.click(button("Increase Groups"));
      seen.push([layer().groups, layer().weight.shape]);
    }
    // 16, 8, 4 kernels of 2 × 2.
    expect(seen).toEqual([
      [2, [4, 2, 2, 2]],
      [4, [4, 1, 2, 2]],
    ]);
    expect(screen.getByText(/^Depthwise/)).toBeTruthy();
    expect(button("Increase Groups").disabled).toBe(true);
    await user.click(button("Decrease Groups"));
    expect(layer().groups).toBe(2);
  });

  test("that don't divide the channels are refused with the reason", async () => {
    await user.clear(spin("Groups"));
    await user.type(spin("Groups"), "3{Enter}");
    expect(layer().groups).toBe(1);
    expect(screen.getByRole("alert").textContent).toBe(
      "4 input channels cannot be split into 3 groups. Use 1, 2 or 4",
    );
  });

  test("are cut and joined at the gaps between wires", async () => {
    const groupsAfter = async (name: string) => {
      await user.click(button(name));
      return layer().groups;
    };
    expect(await groupsAfter("Cut between input channels 1 and 2")).toBe(2);
    expect(await groupsAfter("Cut between input channels 0 and 1")).toBe(4);
    expect(await groupsAfter("Join input channels 2 and 3")).toBe(2);
    expect(await groupsAfter("Join input channels 1 and 2")).toBe(1);
    expect(screen.getByRole("img", { name: /in 1 groups/ })).toBeTruthy();
  });

  test("are never left for a gap that no divisor reaches", () => {
    for (const inputs of [2, 3, 4, 6, 12]) {
      for (const outputs of [1, 2, 3, 4, 6, 12]) {
        const possible = possibleGroups(inputs, outputs);
        for (let after = 1; after < inputs; after++) {
          const to = groupsAtGap(inputs, outputs, 1, after);
          // A number of groups g ends a group at each multiple of inputs / g.
          const ends = possible.filter((g) =>
            Array.from({ length: g }, (_, i) => (i + 1) * (inputs / g)).includes(after),
          );
          expect(to).toBe(ends[0] ?? null);
        }
      }
    }
  });
});

describe("what an operation does not use is not there", () => {
  test("max pooling has no weights, no bias, no groups", async () => {
    edit(setInChannels(2));
    await user.selectOptions(list("Operation"), "max pooling");
    await screen.findByText(/nothing to learn/);
    expect(layer().stride).toEqual([2, 2]);
    expect(spins()).toEqual([
      ...["Input height", "Input width", "Kernel size", "Dilation", "Stride", "Padding"],
      "Input channels",
    ]);
    expect(screen.queryByRole("button", { name: "Fill kernel" })).toBeNull();
    expect(screen.queryByRole("combobox", { name: "Fill with" })).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: /ceil mode/ }));
    expect(layer().ceilMode).toBe(true);
    expect(screen.queryByRole("combobox", { name: "Padding rule" })).toBeNull();
  });

  test("average pooling has no dilation, and says whether padding counts", async () => {
    await user.selectOptions(list("Operation"), "average pooling");
    const counts = await screen.findByRole<HTMLInputElement>("checkbox", { name: /Count padding/ });
    expect(screen.queryByRole("spinbutton", { name: "Dilation" })).toBeNull();
    await user.click(counts);
    expect(layer().countIncludePad).toBe(false);
  });

  test("a transposed layer has output padding, smaller than its stride", async () => {
    edit(setOp("transposed"));
    await screen.findByRole("spinbutton", { name: "Output padding" });
    expect(screen.queryByRole("combobox", { name: "Fill with" })).toBeNull();
    await user.click(button("Increase Output padding"));
    expect(screen.getByRole("alert").textContent).toBe(
      "Output padding must be smaller than the stride or the dilation",
    );
    await user.click(button("Increase Stride"));
    await user.click(button("Use 1"));
    expect(layer().outputPadding).toEqual([1, 1]);
  });

  test("the note on the turned kernel belongs to convolution", () => {
    expect(screen.getByText(/turns the kernel by 180° first/)).toBeTruthy();
    edit(setOp("transposed"));
    expect(screen.queryByText(/180°/)).toBeNull();
  });
});

test("padding of a strip can be before it only", async () => {
  edit(setDims(1), setPadding([[2, 0]]));
  await screen.findByRole("spinbutton", { name: "Padding (left)" });
  expect(spin("Padding (left)").value).toBe("2");
  expect(spin("Padding (right)").value).toBe("0");
});
