import type { ConvDocument } from "../model/document";
import { dimsOf } from "../model/layer";
import type { Text } from "./i18n";

/** What the indices at the heads of a table stand for: "channel, row, column". */
export function headAxes(
  text: Text,
  document: ConvDocument,
  { channels }: { readonly channels: number },
): string {
  const dims = dimsOf(document);
  const places = dims === 1 ? (["cell"] as const) : (["slice", "row", "column"] as const).slice(3 - dims);
  return [...(channels > 1 ? (["channel"] as const) : []), ...places]
    .map((axis) => text(`below.axis.${axis}`))
    .join(text("below.separator"));
}
