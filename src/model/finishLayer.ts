import { isPool } from "../core/layer";
import { cellCount } from "../core/tensor";
import { readAxes } from "./addressAxes";
import type { DocumentKey } from "./addressDocument";
import { setInChannels } from "./channelCommands";
import type { ConvDocument, Grid } from "./document";
import { withFittingFollowers } from "./fittingChannels";
import { dimsOf, inChannelsOf, outChannelsOf, windowStride, withLayer } from "./layer";
import { params } from "./params";
import { swappedWeight } from "./swappedWeight";

/**
 * Settles what the keys of an address leave open: a kernel of which only the size is told holds ones, biases that are not
 * said are 0, the windows of a pooling stand side by side, and the kernel of the base serves a transposed layer too.
 *
 * @param said the keys that are in use
 * @param values the texts of all keys
 */
export function finishLayer(
  document: ConvDocument,
  base: ConvDocument,
  said: ReadonlySet<DocumentKey>,
  values: ReadonlyMap<string, string>,
): ConvDocument {
  const sizeAlone = said.has("kernel-size") && !values.has("kernel");
  const { groups } = document.layers[0];
  // The groups are those that are said: what does not go with the channels, validation says.
  const grown =
    sizeAlone && said.has("in-channels") && !said.has("input")
      ? withLayer(setInChannels(Number(values.get("in-channels")))(document), { groups })
      : document;
  const [layer] = grown.layers;
  const isSwapped = (layer.op === "transposed") !== (base.layers[0].op === "transposed");
  const inherited = !said.has("kernel") && !said.has("kernel-size") && !said.has("layers");
  const weight = sizeAlone
    ? onesFor(grown, values, said)
    : isSwapped && inherited
      ? // The base's channels, on as many axes as are said.
        swappedWeight({ weight: layer.weight, groups: base.layers[0].groups })
      : layer.weight;
  const shaped = withLayer(grown, { weight });
  const [next] = shaped.layers;
  const sideBySide =
    isPool(next.op) && !said.has("stride") && !said.has("layers") && (said.has("op") || !inherited);
  const finished = withLayer(shaped, {
    ...(!said.has("bias") && { bias: fittedBias(next.bias, outChannelsOf(next)) }),
    ...(sideBySide && { stride: windowStride(next) }),
  });
  return withFittingFollowers(finished);
}

function onesFor(
  document: ConvDocument,
  values: ReadonlyMap<string, string>,
  said: ReadonlySet<DocumentKey>,
): Grid {
  const [{ op, groups, weight }] = document.layers;
  const size = readAxes(values.get("kernel-size") ?? "", dimsOf(document));
  const kernel = "value" in size ? size.value : weight.shape.slice(2);
  const count = (key: DocumentKey) => (said.has(key) ? Number(values.get(key)) : undefined);
  const ins = count("in-channels") ?? inChannelsOf(document);
  const isGroups = Number.isInteger(groups) && groups >= 1 && groups <= params.groups.max;
  const outs = count("out-channels") ?? (isPool(op) || !isGroups ? 1 : groups);
  const perGroup = (channels: number) => (isGroups && channels % groups === 0 ? channels / groups : channels);
  const shape = op === "transposed" ? [ins, perGroup(outs), ...kernel] : [outs, perGroup(ins), ...kernel];
  return { shape, data: new Float64Array(cellCount(shape)).fill(1) };
}

function fittedBias(bias: readonly number[], outs: number): readonly number[] {
  // What is no number of channels, validation says.
  const length = Math.max(1, Math.min(Math.floor(outs), params.outChannels.max));
  return bias.length === length ? bias : Array.from({ length }, (_, at) => bias[at] ?? 0);
}
