import { useMemo } from "react";
import { fillOf } from "../model/fill";
import { createGrid, gridSize, sameGrid } from "../model/grid";
import { type EditableGrid, fillGrid, gridIn } from "../model/gridCommands";
import { documentOf } from "../store/documentSlice";
import { useText } from "./i18n";
import { SeedRow } from "./SeedRow";
import { useApp } from "./StoreContext";

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
  const fill = (value: number) => fillGrid(grid, { kind: "random", seed: Math.floor(value) });
  const numbers = useApp((state) => gridIn(documentOf(state), grid));
  const random = useMemo(() => {
    const [rows, columns] = gridSize(numbers);
    return sameGrid(numbers, createGrid(rows, columns, fillOf({ kind: "random", seed }, columns)));
  }, [numbers, seed]);
  if (!random) return null;
  return (
    <SeedRow
      name={t(`seed.${grid}`)}
      seed={seed}
      largest={LARGEST_SEED}
      change={fill}
      onSeed={(value) => onSeed(Math.floor(value))}
      locked={locked}
    />
  );
}
