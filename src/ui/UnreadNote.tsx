import { useMemo } from "react";
import { layerReads } from "../core/layerReads";
import type { ConvDocument } from "../model/document";
import { resolvedLayerOf } from "../model/layer";
import { scrambleUnread } from "../model/scrambleUnread";
import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";
import { useSettings } from "./useSettings";

const SEEDS = 1e6;

/** What no window reads, and the proof: other numbers there leave the output as it is. */
export function UnreadNote() {
  const t = useText();
  const store = useAppStore();
  const document = useSettings();
  const locked = useApp((state) => state.locked.includes("input"));
  const { rows, columns, cells } = useMemo(() => unreadOf(document), [document]);
  if (cells === 0) return null;
  const scattered = rows === 0 && columns === 0;
  return (
    <div className="unread">
      <p className="unread-text">
        {rows > 0 && `${t("unread.rows", { count: rows })} `}
        {columns > 0 && `${t("unread.columns", { count: columns })} `}
        {scattered && `${t("unread.cells", { count: cells })} `}
        {t("unread.effect")}
      </p>
      <button
        type="button"
        className="button small-button"
        disabled={locked}
        onClick={() => store.getState().edit(scrambleUnread(Math.floor(Math.random() * SEEDS)))}
      >
        {t("unread.scramble")}
      </button>
    </div>
  );
}

interface Unread {
  /** Rows and columns of the input in which no cell is read. */
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

function unreadOf(document: ConvDocument): Unread {
  const { data, shape } = layerReads(resolvedLayerOf(document));
  const [height = 0, width = 0] = shape;
  const readRows = new Set<number>();
  const readColumns = new Set<number>();
  let cells = 0;
  data.forEach((count, index) => {
    if (count === 0) {
      cells++;
      return;
    }
    readRows.add(Math.floor(index / width));
    readColumns.add(index % width);
  });
  return { rows: height - readRows.size, columns: width - readColumns.size, cells };
}
