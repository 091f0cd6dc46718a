// @vitest-environment jsdom
import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setInChannels } from "../../src/model/channelCommands";
import { rowsOf } from "../../src/model/grid";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { ParameterPanel } from "../../src/ui/ParameterPanel";
import { renderInApp } from "./renderInApp";

let store: AppStore;
const user = userEvent.setup();

const input = () => rowsOf(documentOf(store.getState()).input);
const kernel = () => rowsOf(documentOf(store.getState()).layers[0].weight);

async function choose(menu: string, item: string) {
  await user.click(screen.getByRole("button", { name: menu }));
  await user.click(await screen.findByRole("menuitem", { name: item }));
}

beforeAll(() => {
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal ??= function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function () {
    this.open = false;
  };
});

beforeEach(() => {
  store = renderInApp(<ParameterPanel />);
});

test("a grid is filled, turned and cleared from its menu, an undo step each", async () => {
  await choose("Fill kernel", "Rotate by 180°");
  expect(kernel()).toEqual([
    [3, 2],
    [1, 0],
  ]);
  await choose("Fill input", "Transpose");
  expect(input()).toEqual([
    [0, 3, 6],
    [1, 4, 7],
    [2, 5, 8],
  ]);
  await choose("Fill input", "Checkerboard");
  expect(input()).toEqual([
    [1, 0, 1],
    [0, 1, 0],
    [1, 0, 1],
  ]);
  await choose("Fill input", "Blank input");
  expect(
    input()
      .flat()
      .every((value) => value === 0),
  ).toBe(true);
  act(() => store.getState().undo());
  expect(input()[0]).toEqual([1, 0, 1]);
});

test("random numbers come with their seed, which makes the same ones again", async () => {
  await choose("Fill input", "Random");
  const first = input();
  const seed = await screen.findByRole<HTMLInputElement>("spinbutton", {
    name: "Seed of the random input",
  });
  expect(seed.value).toBe("1");
  await user.clear(seed);
  await user.type(seed, "7{Enter}");
  expect(input()).not.toEqual(first);
  await user.click(screen.getByRole("button", { name: "New seed" }));
  await user.clear(seed);
  await user.type(seed, "1{Enter}");
  expect(input()).toEqual(first);
  // Numbers that are no longer those of the seed have none.
  await choose("Fill input", "Ones");
  expect(screen.queryByRole("spinbutton", { name: "Seed of the random input" })).toBeNull();
});

test("a turn that leaves no room is refused beside its menu", async () => {
  act(() => {
    store.getState().edit((document) => ({
      ...document,
      input: { shape: [1, 1, 2, 4], data: new Float64Array(8) },
      layers: [{ ...document.layers[0], weight: { shape: [1, 1, 1, 4], data: Float64Array.of(1, 2, 3, 4) } }],
    }));
  });
  await choose("Fill kernel", "Transpose");
  expect(kernel()).toEqual([[1, 2, 3, 4]]);
  expect(screen.getByRole("alert").textContent).toMatch(/^Kernel 4×1 does not fit the padded input 2×4/);
  await choose("Fill kernel", "Ones");
  expect(screen.queryByRole("alert")).toBeNull();
});

describe("pasted numbers", () => {
  async function paste(text: string) {
    await choose("Fill input", "Paste numbers…");
    const dialog = await screen.findByRole("dialog");
    fireEvent.change(within(dialog).getByRole("textbox", { name: "Numbers" }), { target: { value: text } });
    return dialog;
  }

  test("of the grid's own size replace it", async () => {
    const dialog = await paste("[[1. 2. 3.]\n [4. 5. 6.]\n [7. 8. 9.]]");
    await user.click(within(dialog).getByRole("button", { name: "Put in" }));
    expect(input()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("of another size ask: resize the grid", async () => {
    const dialog = await paste("1\t2\t3\t4\n5\t6\t7\t8\n1\t1\t1\t1\n2\t2\t2\t2");
    expect(within(dialog).queryByRole("button", { name: "Put in" })).toBeNull();
    await user.click(within(dialog).getByRole("button", { name: "Resize the grid to 4×4" }));
    expect(input()[1]).toEqual([5, 6, 7, 8]);
    expect(input()).toHaveLength(4);
  });

  test("of another size ask: or cut", async () => {
    const dialog = await paste("1\t2\t3\t4\n5\t6\t7\t8\n1\t1\t1\t1\n2\t2\t2\t2");
    await user.click(within(dialog).getByRole("button", { name: "Keep the grid at 3×3" }));
    expect(input()).toEqual([
      [1, 2, 3],
      [5, 6, 7],
      [1, 1, 1],
    ]);
  });

  test("that are none say why, and what was typed stays", async () => {
    const before = input();
    const dialog = await paste("1 2\n3");
    await user.click(within(dialog).getByRole("button", { name: "Put in" }));
    expect(within(dialog).getByRole("alert").textContent).toBe("Row 2 has 1 number, row 1 has 2");
    expect(within(dialog).getByRole<HTMLTextAreaElement>("textbox").value).toBe("1 2\n3");
    expect(input()).toEqual(before);
  });

  test("that would not fit the kernel any more are refused", async () => {
    const dialog = await paste("7");
    await user.click(within(dialog).getByRole("button", { name: "Resize the grid to 1×1" }));
    expect(within(dialog).getByRole("alert").textContent).toMatch(/^Kernel 2×2 does not fit/);
    expect(input()).toHaveLength(3);
  });
});

test("an input is shifted by one, and zeros come in", async () => {
  await choose("Fill input", "Shift right");
  expect(input()).toEqual([
    [0, 0, 1],
    [0, 3, 4],
    [0, 6, 7],
  ]);
  await choose("Fill input", "Shift up");
  expect(input()).toEqual([
    [0, 3, 4],
    [0, 6, 7],
    [0, 0, 0],
  ]);
});

test("a fill goes into every channel, and random ones differ", async () => {
  act(() => void store.getState().edit(setInChannels(2)));
  const channels = () => {
    const { data } = documentOf(store.getState()).input;
    return [Array.from(data.subarray(0, 9)), Array.from(data.subarray(9))];
  };
  await choose("Fill input", "Ones");
  expect(channels()).toEqual([Array(9).fill(1), Array(9).fill(1)]);
  await choose("Fill input", "Random");
  expect(channels()[0]).not.toEqual(channels()[1]);
  expect(screen.getByRole("spinbutton", { name: "Seed of the random input" })).toBeTruthy();
});

test("read counts are shown and hidden by a button", async () => {
  const toggle = screen.getByRole("button", { name: "Read counts" });
  await user.click(toggle);
  expect(toggle.getAttribute("aria-pressed")).toBe("true");
  expect(store.getState().readCounts).toBe(true);
});
