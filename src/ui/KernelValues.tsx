import { useMemo } from "react";
import { kernels } from "../content/kernels";
import type { Grid } from "../model/document";
import { gridOf, rowsOf, sameGrid } from "../model/grid";
import { type Command, replaceGrid } from "../model/gridCommands";
import { documentOf } from "../store/documentSlice";
import { ChoiceField } from "./ChoiceField";
import { useNoticeText, useText } from "./i18n";
import { useApp } from "./StoreContext";

const CUSTOM = "custom";

const named = kernels.map(({ name, rows }) => ({
  name,
  titleKey: `preset.${name}.title`,
  grid: gridOf(rows),
}));

/** The well-known kernels by name, and which of them is on screen. */
export function KernelValues({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const say = useNoticeText();
  const weight = useApp((state) => documentOf(state).layers[0].weight);
  const value = useMemo(() => nameOf(weight), [weight]);
  return (
    <ChoiceField
      name={{ full: t("kernel.values"), short: t("kernel.values.short") }}
      choices={[
        ...(value === CUSTOM ? [{ value: CUSTOM, label: t("kernel.values.custom") }] : []),
        ...named.map(({ name, titleKey }) => ({ value: name, label: say({ key: titleKey, values: {} }) })),
      ]}
      value={value}
      change={setValues}
      locked={locked}
    />
  );
}

function setValues(name: string): Command {
  const chosen = named.find((kernel) => kernel.name === name);
  return chosen ? replaceGrid("kernel", rowsOf(chosen.grid)) : (document) => document;
}

function nameOf(weight: Grid): string {
  return named.find(({ grid }) => sameGrid(weight, grid))?.name ?? CUSTOM;
}
