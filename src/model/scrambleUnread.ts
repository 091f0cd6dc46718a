import { layerReads } from "../core/layerReads";
import { randomEntry } from "./fill";
import { type Command, changeGrid } from "./gridCommands";
import { resolvedLayerOf } from "./layer";

/** New numbers in the input cells that no window reads: the output stays as it is, whatever they are. */
export function scrambleUnread(seed: number): Command {
  return (document) => {
    // Every channel is read alike.
    const counts = layerReads(resolvedLayerOf(document)).data;
    const random = randomEntry(seed);
    return changeGrid("input", ({ shape, data }) => ({
      shape,
      data: data.map((value, at) => ((counts[at % counts.length] ?? 0) > 0 ? value : random())),
    }))(document);
  };
}
