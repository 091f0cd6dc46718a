import { useId, useState } from "react";
import { fillKinds } from "../model/fill";
import {
  type Command,
  type EditableGrid,
  fillGrid,
  gridIn,
  rotateGrid,
  rotateKernel180,
  transposeGrid,
} from "../model/gridCommands";
import { documentOf } from "../store/documentSlice";
import { FieldMessage } from "./FieldMessage";
import { useText } from "./i18n";
import { LatePart, lateComponent } from "./LatePart";
import { Menu } from "./Menu";
import type { MenuItem } from "./MenuList";
import { SeedField } from "./SeedField";
import { useApp } from "./StoreContext";
import { useRefusal } from "./useRefusal";

const PasteDialog = lateComponent(async () => (await import("./PasteDialog")).PasteDialog);

const FIRST_SEED = 1;

interface GridToolsProps {
  readonly grid: EditableGrid;
  readonly locked: boolean;
}

/** A menu of what can be done to a whole grid, and below it the seed while the numbers are random ones. */
export function GridTools({ grid, locked }: GridToolsProps) {
  const t = useText();
  const numbers = useApp((state) => gridIn(documentOf(state), grid));
  const [seed, setSeed] = useState<number | null>(null);
  const [pasting, setPasting] = useState(false);
  const id = useId();
  const { refused, apply } = useRefusal<Command>({ over: numbers, change: (command) => command });

  const actions: Readonly<Record<string, Command>> = {
    transpose: transposeGrid(grid),
    rotate90: rotateGrid(grid),
    ...(grid === "kernel" ? { rotate180: rotateKernel180 } : {}),
    clear: fillGrid(grid, { kind: "zeros" }),
  };
  const fills: readonly MenuItem[] = fillKinds.map((kind) => ({
    id: kind,
    label: t(`fill.${kind}`),
    group: t("fill.group.fill"),
  }));
  const turns: readonly MenuItem[] = (["transpose", "rotate90", "rotate180"] as const)
    .filter((name) => name in actions)
    .map((name) => ({ id: name, label: t(`fill.${name}`), group: t("fill.group.turn") }));
  const others: readonly MenuItem[] = (["paste", "clear"] as const).map((name) => ({
    id: name,
    label: t(`fill.${name}`),
    group: t("fill.group.more"),
  }));

  const onSelect = (chosen: string) => {
    const kind = fillKinds.find((word) => word === chosen);
    const action = actions[chosen];
    if (chosen === "paste") setPasting(true);
    else if (kind === "random") {
      const first = seed ?? FIRST_SEED;
      setSeed(first);
      apply(fillGrid(grid, { kind, seed: first }));
    } else if (kind) apply(fillGrid(grid, { kind }));
    else if (action) apply(action);
  };

  return (
    <>
      <Menu
        label={t(`fill.${grid}`)}
        className="button small-button"
        disabled={locked}
        items={[...fills, ...turns, ...others]}
        onSelect={onSelect}
      >
        {t("fill.short")}
      </Menu>
      {seed !== null && <SeedField grid={grid} seed={seed} onSeed={setSeed} locked={locked} />}
      <FieldMessage id={id} refused={refused} label="" onUse={apply} />
      {pasting && (
        <LatePart>
          <PasteDialog grid={grid} onClose={() => setPasting(false)} />
        </LatePart>
      )}
    </>
  );
}
