import type { ConvDocument } from "./document";
import { gridOf } from "./grid";

/** What a newcomer sees first: 0…8 and the kernel 0…3, whose output is [[19, 25], [37, 43]]. */
export const defaultDocument: ConvDocument = {
  input: gridOf([
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
  ]),
  layers: [
    {
      op: "conv",
      weight: gridOf([
        [0, 1],
        [2, 3],
      ]),
      bias: [0],
      stride: [1, 1],
      padding: [
        [0, 0],
        [0, 0],
      ],
      paddingMode: "zeros",
      dilation: [1, 1],
      groups: 1,
      activation: "none",
      outputPadding: [0, 0],
      ceilMode: false,
      countIncludePad: true,
    },
  ],
};
