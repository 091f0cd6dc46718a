// @vitest-environment jsdom
import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { setGroups, setInChannels, setOutChannels } from "../../src/model/channelCommands";
import { setOp } from "../../src/model/commands";
import { setDims } from "../../src/model/dimsCommands";
import type { Command } from "../../src/model/gridCommands";
import { FigureTools } from "../../src/ui/FigureTools";
import { renderInApp } from "./renderInApp";

const user = userEvent.setup();

function showing(...commands: readonly Command[]) {
  const store = renderInApp(<FigureTools />);
  act(() => {
    for (const command of commands) expect(store.getState().edit(command)).toEqual([]);
  });
  return store;
}

const choices = (name: string) =>
  within(screen.getByRole("radiogroup", { name }))
    .getAllByRole("radio")
    .map((radio) => radio.closest("label")?.textContent);
const choose = (group: string, name: string) =>
  user.click(within(screen.getByRole("radiogroup", { name: group })).getByRole("radio", { name }));

describe("the tabs of channels", () => {
  test("are there for more than one channel", () => {
    showing();
    expect(screen.queryByRole("radiogroup", { name: "Channels as" })).toBeNull();
  });

  test("choose the output channel by its step, at the same place", async () => {
    const store = showing(setOutChannels(3));
    await screen.findByRole("radiogroup", { name: "Output channel" });
    expect(choices("Output channel")).toEqual(["0", "1", "2"]);
    act(() => store.getState().seek(1));
    await choose("Output channel", "2");
    // Four outputs a channel.
    expect(store.getState().position).toBe(9);
  });

  test("choose the input channel on top only while channels are stacked", async () => {
    const store = showing(setInChannels(3));
    await screen.findByRole("radiogroup", { name: "Channels as" });
    expect(screen.queryByRole("radiogroup", { name: "Input channel" })).toBeNull();
    await choose("Channels as", "stacked");
    expect(store.getState().channelView).toBe("stacked");
    await choose("Input channel", "2");
    expect(store.getState().channel).toBe(2);
  });

  test("come with a step of their group", async () => {
    const store = showing(setInChannels(4), setOutChannels(4), setGroups(2));
    await screen.findByRole("radiogroup", { name: "Channels as" });
    await choose("Channels as", "stacked");
    await choose("Input channel", "3");
    // Output 2 is the first that reads inputs 2 and 3; two channels of four outputs come before it.
    expect([store.getState().channel, store.getState().position]).toEqual([3, 8]);
  });

  test("of a transposed layer step through the input's channels", async () => {
    const store = showing(setInChannels(2), setOp("transposed"));
    await screen.findByRole("radiogroup", { name: "Input channel" });
    await choose("Input channel", "1");
    // Nine inputs a channel.
    expect(store.getState().position).toBe(9);
  });
});

test("a volume is shown as slices or as sheets, which are turned and spread", async () => {
  const store = showing(setDims(3));
  await screen.findByRole("radiogroup", { name: "Depth as" });
  expect(screen.queryByRole("slider")).toBeNull();
  await choose("Depth as", "sheets");
  const turn = screen.getByRole("slider", { name: "Turn" });
  fireEvent.change(turn, { target: { value: "60" } });
  fireEvent.change(screen.getByRole("slider", { name: "Spread" }), { target: { value: "120" } });
  const { depthView, turn: degrees, spread } = store.getState();
  expect([depthView, degrees, spread]).toEqual(["sheets", 60, 1.2]);
  expect(turn.getAttribute("aria-valuetext")).toBe("60°");
});
