import { useMemo, useState } from "react";
import { readKernelNumbers } from "../model/addressStack";
import type { Layer } from "../model/document";
import { kernelSizeOf } from "../model/layer";
import { setStackKernel, setStackKernelCells } from "../model/stackCommands";
import type { TablePlace } from "../render/numberTable";
import { noLights, valueTable } from "../scene/numberTable";
import { rowsAndColumns } from "../scene/stackLayout";
import { useText } from "./i18n";
import { NumberGrid } from "./NumberGrid";
import { useApp, useAppStore } from "./StoreContext";

const nothingLit = () => noLights;
const nothingElse = () => undefined;

interface StackKernelProps {
  readonly layer: Layer;
  /** Counted from 0. */
  readonly index: number;
  readonly locked: boolean;
}

/** A layer's kernel, in which numbers are typed and pasted; of several channels the one that leads from and to those chosen. */
export function StackKernel({ layer, index, locked }: StackKernelProps) {
  const t = useText();
  const app = useAppStore();
  const fills = useApp((state) => state.fills);
  const { weight, op } = layer;
  const [outs = 1, ins = 1] = weight.shape;
  const [chosen, setChosen] = useState({ out: 0, in: 0 });
  const [refused, setRefused] = useState<Layer | null>(null);
  const out = Math.min(chosen.out, outs - 1);
  const from = Math.min(chosen.in, ins - 1);
  const size = kernelSizeOf(layer);
  const [rows, columns] = rowsAndColumns(size);
  const height = size.length === 3 ? (size[1] ?? 1) : 0;
  const start = (out * ins + from) * rows * columns;
  const number = index + 1;
  const marks = useMemo(
    () =>
      valueTable("kernel", rows, columns, weight.data.subarray(start, start + rows * columns), {
        rowHeads: height === 0 ? [] : Array.from({ length: rows }, (_, row) => sliceHead(row, height)),
        max: weight.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
      }),
    [weight, rows, columns, height, start],
  );
  // The weight of a transposed layer begins with what it leads from.
  const axes =
    op === "transposed" ? ({ out: "in", in: "out" } as const) : ({ out: "out", in: "in" } as const);
  const ends = axes.out === "out" ? { from, to: out } : { from: out, to: from };
  const name =
    outs * ins === 1
      ? t("stack.layer.kernel", { layer: number })
      : t("stack.layer.kernelOf", { layer: number, ...ends });

  const put = (at: TablePlace) => start + at.row * columns + at.column;
  const paste = async (at: TablePlace, text: string) => {
    // All numbers of the kernel, however they are separated: as an address has them too.
    const numbers = readKernelNumbers(text);
    const { edit, notify } = app.getState();
    setRefused(null);
    if (numbers?.length === weight.data.length) return void edit(setStackKernel(index, numbers));
    const reader = await import("../model/parseGrid").catch(() => null);
    if (!reader) return notify({ key: "notices.outdated", values: {} });
    const parsed = reader.parseGrid(text);
    const lines = numbers?.length === rows * columns ? linesOf(numbers, columns) : null;
    const block = lines ?? ("rows" in parsed ? parsed.rows : []);
    const first = lines ? { row: 0, column: 0 } : at;
    const fits =
      block.length > 0 &&
      first.row + block.length <= rows &&
      first.column + (block[0]?.length ?? 0) <= columns;
    if (!fits) return setRefused(layer);
    edit(
      setStackKernelCells(
        index,
        block.flatMap((line, row) =>
          line.map(
            (value, column) => [put({ row: first.row + row, column: first.column + column }), value] as const,
          ),
        ),
      ),
    );
  };
  const channel = (axis: "out" | "in", count: number, value: number) =>
    count > 1 && (
      <label className="stack-field">
        <span className="stack-name">{t(`stack.short.${axes[axis]}`)}</span>
        <select
          className="choice stack-number-choice"
          aria-label={t(`stack.layer.${axes[axis]}`, { layer: number })}
          value={value}
          onChange={(event) => setChosen({ ...chosen, [axis]: Number(event.currentTarget.value) })}
        >
          {Array.from({ length: count }, (_, option) => String(option)).map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      </label>
    );
  return (
    <>
      {channel("in", ins, from)}
      {channel("out", outs, out)}
      <div className="stack-kernel" data-fills={fills}>
        <NumberGrid
          key={String(locked)}
          name={name}
          marks={marks}
          lightsOf={nothingLit}
          onHover={nothingElse}
          {...(!locked && {
            edit: {
              label: (at: TablePlace) => t("edit.cell", { grid: name, ...at }),
              value: (at: TablePlace) => weight.data[put(at)] ?? 0,
              command: (at: TablePlace, value: number) => setStackKernelCells(index, [[put(at), value]]),
              paste,
            },
          })}
        />
      </div>
      {refused === layer && (
        <p className="field-message stack-refused" role="alert">
          {t("stack.kernel.unfit", { size: size.join("×") })}
        </p>
      )}
    </>
  );
}

/** The slices of a volume stand under one another, each with its number at its first row. */
function sliceHead(row: number, height: number): string {
  return row % height === 0 ? String(row / height) : "";
}

function linesOf(numbers: readonly number[], columns: number): readonly (readonly number[])[] {
  return Array.from({ length: numbers.length / columns }, (_, row) =>
    numbers.slice(row * columns, (row + 1) * columns),
  );
}
