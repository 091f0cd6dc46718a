import { describe, expect, test } from "vitest";
import { rowsOf } from "../../src/model/grid";
import { openAddress } from "../../src/model/packedAddress";

/** Links that a release has written, and what they show. They keep working: lines are added here, never changed. */
describe("links of 0.1", () => {
  const readable =
    "input=10,11,12;-13,14.5,15;16,17,18&kernel=1,0,-1;2,0,-2;1,0,-1&bias=0.25&stride=2,1&padding=1:0,2" +
    "&padding-mode=replicate&op=conv-flipped&activation=relu&step=2&theme=dark&lang=zh-CN&notation=d2l";
  const packed =
    "z=1.eNrtzEEOgjAQBdDbzGpqmCpqJLNy7x0qHbWhtA0Uop5eDPESpm8z-Zmf70KaMlOFREi6UbRF2m1qpLqhPdIB6QidDEE8E1aoqNHfo5s1wdWZkauNrmHM" +
    "g7PCGgmSsdaFO9OpQv1Lqo_Le5DkXWuyQEzcxjCrm3cpiQXTZjeb7GJYSn5a9iSxhvyQXtiaoQNvls33Q50vEGJeq1Z7ePKrKIqi-DsfAk0DHw";

  test.each([readable, packed])("%s", async (link) => {
    const { state } = await openAddress(`#${link}`);
    const [layer] = state.document.layers;
    expect(rowsOf(state.document.input)).toEqual([
      [10, 11, 12],
      [-13, 14.5, 15],
      [16, 17, 18],
    ]);
    expect(rowsOf(layer.weight)).toEqual([
      [1, 0, -1],
      [2, 0, -2],
      [1, 0, -1],
    ]);
    expect(layer).toMatchObject({
      bias: [0.25],
      stride: [2, 1],
      padding: [
        [1, 0],
        [2, 2],
      ],
      paddingMode: "replicate",
      dilation: [1, 1],
      op: "conv-flipped",
      activation: "relu",
    });
    expect(state).toMatchObject({ position: 2, theme: "dark", language: "zh-CN", notation: "d2l" });
  });
});
