import { axesOf, dimsOf } from "../model/layer";
import { axisNames } from "../trace/formula";
import { axisCounts } from "../trace/relations";
import { stampOverlaps } from "../trace/stampOverlaps";
import { traceOf } from "../trace/trace";
import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";
import { useSettings } from "./useSettings";

/** Places whose stamps are counted on the page. */
const TOLD = 24;

/** How many stamps land on each place of a transposed layer's output, and whether that makes a checkerboard. */
export function OverlapNote() {
  const t = useText();
  const store = useAppStore();
  const document = useSettings();
  const shown = useApp((state) => state.readCounts);
  const dims = dimsOf(document);
  const names = axisNames(dims);
  const counts = axisCounts(traceOf(document)).slice(3 - dims);
  const axes = axesOf(document);
  const alike = dims > 1 && counts.every((list) => list.join() === counts[0]?.join());
  return (
    <>
      <h3 className="note-title">{t("reverse.overlaps")}</h3>
      {counts.slice(0, alike ? 1 : dims).map((list, index) => {
        const { kernelSize, stride, dilation } = axes[index] ?? { kernelSize: 1, stride: 1, dilation: 1 };
        const period = stampOverlaps(kernelSize, stride, dilation);
        const even = period.every((count) => count === period[0]);
        const name = alike ? "all" : dims === 1 ? "length" : (names[index] ?? "columns");
        return (
          <div key={name}>
            <p className="note-text">
              {t(`reverse.sizes.${name}`)}: <b className="overlaps">{list.slice(0, TOLD).join(" ")}</b>
              {list.length > TOLD && " …"}
            </p>
            <p className="note-text">
              {even
                ? t("reverse.even")
                : dilation > 1
                  ? t("reverse.unevenDilated", { list: period.join(", ") })
                  : t("reverse.uneven", { stride, kernel: kernelSize, list: period.join(", ") })}
            </p>
          </div>
        );
      })}
      <div className="note-actions">
        <button
          type="button"
          className="button small-button"
          aria-pressed={shown}
          onClick={() => store.getState().setView({ readCounts: !shown })}
        >
          {t("reverse.counts")}
        </button>
      </div>
    </>
  );
}
