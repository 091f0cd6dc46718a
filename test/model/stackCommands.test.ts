import { describe, expect, test } from "vitest";
import { runBackwards } from "../../src/model/backwards";
import { setGroups, setInChannels, setOutChannels } from "../../src/model/channelCommands";
import { setOp } from "../../src/model/commands";
import { defaultStack } from "../../src/model/defaultStack";
import type { Command } from "../../src/model/gridCommands";
import { commit, start, undo } from "../../src/model/history";
import { stackShapesOf } from "../../src/model/stack";
import {
  addStackLayer,
  moveStackLayer,
  removeStackLayer,
  setComparison,
  setStackKernel,
  setStackLayer,
} from "../../src/model/stackCommands";

const kernels = (document: typeof defaultStack) => document.layers.map(({ weight }) => weight.shape);

describe("commands of a stack", () => {
  test("up to six layers are added, each like the last", () => {
    let document = defaultStack;
    for (let i = 0; i < 5; i++) document = addStackLayer(document);
    expect(document.layers).toHaveLength(6);
    expect(addStackLayer(document)).toBe(document);
    expect(stackShapesOf(document).problem).toBeNull();
  });

  test("layers are moved and taken away; the only one stays", () => {
    const wide = setStackLayer(2, { kernelSize: [5, 5] })(defaultStack);
    const moved = moveStackLayer(2, -1)(wide);
    expect(kernels(moved).map(([, , rows]) => rows)).toEqual([3, 5, 3]);
    const two = removeStackLayer(0)(moved);
    expect(kernels(two).map(([, , rows]) => rows)).toEqual([5, 3]);
    const one = removeStackLayer(1)(two);
    expect(removeStackLayer(0)(one)).toBe(one);
    expect(moveStackLayer(0, -1)(wide)).toBe(wide);
  });

  test("what a layer hands on, the next one takes", () => {
    const document = setStackLayer(0, { channels: 4 })(defaultStack);
    expect(kernels(document)).toEqual([
      [4, 1, 3, 3],
      [1, 4, 3, 3],
      [1, 1, 3, 3],
    ]);
    expect(stackShapesOf(document).problem).toBeNull();
    const pooled = setStackLayer(1, { op: "max-pool" })(document);
    expect(pooled.layers[2]?.weight.shape).toEqual([1, 4, 3, 3]);
    expect(stackShapesOf(pooled).problem).toBeNull();
  });

  test("a layer that becomes pooling steps by its window and pads at most half of it", () => {
    const document = setStackLayer(1, { op: "avg-pool" })(
      setStackLayer(1, {
        padding: [
          [2, 2],
          [1, 0],
        ],
      })(defaultStack),
    );
    expect(document.layers[1]).toMatchObject({
      stride: [3, 3],
      padding: [
        [1, 1],
        [1, 0],
      ],
    });
    expect(stackShapesOf(document).problem).toBeNull();
  });

  test("a layer that doesn't fit any more is named with its reason", () => {
    const document = [0, 1, 2].reduce(
      (before, at) =>
        setStackLayer(at, {
          padding: [
            [0, 0],
            [0, 0],
          ],
          stride: [4, 4],
        })(before),
      defaultStack,
    );
    expect(stackShapesOf(document)).toMatchObject({
      layers: [{ outputSize: [4, 4] }, { outputSize: [1, 1] }],
      problem: { layer: 3, code: "kernel-too-large" },
    });
  });

  test("what changes nothing leaves no undo step", () => {
    expect(setStackLayer(0, { stride: [1, 1] })(defaultStack)).toEqual(defaultStack);
    expect(setStackKernel(0, [1, 2])(defaultStack)).toBe(defaultStack);
    expect(setComparison(null)(defaultStack)).toBe(defaultStack);
  });
});

describe("what the first layer hands on when its channels change", () => {
  const through = (...commands: readonly Command[]) =>
    commands.reduce((document, command) => command(document), defaultStack);

  test("the next one takes: a kernel of ones stays one", () => {
    const document = through(setOutChannels(4));
    expect(kernels(document)).toEqual([
      [4, 1, 3, 3],
      [1, 4, 3, 3],
      [1, 1, 3, 3],
    ]);
    expect([...(document.layers[1]?.weight.data ?? [])]).toEqual(new Array(36).fill(1));
  });

  test("goes through pooling to the first convolution after it", () => {
    const pools = setStackLayer(1, { op: "max-pool" })(setStackLayer(0, { op: "max-pool" })(defaultStack));
    const document = setInChannels(3)(pools);
    expect(document.layers[2]?.weight.shape).toEqual([1, 3, 3, 3]);
    expect(stackShapesOf(document).problem).toBeNull();
  });

  test.each([
    ["more channels and groups", [setInChannels(4), setOutChannels(8), setGroups(4)]],
    ["fewer again", [setOutChannels(6), setOutChannels(2)]],
    ["pooling, which hands on those of the input", [setInChannels(3), setOutChannels(5), setOp("avg-pool")]],
    ["a transposed layer", [setInChannels(2), setOutChannels(3), setOp("transposed")]],
    ["the way back", [setInChannels(3), setOutChannels(2), runBackwards]],
  ] as const)("every layer still works after %s", (_, commands) => {
    const document = through(...commands);
    expect(stackShapesOf(document)).toMatchObject({ problem: null });
    expect(stackShapesOf(document).layers).toHaveLength(3);
  });

  test("is one step back", () => {
    const changed = commit(start(defaultStack), setOutChannels(4)(defaultStack));
    expect(undo(changed).present).toBe(defaultStack);
  });
});
