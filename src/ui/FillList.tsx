import { fillKinds } from "../model/fill";
import { type Command, rotateGrid, rotateKernel180, transposeGrid } from "../model/gridCommands";
import type { EditableGrid } from "../model/gridPlace";
import { blankInput, shiftInput } from "../model/inputCommands";
import { dimsOf } from "../model/layer";
import { documentOf } from "../store/documentSlice";
import { fillSheets, turnSheets } from "./everySheet";
import { useText } from "./i18n";
import type { OpenMenu } from "./Menu";
import { MenuList } from "./MenuList";
import { useApp } from "./StoreContext";

interface FillListProps extends OpenMenu {
  readonly grid: EditableGrid;
  readonly onEdit: (command: Command) => void;
  readonly onRandom: () => void;
  readonly onPaste: () => void;
}

/** What can be done to a whole grid: fillings, turns, shifts, pasting and clearing. */
export function FillList({ grid, onEdit, onRandom, onPaste, ...menu }: FillListProps) {
  const t = useText();
  const isStrip = useApp((state) => dimsOf(documentOf(state)) === 1);
  const turns = {
    ...(!isStrip && {
      transpose: turnSheets(grid, transposeGrid),
      rotate90: turnSheets(grid, rotateGrid),
    }),
    ...(grid === "kernel" && { rotate180: rotateKernel180 }),
  };
  const shifts = {
    shiftRight: shiftInput(0, 1),
    ...(!isStrip && { shiftDown: shiftInput(1, 0) }),
    shiftLeft: shiftInput(0, -1),
    ...(!isStrip && { shiftUp: shiftInput(-1, 0) }),
  };
  const acts: Readonly<Record<string, Command>> = {
    ...turns,
    ...shifts,
    blank: blankInput,
    clear: fillSheets(grid, { kind: "zeros" }),
  };
  const groups = [
    ["fill", fillKinds],
    ["turn", (["transpose", "rotate90", "rotate180"] as const).filter((name) => name in turns)],
    [
      "shift",
      grid === "kernel"
        ? []
        : (["shiftRight", "shiftDown", "shiftLeft", "shiftUp"] as const).filter((name) => name in shifts),
    ],
    ["more", grid === "input" ? (["paste", "blank"] as const) : (["paste", "clear"] as const)],
  ] as const;
  const items = groups.flatMap(([group, names]) =>
    names.map((name) => ({ id: name, label: t(`fill.${name}`), group: t(`fill.group.${group}`) })),
  );
  const onSelect = (chosen: string) => {
    const kind = fillKinds.find((word) => word === chosen);
    const act = acts[chosen];
    if (chosen === "paste") onPaste();
    else if (kind === "random") onRandom();
    else if (kind) onEdit(fillSheets(grid, { kind }));
    else if (act) onEdit(act);
  };
  return <MenuList {...menu} items={items} onSelect={onSelect} />;
}
