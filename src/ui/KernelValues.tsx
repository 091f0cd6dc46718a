import { useMemo } from "react";
import { kernels } from "../content/kernels";
import type { ConvDocument, Grid } from "../model/document";
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

interface KernelValuesProps {
  /** The field's name for assistive technology; that of Explore's kernel where it is left out. */
  readonly name?: string;
  readonly weightOf?: (document: ConvDocument) => Grid;
  readonly put?: (kernel: Grid) => Command;
  readonly locked: boolean;
}

/** The well-known kernels by name, and which of them is on screen. */
export function KernelValues({ name, weightOf = layerWeight, put = putInLayer, locked }: KernelValuesProps) {
  const t = useText();
  const say = useNoticeText();
  const weight = useApp((state) => weightOf(documentOf(state)));
  const value = useMemo(() => nameOf(weight), [weight]);
  return (
    <ChoiceField
      name={{ full: name ?? t("kernel.values"), short: t("kernel.values.short") }}
      choices={[
        ...(value === CUSTOM ? [{ value: CUSTOM, label: t("kernel.values.custom") }] : []),
        ...named.map(({ name, titleKey }) => ({ value: name, label: say({ key: titleKey, values: {} }) })),
      ]}
      value={value}
      change={(chosen) => {
        const kernel = named.find((one) => one.name === chosen);
        return kernel ? put(kernel.grid) : (document) => document;
      }}
      locked={locked}
    />
  );
}

function layerWeight({ layers }: ConvDocument): Grid {
  return layers[0].weight;
}

function putInLayer(kernel: Grid): Command {
  return replaceGrid("kernel", rowsOf(kernel));
}

function nameOf(weight: Grid): string {
  return named.find(({ grid }) => sameGrid(weight, grid))?.name ?? CUSTOM;
}
