import { presetKernel, presets } from "../content/presets";
import type { ConvDocument } from "../model/document";
import { gridOf, sameGrid } from "../model/grid";
import { type Command, replaceGrid } from "../model/gridCommands";
import { documentOf } from "../store/documentSlice";
import { ChoiceField } from "./ChoiceField";
import { useNoticeText, useText } from "./i18n";
import { useApp } from "./StoreContext";

const CUSTOM = "custom";

const named = presets
  .filter(({ group }) => group === "kernel")
  .map(({ name, titleKey }) => ({ name, titleKey, rows: presetKernel(name) ?? [] }));

/** The well-known kernels by name, and which of them is on screen. */
export function KernelValues({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const say = useNoticeText();
  const value = useApp((state) => nameOf(documentOf(state)));
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
  return chosen ? replaceGrid("kernel", chosen.rows) : (document) => document;
}

function nameOf(document: ConvDocument): string {
  const { weight } = document.layers[0];
  return named.find(({ rows }) => sameGrid(weight, gridOf(rows)))?.name ?? CUSTOM;
}
