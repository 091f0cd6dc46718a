import { describe, expect, it } from "vitest";
import { countMultiplyAdds, countParameters, denseParameters } from "../../src/core/counts";

describe("countParameters", () => {
  it.each([
    ["one 2×2 kernel and its bias", [1, 1, 1000, 1000], { kernelSize: 2, outChannels: 1 }, 5],
    ["Conv2d(16 ← 3, 5)", [1, 3, 32, 32], { kernelSize: 5, outChannels: 16 }, 1216],
    ["Conv2d(32 ← 32, 3)", [1, 32, 8, 8], { kernelSize: 3, outChannels: 32 }, 9248],
    ["1×1, 64 ← 256", [1, 256, 4, 4], { kernelSize: 1, outChannels: 64 }, 16448],
    ["Conv3d(1 ← 1, 3)", [1, 1, 8, 16, 16], { kernelSize: 3, outChannels: 1 }, 28],
    ["4 ← 4 without bias", [1, 4, 9, 9], { kernelSize: 3, outChannels: 4, bias: false }, 144],
    ["in 2 groups", [1, 4, 9, 9], { kernelSize: 3, outChannels: 4, bias: false, groups: 2 }, 72],
    ["depthwise", [1, 4, 9, 9], { kernelSize: 3, outChannels: 4, bias: false, groups: 4 }, 36],
    ["text of 4 numbers a word", [1, 4, 5], { kernelSize: [3], outChannels: 2 }, 26],
    ["the spatial axes alone", [8, 8], { kernelSize: 3 }, 10],
  ])("%s", (_, inputShape, options, parameters) => {
    expect(countParameters("conv", inputShape, options)).toBe(parameters);
  });

  it("is 0 for pooling", () => {
    expect(countParameters("max-pool", [1, 3, 8, 8], { kernelSize: 2 })).toBe(0);
  });

  it("counts a transposed kernel by its own layout", () => {
    const options = { weightShape: [3, 4, 2, 2], groups: 3 };
    expect(countParameters("transposed", [1, 3, 5, 5], options)).toBe(3 * 4 * 2 * 2 + 12);
  });
});

describe("countMultiplyAdds", () => {
  it("is one for every kernel cell and output", () => {
    expect(countMultiplyAdds("conv", [3, 3], { kernelSize: 2 })).toBe(16);
    expect(countMultiplyAdds("conv", [1, 3, 8, 8], { kernelSize: 3, padding: 1, outChannels: 16 })).toBe(
      16 * 64 * 27,
    );
    expect(countMultiplyAdds("conv", [1, 4, 8, 8], { kernelSize: 1, outChannels: 4, groups: 4 })).toBe(256);
  });

  it("is one for every kernel cell and input of a transposed convolution", () => {
    expect(countMultiplyAdds("transposed", [1, 2, 3, 3], { kernelSize: 3, outChannels: 5, stride: 2 })).toBe(
      2 * 9 * 5 * 9,
    );
  });

  it("is 0 for pooling", () => {
    expect(countMultiplyAdds("avg-pool", [1, 3, 8, 8], { kernelSize: 2 })).toBe(0);
  });
});

describe("denseParameters", () => {
  it("joins every output to every input", () => {
    expect(denseParameters("conv", [8, 8], { kernelSize: 3, padding: 1 })).toBe(4160);
  });
});
