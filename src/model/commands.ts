import type { Op, PaddingMode } from "../core/options";
import type { Activation, Layer, PaddingChoice } from "./document";
import type { Command } from "./gridCommands";
import { withLayer } from "./layer";
import { sameSettings } from "./sameSettings";

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

/** One bias, added to every output. */
export function setBias(bias: number): Command {
  return changeLayer({ bias: [bias + 0] });
}

export function setOp(op: Op): Command {
  return changeLayer({ op });
}

export function setActivation(activation: Activation): Command {
  return changeLayer({ activation });
}

function changeLayer(change: Partial<Omit<Layer, "weight">>): Command {
  return (document) => (sameSettings(change, document.layers[0]) ? document : withLayer(document, change));
}
