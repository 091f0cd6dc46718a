// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { setGroups, setInChannels, setOutChannels } from "../../src/model/channelCommands";
import { setOp, setStride } from "../../src/model/commands";
import { setDims } from "../../src/model/dimsCommands";
import { type Command, setInputSize, setKernelSize } from "../../src/model/gridCommands";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { Stage } from "../../src/ui/Stage";
import { pointOf, press, renderFigure } from "./figureInApp";

type Place = { readonly channel?: number; readonly depth?: number };
type Grid = "input" | "kernel" | "products" | "output";

const stage = () => document.querySelector<HTMLElement>(".stage") as HTMLElement;

/** The default document, input 3 × 3 with 0…8 and kernel 2 × 2 with 0…3, after some edits. */
function showing(...commands: readonly Command[]): AppStore {
  const store = renderFigure(<Stage />);
  act(() => {
    for (const command of commands) expect(store.getState().edit(command)).toEqual([]);
  });
  return store;
}

function drag(...points: readonly { readonly clientX: number; readonly clientY: number }[]) {
  const pointer = { pointerId: 1, pointerType: "mouse", button: 0 };
  fireEvent.pointerDown(stage(), { ...points[0], ...pointer });
  for (const point of points.slice(1)) fireEvent.pointerMove(stage(), { ...point, ...pointer });
  fireEvent.pointerUp(stage(), { ...points.at(-1), ...pointer });
}

function cellOn(grid: Grid, row: number, column: number, { channel = 0, depth = 0 }: Place = {}) {
  const found = document.querySelector<SVGElement>(
    `[data-grid=${grid}][data-channel="${channel}"][data-depth="${depth}"] ` +
      `[data-row="${row}"][data-column="${column}"]`,
  );
  if (!found) throw new Error(`no cell ${row}, ${column} on sheet ${channel}, ${depth} of ${grid}`);
  return found;
}

const focus = (...place: Parameters<typeof cellOn>) => act(() => cellOn(...place).focus());

/** "output 1,0: 0,1": grid, channel, slice, row, column. */
function focused(): string {
  const cell = document.activeElement as SVGElement;
  const grid = cell.closest<SVGElement>("[role=grid]");
  const { grid: name, channel, depth } = grid?.dataset ?? {};
  return `${name} ${channel},${depth}: ${cell.dataset.row},${cell.dataset.column}`;
}

const channelsOf = (store: AppStore) => documentOf(store.getState());

describe("several channels", () => {
  const channels = [setInChannels(2), setOutChannels(3)];

  test("are lit where the pointer is", () => {
    const store = showing(...channels);
    fireEvent.pointerMove(stage(), pointOf(store, "input", 2, 1, { channel: 1 }));
    expect(store.getState().hover).toEqual({ grid: "input", channel: 1, depth: 0, row: 2, column: 1 });
  });

  test("go to the step of an output in its channel", () => {
    const store = showing(...channels);
    const to = pointOf(store, "output", 0, 1, { channel: 2 });
    fireEvent.pointerDown(stage(), { ...to, pointerId: 1, button: 0 });
    fireEvent.pointerUp(stage(), { ...to, pointerId: 1, button: 0 });
    // Two channels of four outputs come before it.
    expect(store.getState().position).toBe(9);
  });

  test("take a typed number on their own sheet, of the kernel of the output on show", () => {
    const store = showing(...channels);
    act(() => store.getState().seek(4));
    focus("kernel", 1, 0, { channel: 1 });
    press("9");
    fireEvent.keyDown(screen.getByRole("textbox"), { key: "Enter" });
    const { data, shape } = channelsOf(store).layers[0].weight;
    expect(shape).toEqual([3, 2, 2, 2]);
    // Output 1, input 1, row 1, column 0.
    expect(data[((1 * 2 + 1) * 2 + 1) * 2]).toBe(9);
    expect(Array.from(data).filter((value) => value === 9)).toHaveLength(1);
  });

  test("name the cell that is edited with its channel", () => {
    showing(...channels);
    focus("input", 1, 2, { channel: 1 });
    press("Enter");
    expect(screen.getByRole("textbox", { name: "Input, channel 1, row 1, column 2" })).toBeTruthy();
  });

  test("are painted across sheets in one stroke", () => {
    const store = showing(...channels);
    act(() => store.getState().setView({ tool: "paint", brush: -1 }));
    const before = store.getState().history;
    drag(pointOf(store, "input", 2, 2), pointOf(store, "input", 0, 0, { channel: 1 }));
    const { data } = channelsOf(store).input;
    expect([data[8], data[9]]).toEqual([-1, -1]);
    expect(store.getState().history.past?.document).toBe(before.present);
  });

  test("are resized together by the edge of the first", () => {
    const store = showing(...channels);
    const corner = pointOf(store, "input", 2, 2);
    const right = { clientX: corner.clientX + corner.side / 2, clientY: corner.clientY };
    drag(right, { ...right, clientX: right.clientX + corner.side });
    expect(channelsOf(store).input.shape).toEqual([1, 2, 3, 4]);
  });

  test("are gone through by Page Down and Page Up, and stop at the ends", () => {
    showing(...channels);
    focus("output", 1, 0);
    const seen = ["PageDown", "PageDown", "PageDown", "PageUp"].map((key) => {
      press(key);
      return focused();
    });
    expect(seen).toEqual(["output 1,0: 1,0", "output 2,0: 1,0", "output 2,0: 1,0", "output 1,0: 1,0"]);
  });

  test("come on top by Page Down where they are stacked", () => {
    const store = showing(...channels);
    act(() => store.getState().setView({ channelView: "stacked" }));
    focus("input", 0, 2);
    press("PageDown");
    expect(store.getState().channel).toBe(1);
    expect(focused()).toBe("input 1,0: 0,2");
    focus("output", 1, 1, {});
    press("PageDown");
    expect(store.getState().position).toBe(4);
    expect(focused()).toBe("output 1,0: 1,1");
  });

  test("are copied one by one, and pasted into", async () => {
    const store = showing(...channels);
    let copied = "";
    fireEvent.copy(cellOn("input", 0, 0, { channel: 1 }), {
      clipboardData: { setData: (_: string, text: string) => (copied = text) },
    });
    expect(copied).toBe("1\t2\t3\n4\t5\t6\n7\t8\t9");
    fireEvent.paste(cellOn("input", 2, 1, { channel: 1 }), { clipboardData: { getData: () => "-7 -8" } });
    await waitFor(() => expect(Array.from(channelsOf(store).input.data.slice(16))).toEqual([-7, -8]));
  });
});

test("dragging the window over a channel of another group goes to that group", () => {
  const store = showing(setInChannels(2), setOutChannels(2), setGroups(2));
  drag(pointOf(store, "input", 0, 0), pointOf(store, "input", 0, 1, { channel: 1 }));
  // The second output channel's second place.
  expect(store.getState().position).toBe(5);
});

describe("a volume", () => {
  const volume = [setDims(3), setInputSize([4, 3, 3]), setKernelSize([2, 2, 2])];

  test("has its window dragged in depth, and keeps the place in the slice", () => {
    const store = showing(...volume);
    drag(pointOf(store, "input", 0, 0), pointOf(store, "input", 1, 1, { depth: 1 }));
    // Three depths of two by two places: depth 1, row 1, column 1.
    expect(store.getState().position).toBe(4 + 3);
    drag(pointOf(store, "input", 1, 1, { depth: 1 }), pointOf(store, "input", 1, 1, { depth: 3 }));
    expect(store.getState().position).toBe(8 + 3);
  });

  test("has its slices gone through by Page Down", () => {
    showing(...volume);
    focus("kernel", 1, 1);
    press("PageDown");
    expect(focused()).toBe("kernel 0,1: 1,1");
    press("PageDown");
    expect(focused()).toBe("kernel 0,1: 1,1");
  });
});

describe("a transposed layer", () => {
  test("has its window on the output, where it is dragged", () => {
    const store = showing(setOp("transposed"), setStride([2, 2]));
    drag(pointOf(store, "output", 0, 0), pointOf(store, "output", 2, 4));
    expect(store.getState().position).toBe(3 + 2);
  });

  test("goes to the step of an input that is clicked", () => {
    const store = showing(setOp("transposed"));
    drag(pointOf(store, "input", 1, 2));
    expect(store.getState().position).toBe(5);
  });
});

test("a strip's kernel is found where it has glided to", () => {
  const store = showing(setDims(1), setKernelSize([2]));
  act(() => store.getState().seek(5));
  // Placed for a window on cell 0, it now stands five cells further right.
  const home = pointOf(store, "kernel", 0, 1);
  const input = [pointOf(store, "input", 0, 0), pointOf(store, "input", 0, 5)];
  const slide = (input[1]?.clientX ?? 0) - (input[0]?.clientX ?? 0);
  fireEvent.pointerMove(stage(), { ...home, clientX: home.clientX + slide });
  expect(store.getState().hover).toEqual({ grid: "kernel", channel: 0, depth: 0, row: 0, column: 1 });
});
