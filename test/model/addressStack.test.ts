import { describe, expect, test } from "vitest";
import { readAddress, writeAddress } from "../../src/model/address";
import { cellWithin } from "../../src/model/stack";

function layersOf(address: string) {
  return readAddress(address).state.document.layers.map(
    ({ op, weight, stride, padding, dilation, activation }) => ({
      op,
      kernel: weight.shape.slice(2),
      stride,
      padding,
      dilation,
      activation,
    }),
  );
}

describe("a stack in an address", () => {
  test("layers say operation, window, stride, padding, dilation and ReLU", () => {
    expect(layersOf("#view=stack&layers=k3p1r,k3x5s2d1x2p0:1x2,max2s2")).toEqual([
      {
        op: "conv",
        kernel: [3, 3],
        stride: [1, 1],
        padding: [
          [1, 1],
          [1, 1],
        ],
        dilation: [1, 1],
        activation: "relu",
      },
      {
        op: "conv",
        kernel: [3, 5],
        stride: [2, 2],
        padding: [
          [0, 1],
          [2, 2],
        ],
        dilation: [1, 2],
        activation: "none",
      },
      {
        op: "max-pool",
        kernel: [2, 2],
        stride: [2, 2],
        padding: [
          [0, 0],
          [0, 0],
        ],
        dilation: [1, 1],
        activation: "none",
      },
    ]);
  });

  test("a pooling layer steps by its window where nothing else is said", () => {
    expect(layersOf("#view=stack&layers=k3,avg3,max2s1").map(({ stride }) => stride)).toEqual([
      [1, 1],
      [3, 3],
      [1, 1],
    ]);
  });

  test("bare, it opens three 3×3 layers on a spot", () => {
    const { state, notices } = readAddress("#view=stack");
    expect(notices).toEqual([]);
    expect(state.document.input.shape).toEqual([1, 1, 17, 17]);
    expect(state.document.input.data.reduce((sum, value) => sum + value, 0)).toBe(1);
    expect(state.document.layers).toHaveLength(3);
  });

  test.each([
    "view=stack",
    "view=stack&layers=k3p1r,k3x5s2,max2s2&layer=2&cell=3,3",
    "view=stack&layers=k3s2,k3&compare=k3,k3s2&stack-channels=8",
    "view=stack&input=4,1,5,2,6&layers=k1x2,k1x2r&kernels=1,1_1,-1",
    "view=stack&input=1,2,3;4,5,6;7,8,9&kernel=0,1;2,3",
    "view=stack&layers=k3p1c4,k3p1g2c2,k1",
    "view=stack&layers=k3p1:0,transposedk2s2",
    "layers=k2,k1&kernels=0,1;2,3_5",
  ])("%s is written as it was read", (address) => {
    const { state, notices } = readAddress(address);
    expect(notices).toEqual([]);
    const again = readAddress(writeAddress(state));
    expect(again.notices).toEqual([]);
    expect(again.state).toEqual(state);
  });

  test.each([
    "k3,,k3",
    "k0",
    "k12",
    "k3s9",
    "k3p1k3",
    "s2",
    "max",
    "k3z1",
    "k3d0",
    "k3,k3,k3,k3,k3,k3,k3",
    "k3,kk3",
  ])("layers=%s is refused alone, with a notice", (layers) => {
    const { state, notices } = readAddress(`#view=stack&layers=${layers}&stack-channels=8`);
    expect(notices.map(({ values }) => values.key ?? "")).toEqual(["layers"]);
    expect(state.document.layers).toHaveLength(3);
    expect(state.stackChannels).toBe(8);
  });

  test("kernels of another size than the layers say stay ones", () => {
    const { layers } = readAddress("#view=stack&layers=k2,k2&kernels=1,2,3_1,2;3,4").state.document;
    expect(layers.map(({ weight }) => [...weight.data])).toEqual([
      [1, 1, 1, 1],
      [1, 2, 3, 4],
    ]);
  });

  test("a cell without a layer is one of the last map; one outside comes inside", () => {
    const { stackCell } = readAddress("#view=stack&cell=2,99").state;
    expect(
      cellWithin(stackCell, [
        [17, 17],
        [15, 15],
        [7, 7],
      ]),
    ).toEqual({ layer: 2, cell: [2, 6] });
    expect(
      cellWithin(null, [
        [17, 17],
        [7, 7],
      ]),
    ).toEqual({ layer: 1, cell: [3, 3] });
  });
});
