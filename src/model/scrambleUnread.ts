import { layerReads } from "../core/layerReads";
import { randomEntry } from "./fill";
import { type Command, setCells } from "./gridCommands";
import { inputSizeOf, resolvedLayerOf } from "./layer";

/** New numbers in the input cells that no window reads: the output stays as it is, whatever they are. */
export function scrambleUnread(seed: number): Command {
  return (document) => {
    const [, columns = 1] = inputSizeOf(document);
    const counts = layerReads(resolvedLayerOf(document)).data;
    const random = randomEntry(seed);
    const cells = Array.from(counts).flatMap((count, at) =>
      count > 0 ? [] : [{ row: Math.floor(at / columns), column: at % columns, value: random() }],
    );
    return setCells("input", cells)(document);
  };
}
