import { useId, useState } from "react";
import type { Command } from "../model/gridCommands";
import { type EditableGrid, gridIn } from "../model/gridPlace";
import { documentOf } from "../store/documentSlice";
import { fillSheets } from "./everySheet";
import { FieldMessage } from "./FieldMessage";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";
import { Menu } from "./Menu";
import { useApp } from "./StoreContext";
import { useRefusal } from "./useRefusal";

const FillList = lateComponent(async () => (await import("./FillList")).FillList);
const SeedField = lateComponent(async () => (await import("./SeedField")).SeedField);
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

  const onRandom = () => {
    const first = seed ?? FIRST_SEED;
    setSeed(first);
    apply(fillSheets(grid, { kind: "random", seed: first }));
  };

  return (
    <>
      <Menu
        label={t(`fill.${grid}`)}
        className="button small-button"
        disabled={locked}
        list={(menu) => (
          <FillList
            {...menu}
            grid={grid}
            onEdit={apply}
            onRandom={onRandom}
            onPaste={() => setPasting(true)}
          />
        )}
        onApproach={FillList.prepare}
      >
        {t("fill.short")}
      </Menu>
      {seed !== null && <SeedField grid={grid} seed={seed} onSeed={setSeed} locked={locked} />}
      <FieldMessage id={id} refused={refused} label="" onUse={apply} />
      {pasting && <PasteDialog grid={grid} onClose={() => setPasting(false)} />}
    </>
  );
}
