import { useId } from "react";
import { resolvedLayerOf } from "../model/layer";
import { type Bill, groupBill } from "../trace/groupBill";
import { groupedDigits } from "./groupedDigits";
import { useText } from "./i18n";
import "./resultsLate.css";
import { useSettings } from "./useSettings";

/** The bill of every way to connect the channels, side by side. */
export function CostCompare() {
  const t = useText();
  const heading = useId();
  const layer = resolvedLayerOf(useSettings());
  const bills = groupBill(layer);
  const most = Math.max(...bills.map(total));
  const full = total(bills[0]);
  const separable = total(bills.at(-1));
  return (
    <section className="note" aria-labelledby={heading}>
      <h3 className="note-title" id={heading}>
        {t("bill.title")}
      </h3>
      <ul className="bills">
        {bills.map((bill) => (
          <li key={bill.way} className="bill" data-here={bill.here || undefined}>
            <span className="bill-name">
              {t(`bill.${bill.way}`, { groups: layer.groups })}
              {bill.here && <em className="bill-here"> {t("bill.here")}</em>}
            </span>
            <b className="bill-weights">
              {bill.weights.map(groupedDigits).join(" + ")}
              {bill.weights.length > 1 && ` = ${groupedDigits(total(bill))}`}
            </b>
            <Bar bill={bill} most={most} />
            <span className="bill-adds">{t("bill.adds", { count: groupedDigits(bill.multiplyAdds) })}</span>
          </li>
        ))}
      </ul>
      <p className="note-text">{t("bill.note", { channels: layer.inChannels })}</p>
      <p className="note-text">
        {separable < full
          ? t("bill.cheaper", { factor: String(Math.round((full / separable) * 10) / 10) })
          : t("bill.dearer")}
      </p>
    </section>
  );
}

function total(bill: Bill | undefined): number {
  return bill?.weights.reduce((sum, count) => sum + count, 0) ?? 0;
}

/** As long as its weights are many; two layers in two parts. */
function Bar({ bill, most }: { readonly bill: Bill; readonly most: number }) {
  const [first = 0, second = 0] = bill.weights;
  const percent = (count: number) => `${(100 * count) / most}%`;
  return (
    <svg className="bill-bar" aria-hidden="true">
      <rect className="bill-part" width={percent(first)} height="100%" />
      {second > 0 && (
        <rect className="bill-part bill-mixing" x={percent(first)} width={percent(second)} height="100%" />
      )}
    </svg>
  );
}
