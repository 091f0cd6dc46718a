import { useId, useMemo } from "react";
import { fillOf } from "../model/fill";
import { createGrid, gridSize, sameGrid } from "../model/grid";
import { type EditableGrid, fillGrid, gridIn } from "../model/gridCommands";
import { documentOf } from "../store/documentSlice";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { Stepper } from "./Stepper";
import { useApp, useAppStore } from "./StoreContext";

const LARGEST_SEED = 9999;

interface SeedFieldProps {
  readonly grid: EditableGrid;
  readonly seed: number;
  readonly onSeed: (seed: number) => void;
  readonly locked: boolean;
}

/** The seed of a random grid, shown as long as the grid holds exactly its numbers. */
export function SeedField({ grid, seed, onSeed, locked }: SeedFieldProps) {
  const t = useText();
  const store = useAppStore();
  const id = useId();
  const fill = (value: number) => fillGrid(grid, { kind: "random", seed: Math.floor(value) });
  const numbers = useApp((state) => gridIn(documentOf(state), grid));
  const random = useMemo(() => {
    const [rows, columns] = gridSize(numbers);
    return sameGrid(numbers, createGrid(rows, columns, fillOf({ kind: "random", seed }, columns)));
  }, [numbers, seed]);
  if (!random) return null;
  const drawSeed = () => {
    const drawn = Math.floor(Math.random() * LARGEST_SEED) + 1;
    store.getState().edit(fill(drawn));
    onSeed(drawn);
  };
  const label = t("seed.new");
  return (
    <div className="row row-linked">
      <label className="row-label" htmlFor={id}>
        {t("seed.short")}
      </label>
      <Stepper
        id={id}
        name={t(`seed.${grid}`)}
        value={seed}
        min={0}
        max={LARGEST_SEED}
        change={fill}
        onEdited={(value) => onSeed(Math.floor(value))}
        locked={locked}
      />
      <button
        type="button"
        className="mini-button row-link"
        aria-label={label}
        title={label}
        disabled={locked}
        onClick={drawSeed}
      >
        <Icon name="dice" />
      </button>
    </div>
  );
}
