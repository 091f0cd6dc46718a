import type { Layer as ResolvedLayer } from "../core/layer";
import { layerMultiplyAdds, layerParameters } from "../core/layerCounts";

/** What one way to connect the channels takes. */
export interface Bill {
  /** Every output sees every input; as many groups as the layer has; a group for each input channel; that, and a 1×1 layer. */
  readonly way: "full" | "groups" | "depthwise" | "separable";
  /** Whether the layer on show is connected so. */
  readonly here: boolean;
  /** Weights without biases, of each layer that it takes. */
  readonly weights: readonly number[];
  readonly multiplyAdds: number;
}

/**
 * The weights and multiply-adds of a resolved layer with weights, fully connected, in its groups, depthwise (as many channels
 * out as in, nothing mixed), and depthwise with a 1×1 layer after it that mixes.
 */
export function groupBill(layer: ResolvedLayer): readonly Bill[] {
  const { inChannels, outChannels, groups, outputSize, axes } = layer;
  const full = { ...layer, groups: 1 };
  const depthwise = { ...layer, groups: inChannels, outChannels: inChannels };
  const mixing: ResolvedLayer = {
    ...layer,
    op: "conv",
    groups: 1,
    inputSize: outputSize,
    axes: axes.map(() => ({ kernelSize: 1, stride: 1, padding: [0, 0], dilation: 1 })),
  };
  const alone = groups === inChannels && outChannels === inChannels && groups > 1;
  const bill = (way: Bill["way"], here: boolean, ...layers: readonly ResolvedLayer[]): Bill => ({
    way,
    here,
    weights: layers.map((one) => layerParameters(one, false)),
    multiplyAdds: layers.reduce((sum, one) => sum + layerMultiplyAdds(one), 0),
  });
  return [
    bill("full", groups === 1, full),
    ...(groups > 1 && !alone ? [bill("groups", true, layer)] : []),
    bill("depthwise", alone, depthwise),
    bill("separable", false, depthwise, mixing),
  ];
}
