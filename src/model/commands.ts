import { isPool } from "../core/layer";
import type { Op, PaddingMode } from "../core/options";
import { withWires } from "./channelCommands";
import type { Activation, ConvDocument, Layer, PaddingChoice } from "./document";
import { fittedLayer } from "./fittedLayer";
import { withFittingFollowers } from "./fittingChannels";
import type { Command } from "./gridCommands";
import { inChannelsOf, outChannelsOf, windowStride, withLayer } from "./layer";
import { sameSettings } from "./sameSettings";
import { swappedWeight } from "./swappedWeight";

/** @param stride cells, one per axis */
export function setStride(stride: readonly number[]): Command {
  return changeLayer({ stride });
}

/** @param dilation cells, one per axis */
export function setDilation(dilation: readonly number[]): Command {
  return changeLayer({ dilation });
}

export function setPadding(padding: PaddingChoice): Command {
  return changeLayer({ padding });
}

export function setPaddingMode(paddingMode: PaddingMode): Command {
  return changeLayer({ paddingMode });
}

/** @param values one per output channel */
export function setBias(values: readonly number[]): Command {
  return changeLayer({ bias: values.map((value) => value + 0) });
}

export function setActivation(activation: Activation): Command {
  return changeLayer({ activation });
}

/** @param cells added after each axis of a transposed layer's output */
export function setOutputPadding(cells: readonly number[]): Command {
  return changeLayer({ outputPadding: cells });
}

export function setCeilMode(ceilMode: boolean): Command {
  return changeLayer({ ceilMode });
}

export function setCountIncludePad(countIncludePad: boolean): Command {
  return changeLayer({ countIncludePad });
}

/**
 * Another operation on the same input. Weights stay with the channels that they lead from and to; what the operation does
 * not allow is changed until it fits. The windows of a pooling stand side by side, where no stride had been chosen.
 */
export function setOp(op: Op): Command {
  return (document) => {
    const [layer] = document.layers;
    if (op === layer.op) return document;
    const swapped = (op === "transposed") !== (layer.op === "transposed");
    const turned = withLayer(document, { op, ...(swapped && { weight: swappedWeight(layer) }) });
    const fitted = withFittingFollowers(fittedLayer(withLayer(turned, wired(turned))));
    const wasClose = layer.stride.every((cells) => cells === 1);
    if (!isPool(op) || isPool(layer.op) || !wasClose) return fitted;
    return withLayer(fitted, { stride: windowStride(fitted.layers[0]) });
  };
}

/** Weights for the channels of the input, which while pooling may have got others. */
function wired(document: ConvDocument): Partial<Layer> {
  const [layer] = document.layers;
  const [ins, outs] = [inChannelsOf(document), outChannelsOf(layer)];
  const { groups } = layer;
  const kept = ins % groups === 0 && outs % groups === 0 ? groups : 1;
  return withWires(layer, ins, outs, kept);
}

function changeLayer(change: Partial<Omit<Layer, "weight">>): Command {
  return (document) => (sameSettings(change, document.layers[0]) ? document : withLayer(document, change));
}
