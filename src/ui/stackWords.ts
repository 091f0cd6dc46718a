import { formatNumber } from "../model/formatNumber";
import { channelOn, channelValues } from "../scene/stackBoard";
import { placeOnMap, rowsAndColumns } from "../scene/stackLayout";
import type { StackState } from "../store/stackStore";
import { type CellSet, setBounds, setSize, stackField } from "../trace/stackField";
import type { Text } from "./i18n";

/** What a chosen cell is, what it sees and what it feeds: a sentence each. */
export function fieldWords(
  text: Text,
  state: Pick<StackState, "stack" | "chosen" | "channel">,
): readonly string[] {
  const { stack, chosen } = state;
  const sets = stackField(stack.resolved, chosen);
  const last = stack.maps.length - 1;
  const name = chosen.layer === 0 ? text("stack.input") : text("stack.map", { layer: chosen.layer });
  return [
    text("stack.words.cell", { map: name, place: mapPlaceText(text, chosen.cell), value: numberText(state) }),
    ...(chosen.layer > 0 ? [seenText(text, sets[0] ?? [])] : []),
    ...(chosen.layer < last ? [text("stack.words.feeds", { count: setSize(sets[last] ?? []) })] : []),
  ];
}

function numberText({ stack, chosen, channel }: Pick<StackState, "stack" | "chosen" | "channel">): string {
  const map = stack.maps[chosen.layer];
  if (!map) return "";
  const size = map.shape.slice(2);
  const [row, column] = placeOnMap(chosen.cell, size);
  const [, columns] = rowsAndColumns(size);
  return formatNumber(channelValues(map, channelOn(map, channel))[row * columns + column] ?? 0);
}

/** Where a cell is, in words. */
export function mapPlaceText(text: Text, cell: readonly number[]): string {
  const [first = 0, second = 0, third = 0] = cell;
  if (cell.length === 1) return text("stack.place.1", { column: first });
  if (cell.length === 2) return text("stack.place.2", { row: first, column: second });
  return text("stack.place.3", { slice: first, row: second, column: third });
}

function seenText(text: Text, set: CellSet): string {
  const bounds = setBounds(set);
  if (!bounds) return text("stack.words.blind");
  const size = bounds.map(([first, last]) => last - first + 1).join("\u00d7");
  const all = bounds.reduce((cells, [first, last]) => cells * (last - first + 1), 1);
  const count = setSize(set);
  return all === count
    ? text("stack.words.sees", { size, count })
    : text("stack.words.seesGaps", { size, count });
}
