import { readCounts } from "../core/readCounts";
import { randomEntry } from "./fill";
import { type Command, setCells } from "./gridCommands";
import { convOptionsOf, inputSizeOf, kernelSizeOf } from "./layer";

/** New numbers in the input cells that no window reads: the output stays as it is, whatever they are. */
export function scrambleUnread(seed: number): Command {
  return (document) => {
    const size = inputSizeOf(document);
    const options = { ...convOptionsOf(document), kernelSize: kernelSizeOf(document.layers[0]) };
    const counts = readCounts(options, size).data;
    const columns = size[1] ?? 1;
    const random = randomEntry(seed);
    const cells = Array.from(counts).flatMap((count, at) =>
      count > 0 ? [] : [{ row: Math.floor(at / columns), column: at % columns, value: random() }],
    );
    return setCells("input", cells)(document);
  };
}
