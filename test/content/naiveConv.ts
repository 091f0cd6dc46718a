import type { ConvDocument } from "../../src/model/document";
import { rowsOf } from "../../src/model/grid";

/** The output of a document with zero padding and chosen pads, by the loops of the definition. */
export function naiveConv({ input, layers: [layer] }: ConvDocument): number[][] {
  if ("same" in layer.padding || layer.paddingMode !== "zeros" || layer.op !== "conv") {
    throw new Error("only plain correlation with zeros");
  }
  const x = rowsOf(input);
  const k = rowsOf(layer.weight);
  const [[top, bottom], [left, right]] = layer.padding as [[number, number], [number, number]];
  const [down, across] = layer.stride as [number, number];
  const [dilationDown, dilationAcross] = layer.dilation as [number, number];
  const height = x.length + top + bottom;
  const width = (x[0]?.length ?? 0) + left + right;
  const reachDown = dilationDown * (k.length - 1);
  const reachAcross = dilationAcross * ((k[0]?.length ?? 0) - 1);
  const output: number[][] = [];
  for (let i = 0; i + reachDown < height; i += down) {
    const row: number[] = [];
    for (let j = 0; j + reachAcross < width; j += across) {
      let sum = layer.bias[0] ?? 0;
      for (const [a, weights] of k.entries()) {
        for (const [b, weight] of weights.entries()) {
          sum += weight * (x[i + a * dilationDown - top]?.[j + b * dilationAcross - left] ?? 0);
        }
      }
      row.push(layer.activation === "relu" ? Math.max(0, sum) : sum);
    }
    output.push(row);
  }
  return output;
}
