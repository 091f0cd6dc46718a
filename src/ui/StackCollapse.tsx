import { useId } from "react";
import type { Grid } from "../model/document";
import { formatNumber } from "../model/formatNumber";
import { maxMagnitude } from "../scene/levels";
import { channelValues } from "../scene/stackBoard";
import { rowsAndColumns } from "../scene/stackLayout";
import { type Collapse, collapsibleLayers, placeOf, stackCollapse } from "../trace/stackCollapse";
import { type Text, useText } from "./i18n";
import { MapPicture } from "./MapPicture";
import { useStack, useStackStore } from "./StackContext";

/** Room for two kernels and their product in a line, in pixels. */
const KERNEL_ROOM = 210;

/** Two convolutions held against the one kernel that they multiply to. */
export function StackCollapse() {
  const t = useText();
  const heading = useId();
  const store = useStackStore();
  const { stack, collapsed, channel } = useStack((state) => ({
    stack: state.stack,
    collapsed: state.collapsed,
    channel: state.channel,
  }));
  const offered = collapsibleLayers(stack);
  const first = offered.find((layer) => layer === collapsed) ?? offered[0];
  const shown = first === undefined ? null : stackCollapse(stack, first);
  return (
    <section className="panel-section" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 className="panel-heading" id={heading}>
          {t("stack.collapse")}
        </h2>
        {offered.length > 1 && (
          <select
            className="choice stack-which"
            aria-label={t("stack.collapse.which")}
            value={first}
            onChange={(event) => store.getState().set({ collapsed: Number(event.currentTarget.value) })}
          >
            {offered.map((layer) => (
              <option key={layer} value={layer}>
                {t("stack.collapse.layers", { first: layer, second: layer + 1 })}
              </option>
            ))}
          </select>
        )}
      </div>
      {shown ? (
        <Shown collapse={shown} channel={channel} />
      ) : (
        <p className="row-note">{t("stack.collapse.none")}</p>
      )}
    </section>
  );
}

function Shown({ collapse, channel }: { readonly collapse: Collapse; readonly channel: number }) {
  const t = useText();
  const { kernels, product, one, two, differing, layers } = collapse;
  const [first, second] = layers;
  const [inner, outer] = kernels;
  const [rows, columns] = rowsAndColumns(two.shape.slice(2));
  const own = Math.min(channel, (two.shape[1] ?? 1) - 1);
  const marked = differing.flatMap((i) =>
    Math.floor(i / (rows * columns)) === own ? [i % (rows * columns)] : [],
  );
  const values = [channelValues(two, channel), channelValues(one, channel)] as const;
  const scale = Math.max(...values.map(maxMagnitude));
  // All three in a line, as long as their numbers stay legible.
  const width = [inner, outer, product].reduce((all, { shape }) => all + (shape.at(-1) ?? 1), 0);
  const cell = Math.max(10, Math.min(28, Math.floor(KERNEL_ROOM / width)));
  const size = { rows, columns, scale, room: rows === 1 ? 300 : 150 };
  return (
    <>
      <div className="stack-product">
        <Kernel cell={cell} kernel={inner} label={t("stack.collapse.kernel", { layer: first })} />
        <span className="stack-sign" aria-hidden="true">
          ∗
        </span>
        <Kernel cell={cell} kernel={outer} label={t("stack.collapse.kernel", { layer: second })} />
        <span className="stack-sign" aria-hidden="true">
          =
        </span>
        <Kernel cell={cell} kernel={product} label={t("stack.collapse.product")} />
      </div>
      <div className="stack-pair">
        <figure>
          <figcaption>{t("stack.collapse.two")}</figcaption>
          <MapPicture values={values[0]} label={t("stack.collapse.two")} {...size} />
        </figure>
        <figure>
          <figcaption>{t("stack.collapse.single")}</figcaption>
          <MapPicture values={values[1]} label={t("stack.collapse.single")} marked={marked} {...size} />
        </figure>
      </div>
      <p className="row-note row-note-more">{verdictOf(t, collapse)}</p>
    </>
  );
}

interface KernelProps {
  readonly kernel: Grid;
  readonly label: string;
  /** Side of a cell, in pixels. */
  readonly cell: number;
}

function Kernel({ kernel, label, cell }: KernelProps) {
  const [rows, columns] = rowsAndColumns(kernel.shape.slice(2));
  return (
    <MapPicture
      values={kernel.data.subarray(0, rows * columns)}
      rows={rows}
      columns={columns}
      label={label}
      room={columns * cell}
    />
  );
}

function verdictOf(t: Text, { differing, because, two, one, bends, layers }: Collapse): string {
  const [at] = differing;
  if (at === undefined || because === null) {
    return t(bends ? "stack.collapse.unbent" : "stack.collapse.equal");
  }
  const [, ...place] = placeOf(at, two.shape.slice(1));
  return t(`stack.collapse.${because}`, {
    count: differing.length,
    all: two.data.length,
    place: place.join(", "),
    two: formatNumber(two.data[at] ?? 0),
    one: formatNumber(one.data[at] ?? 0),
    layer: layers[because === "relu" ? 0 : 1],
  });
}
