import { useId } from "react";
import { formatNumber } from "../model/formatNumber";
import { maxMagnitude } from "../scene/levels";
import { channelValues } from "../scene/stackBoard";
import { rowsAndColumns } from "../scene/stackLayout";
import { type MapShift, type StackShift as Shift, stackShift } from "../trace/stackShift";
import { useAnnounce } from "./Announcer";
import { type Text, useText } from "./i18n";
import { MapPicture } from "./MapPicture";
import { useStack, useStackStore } from "./StackContext";

const MOVES = [
  { name: "left", axis: -1, by: -1, sign: "←" },
  { name: "right", axis: -1, by: 1, sign: "→" },
  { name: "up", axis: -2, by: -1, sign: "↑" },
  { name: "down", axis: -2, by: 1, sign: "↓" },
] as const;

/** Whether the maps move when the input does: tried on a copy, so that the document stays as it is. */
export function StackShift() {
  const t = useText();
  const heading = useId();
  const store = useStackStore();
  const announce = useAnnounce();
  const { document, stack, shift, channel } = useStack((state) => ({
    document: state.document,
    stack: state.stack,
    shift: state.shift,
    channel: state.channel,
  }));
  const dims = document.input.shape.length - 2;
  const by = Array.from({ length: dims }, (_, axis) => (shift.length === dims ? (shift[axis] ?? 0) : 0));
  const moved = by.some((cells) => cells !== 0);
  const shown = moved ? stackShift(document, by) : null;
  const last = shown?.maps.at(-1);
  const move = (next: readonly number[]) => {
    store.getState().set({ shift: next });
    const told = next.some((cells) => cells !== 0) ? stackShift(document, next) : null;
    announce(told ? verdictOf(t, told) : t("stack.shift.home"));
  };
  return (
    <section className="panel-section" aria-labelledby={heading}>
      <h2 className="panel-heading" id={heading}>
        {t("stack.shift")}
      </h2>
      <div className="stack-buttons">
        {MOVES.filter(({ axis }) => dims + axis >= 0).map(({ name, axis, by: step, sign }) => (
          <button
            key={name}
            type="button"
            className="button small-button"
            aria-label={t(`stack.shift.${name}`)}
            onClick={() => move(by.map((cells, at) => (at === dims + axis ? clamped(cells + step) : cells)))}
          >
            <span aria-hidden="true">{sign}</span>
          </button>
        ))}
        <button
          type="button"
          className="button small-button"
          disabled={!moved}
          onClick={() => move(by.map(() => 0))}
        >
          {t("stack.shift.back")}
        </button>
      </div>
      {shown && last ? (
        <>
          <p className="row-note">{t("stack.shift.by", { by: by.map(formatNumber).join(", ") })}</p>
          <Pair shift={last} channel={channel} layer={stack.layers.length} />
          <p className="row-note row-note-more" data-verdict={last.verdict}>
            {verdictOf(t, shown)}
          </p>
        </>
      ) : (
        <p className="row-note">{t("stack.shift.note")}</p>
      )}
    </section>
  );
}

function clamped(cells: number): number {
  return Math.max(-8, Math.min(cells, 8));
}

interface PairProps {
  readonly shift: MapShift;
  readonly channel: number;
  readonly layer: number;
}

function Pair({ shift, channel, layer }: PairProps) {
  const t = useText();
  const { before, after, differing } = shift;
  const [rows, columns] = rowsAndColumns(before.shape.slice(2));
  const cells = rows * columns;
  const own = Math.min(channel, (before.shape[1] ?? 1) - 1);
  const [old, now] = [channelValues(before, channel), channelValues(after, channel)];
  const scale = Math.max(maxMagnitude(old), maxMagnitude(now));
  const marked = differing.flatMap((i) => (Math.floor(i / cells) === own ? [i % cells] : []));
  const size = { rows, columns, scale, room: rows === 1 ? 300 : 150 };
  return (
    <div className="stack-pair">
      <figure>
        <figcaption>{t("stack.shift.before", { layer })}</figcaption>
        <MapPicture values={old} label={t("stack.shift.before", { layer })} {...size} />
      </figure>
      <figure>
        <figcaption>{t("stack.shift.after")}</figcaption>
        <MapPicture values={now} label={t("stack.shift.after")} marked={marked} {...size} />
      </figure>
    </div>
  );
}

/** Whether the last map moved along, and what keeps it from that. */
function verdictOf(t: Text, { maps, culprit }: Shift): string {
  const last = maps.at(-1);
  if (!last) return "";
  const { verdict, by, differing, compared } = last;
  if (verdict === "moves") return t("stack.shift.moves", { by: by.map(formatNumber).join(", ") });
  const count = differing.length;
  if (verdict === "padding") return t("stack.shift.padding", { count, compared });
  return t(culprit?.kind === "pooling" ? "stack.shift.pooling" : "stack.shift.stride", {
    layer: culprit?.layer ?? maps.length - 1,
    by: by.map(formatNumber).join(", "),
    stayed: compared - count,
    compared,
  });
}
