import { axisNamesOf } from "./axisNames";
import { type CodeLine, codeLine } from "./codeLine";
import type { LayerFacts } from "./layerFacts";

interface PadOptions {
  /** Whether the input has a batch axis, which all modes but zeros need. */
  readonly batched: boolean;
}

/** Padding around the input, before the layer; of pooling with what takes no part in it. */
export function padLines(facts: LayerFacts, input: string, { batched }: PadOptions): readonly CodeLine[] {
  const { op, dims, padded, pads, paddingMode, countIncludePad } = facts;
  if (!padded) return [];
  const sides = axisNamesOf(dims)
    .toReversed()
    .flatMap((axis) => axis.sides);
  const cells = pads.toReversed().flat();
  const names = codeLine(`${sides.join(", ")} = ${cells.join(", ")}`, "pad");
  const tuple = `(${sides.join(", ")})`;
  // Six names and a mode don't fit on one line.
  const amounts = dims === 3 ? "sides" : tuple;
  const all = dims === 3 ? [names, codeLine(`sides = ${tuple}`, "pad")] : [names];
  const pad = (source: string, more: string) => `padded = F.pad(${source}, ${amounts}${more})`;
  if (op === "max-pool") return [...all, codeLine(pad(input, ', value=float("-inf")'), "pad")];
  if (op === "avg-pool" && !batched && !countIncludePad) {
    return [...all, codeLine(pad(input, ', value=float("nan")'), "pad")];
  }
  if (op === "avg-pool" || paddingMode === "zeros") return [...all, codeLine(pad(input, ""), "pad")];
  const more = `, mode="${paddingMode}"`;
  return [...all, codeLine(batched ? pad(input, more) : `${pad(`${input}[None]`, more)}[0]`, "pad")];
}

/** What a transposed layer cuts off and adds: padding comes off its output, output padding goes to its end. */
export function negativePadLine({ pads, outputPadding }: LayerFacts): readonly CodeLine[] {
  const amounts = pads
    .map(([before, after], axis) => [-before, (outputPadding[axis] ?? 0) - after])
    .toReversed()
    .flat();
  if (amounts.every((cells) => cells === 0)) return [];
  return [codeLine(`Y = F.pad(Y, (${amounts.map((cells) => cells + 0).join(", ")}))`, "pad")];
}
