import { describe, expect, test } from "vitest";
import { defaultStack } from "../../src/model/defaultStack";
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
