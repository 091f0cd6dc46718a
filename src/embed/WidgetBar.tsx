import { useId } from "react";
import type { Pads } from "../core/options";
import { writeAddress } from "../model/address";
import { setPadding, setStride } from "../model/commands";
import type { Command } from "../model/gridCommands";
import { paddingOf } from "../model/layer";
import { packAddress } from "../model/packedAddress";
import { params } from "../model/params";
import { linkOf } from "../ui/addressOf";
import { useText } from "../ui/i18n";
import { Stepper } from "../ui/Stepper";
import { useApp, useAppStore } from "../ui/StoreContext";
import { useSettings } from "../ui/useSettings";
import { LiveShape } from "./LiveShape";
import { useWidgetTexts } from "./widgetTexts";

interface WidgetBarProps {
  /** Address of Convscope's page; without one there is nothing to open. */
  readonly app: string | undefined;
}

/** What the notes change most, the size that comes of it, and the way to the whole page. */
export function WidgetBar({ app }: WidgetBarProps) {
  const t = useText();
  const document = useSettings();
  const { locked, hidden, learning } = useApp((state) => ({
    locked: state.locked,
    hidden: state.hidden,
    learning: state.view === "learn",
  }));
  const [{ stride }] = document.layers;
  const padding = paddingOf(document);
  const sides = padding.map(([before]) => before);
  const even = padding.every(([before, after]) => before === after);
  return (
    <div className="bar" part="bar">
      {!learning && !hidden.includes("controls") && (
        <>
          {fitsBar(stride) && (
            <BarField
              name={t("stride.name")}
              limits={params.stride}
              values={pairIn(stride)}
              change={(pair) => setStride(spread(pair, stride))}
              locked={locked.includes("stride")}
            />
          )}
          {even && fitsBar(sides) && (
            <BarField
              name={t("padding.name")}
              limits={params.padding}
              values={pairIn(sides)}
              change={(pair) => setPadding(spread(pair, sides).map((cells): Pads => [cells, cells]))}
              locked={locked.includes("padding")}
            />
          )}
        </>
      )}
      {!learning && !hidden.includes("formula") && <LiveShape />}
      {app !== undefined && isPage(app) && <OpenLink app={app} />}
    </div>
  );
}

type Pair = readonly [rows: number, columns: number];

/** The bar has two fields: one number for all axes, or rows and columns apart. */
function fitsBar(values: readonly number[]): boolean {
  return values.length === 2 || values.every((value) => value === values[0]);
}

function pairIn([first = 0, second = first]: readonly number[]): Pair {
  return [first, second];
}

/** A pair over as many axes as there are. */
function spread(pair: Pair, axes: readonly number[]): readonly number[] {
  return axes.length === 2 ? pair : axes.map(() => pair[0]);
}

interface BarFieldProps {
  readonly name: string;
  readonly limits: { readonly min: number; readonly max: number };
  readonly values: Pair;
  readonly change: (values: Pair) => Command;
  readonly locked: boolean;
}

/** One number for both axes while they are equal, else one for each. */
function BarField({ name, limits: { min, max }, values: [rows, columns], change, locked }: BarFieldProps) {
  const t = useText();
  const id = useId();
  const field = (axis: string, label: string, value: number, pairOf: (value: number) => Pair) => (
    <div className="bar-field" key={axis}>
      <label htmlFor={`${id}${axis}`}>{label}</label>
      <Stepper
        id={`${id}${axis}`}
        name={label}
        value={value}
        min={min}
        max={max}
        change={(next) => change(pairOf(next))}
        locked={locked}
      />
    </div>
  );
  if (rows === columns) return field("both", name, rows, (value) => [value, value]);
  return [
    field("rows", t("axis.rows", { name }), rows, (value) => [value, columns]),
    field("columns", t("axis.columns", { name }), columns, (value) => [rows, value]),
  ];
}

/** Whether an address is one to open, and not a script. */
function isPage(app: string): boolean {
  try {
    return /^(?:https?|file):$/.test(new URL(app, document.baseURI).protocol);
  } catch {
    return false;
  }
}

/** A link to the page with what is shown; it is made when it is used, as it says every number. */
function OpenLink({ app }: { readonly app: string }) {
  const store = useAppStore();
  const texts = useWidgetTexts();
  const address = () => {
    const state = store.getState();
    const shown = { ...linkOf(state), ui: "full", hidden: [], locked: [] } as const;
    return writeAddress(shown, state.unknown);
  };
  const complete = (link: HTMLAnchorElement) => {
    link.href = `${app}#${address()}`;
    // A long one is deflated as soon as the deflater is there.
    packAddress(address()).then(
      (packed) => {
        if ("text" in packed) link.href = `${app}#${packed.text}`;
      },
      () => undefined,
    );
  };
  return (
    <a
      className="button"
      part="open"
      href={app}
      target="_blank"
      rel="noopener"
      aria-label={texts.openIn}
      title={texts.openIn}
      onPointerEnter={(event) => complete(event.currentTarget)}
      onFocus={(event) => complete(event.currentTarget)}
      onPointerDown={(event) => complete(event.currentTarget)}
    >
      <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d="M12 4h4v4M16 4l-5 5M8 16H4v-4M4 16l5-5" />
      </svg>
      <span className="bar-open">{texts.open}</span>
    </a>
  );
}
