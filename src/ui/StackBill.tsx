import { useId } from "react";
import type { Op } from "../core/options";
import type { ConvDocument } from "../model/document";
import { formatNumber } from "../model/formatNumber";
import { kernelSizeOf } from "../model/layer";
import { hasChannels, type StackTable, stackTable } from "../trace/stackTable";
import { groupedDigits } from "./groupedDigits";
import { type Text, useText } from "./i18n";
import { useStack } from "./StackContext";
import { useApp } from "./StoreContext";

/** What a stack's table counts with: its own channels where it has several, else those of the slider. */
export function countedChannels({ layers, input }: ConvDocument, channels: number): number | null {
  return hasChannels(layers, input.shape) ? null : channels;
}

/** Every layer's output, jump, receptive field and cost, and what they come to. */
export function StackBill() {
  const t = useText();
  const heading = useId();
  const { document, stack } = useStack((state) => ({ document: state.document, stack: state.stack }));
  const channels = useApp((state) => state.stackChannels);
  const counted = countedChannels(document, channels);
  const table = stackTable(stack.layers, document.input.shape, counted);
  return (
    <section className="stack-bill" aria-labelledby={heading}>
      <h2 className="panel-heading" id={heading}>
        {counted === null ? t("stack.bill.own") : t("stack.bill", { channels: counted })}
      </h2>
      <BillTable table={table} label={heading} />
    </section>
  );
}

interface BillTableProps {
  readonly table: StackTable;
  /** The id of what names it. */
  readonly label: string;
}

const COLUMNS = ["layer", "output", "jump", "field", "parameters", "multiplyAdds"] as const;

function BillTable({ table, label }: BillTableProps) {
  const t = useText();
  return (
    <table className="stack-table" aria-labelledby={label}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`stack.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ layer, outputSize, field, parameters, multiplyAdds }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
          <tr key={at}>
            <th scope="row">
              {at + 1} <span className="stack-what">{layerText(t, layer.op, kernelSizeOf(layer))}</span>
            </th>
            <td>{outputSize.join("×")}</td>
            <td>{perAxisText(field.map(({ jump }) => jump))}</td>
            <td>{field.map(({ size }) => size).join("×")}</td>
            <td>{groupedDigits(parameters)}</td>
            <td>{groupedDigits(multiplyAdds)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("stack.total")}</th>
          <td />
          <td />
          <td>{table.field.map(({ size }) => size).join("×")}</td>
          <td>{groupedDigits(table.parameters)}</td>
          <td>{groupedDigits(table.multiplyAdds)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function layerText(t: Text, op: Op, size: readonly number[]): string {
  return `${t(`stack.op.${op}`)} ${size.join("×")}`;
}

function perAxisText(values: readonly number[]): string {
  const texts = values.map(formatNumber);
  return texts.every((text) => text === texts[0]) ? (texts[0] ?? "") : texts.join("×");
}
