import { useId } from "react";
import type { Command } from "../model/gridCommands";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { Stepper } from "./Stepper";
import { useAppStore } from "./StoreContext";

interface SeedRowProps {
  readonly name: string;
  readonly seed: number;
  readonly largest: number;
  readonly change: (seed: number) => Command;
  /** Called with a seed that was typed, stepped to or drawn. */
  readonly onSeed?: (seed: number) => void;
  readonly locked: boolean;
}

/** The seed of random numbers, with a die that draws another. */
export function SeedRow({ name, seed, largest, change, onSeed, locked }: SeedRowProps) {
  const t = useText();
  const store = useAppStore();
  const id = useId();
  const drawSeed = () => {
    const drawn = Math.floor(Math.random() * largest) + 1;
    store.getState().edit(change(drawn));
    onSeed?.(drawn);
  };
  const label = t("seed.new");
  return (
    <div className="row row-linked">
      <label className="row-label" htmlFor={id}>
        {t("seed.short")}
      </label>
      <Stepper
        id={id}
        name={name}
        value={seed}
        min={0}
        max={largest}
        change={change}
        onEdited={onSeed}
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
