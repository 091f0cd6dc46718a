import { useMemo } from "react";
import type { EditableGrid } from "../model/gridPlace";
import { documentOf } from "../store/documentSlice";
import { fillSheets } from "./everySheet";
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
  const fill = (value: number) => fillSheets(grid, { kind: "random", seed: Math.floor(value) });
  const document = useApp(documentOf);
  // A fill that changes nothing returns its argument.
  const random = useMemo(
    () => fillSheets(grid, { kind: "random", seed })(document) === document,
    [document, grid, seed],
  );
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
