import { useId } from "react";
import { type Unread, unreadOf } from "../scene/unread";
import type { Notation } from "../store/viewSlice";
import { type AxisFormula, formulaOf } from "../trace/formula";
import { AxisFormulaView } from "./AxisFormulaView";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";
import { SegmentedControl } from "./SegmentedControl";
import { useApp, useAppStore } from "./StoreContext";
import { useSettings } from "./useSettings";

const UnreadNote = lateComponent<Unread>(async () => (await import("./UnreadNote")).UnreadNote);

/** Why the output has its size: the formula in letters and with the numbers on screen, once or for each axis. */
export function OutputShape() {
  const t = useText();
  const store = useAppStore();
  const document = useSettings();
  const notation = useApp((state) => state.notation);
  const heading = useId();
  const [rows, columns] = formulaOf(document, notation);
  const unread = unreadOf(document);
  return (
    <section className="panel-section" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 className="panel-heading" id={heading}>
          {t("shape.title")}
        </h2>
        <SegmentedControl<Notation>
          name={t("shape.notation")}
          segments={[
            { value: "pytorch", label: t("shape.notation.pytorch") },
            { value: "d2l", label: t("shape.notation.d2l") },
          ]}
          value={notation}
          onChange={(chosen) => store.getState().setView({ notation: chosen })}
        />
      </div>
      <div className="formula-card">
        {alike(rows, columns) ? (
          <AxisFormulaView formula={rows} axis="both" />
        ) : (
          <>
            <AxisFormulaView formula={rows} axis="rows" />
            <AxisFormulaView formula={columns} axis="columns" />
          </>
        )}
      </div>
      {unread.cells > 0 && <UnreadNote {...unread} />}
    </section>
  );
}

/** Whether one formula says both; uneven edges have names of their own on each axis. */
function alike(rows: AxisFormula, columns: AxisFormula): boolean {
  const same = (["inputSize", "kernelSize", "before", "after", "stride", "dilation"] as const).every(
    (name) => rows[name] === columns[name],
  );
  return same && (rows.symmetric || rows.notation === "d2l");
}
