import { fillKinds } from "../model/fill";
import {
  type Command,
  type EditableGrid,
  fillGrid,
  rotateGrid,
  rotateKernel180,
  transposeGrid,
} from "../model/gridCommands";
import { useText } from "./i18n";
import type { OpenMenu } from "./Menu";
import { MenuList } from "./MenuList";

interface FillListProps extends OpenMenu {
  readonly grid: EditableGrid;
  readonly onEdit: (command: Command) => void;
  readonly onRandom: () => void;
  readonly onPaste: () => void;
}

/** What can be done to a whole grid: fillings, turns, pasting and clearing. */
export function FillList({ grid, onEdit, onRandom, onPaste, ...menu }: FillListProps) {
  const t = useText();
  const turns: Readonly<Record<string, Command>> = {
    transpose: transposeGrid(grid),
    rotate90: rotateGrid(grid),
    ...(grid === "kernel" ? { rotate180: rotateKernel180 } : {}),
  };
  const groups = [
    ["fill", fillKinds],
    ["turn", (["transpose", "rotate90", "rotate180"] as const).filter((name) => name in turns)],
    ["more", ["paste", "clear"]],
  ] as const;
  const items = groups.flatMap(([group, names]) =>
    names.map((name) => ({ id: name, label: t(`fill.${name}`), group: t(`fill.group.${group}`) })),
  );
  const onSelect = (chosen: string) => {
    const kind = fillKinds.find((word) => word === chosen);
    const turn = turns[chosen];
    if (chosen === "paste") onPaste();
    else if (kind === "random") onRandom();
    else if (turn) onEdit(turn);
    else onEdit(fillGrid(grid, { kind: kind ?? "zeros" }));
  };
  return <MenuList {...menu} items={items} onSelect={onSelect} />;
}
