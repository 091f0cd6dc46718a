import { useId } from "react";
import { stackPairs } from "../content/stackPresets";
import { readLayers } from "../model/addressStack";
import type { Layer } from "../model/document";
import { kernelSizeOf } from "../model/layer";
import { stackShapes } from "../model/stack";
import { setComparison, setStackLayers } from "../model/stackCommands";
import { STACK_CHANNELS } from "../model/stackLimits";
import { type StackTable, squaresOf, stackTable } from "../trace/stackTable";
import { groupedDigits } from "./groupedDigits";
import { type Text, useText } from "./i18n";
import { countedChannels } from "./StackBill";
import { useStack } from "./StackContext";
import { useApp, useAppStore } from "./StoreContext";

/** Two stacks side by side: what each sees and what it costs with as many channels. */
export function StackCompare() {
  const t = useText();
  const app = useAppStore();
  const heading = useId();
  const slider = useId();
  const document = useStack((state) => state.document);
  const channels = useApp((state) => state.stackChannels);
  const counted = countedChannels(document, channels);
  const { comparison = null } = document;
  const compare = (own: string, other: string) => {
    const commands = [setStackLayers(readLayers(own) ?? []), setComparison(readLayers(other) ?? [])];
    app.getState().edit((before) => commands.reduce((next, command) => command(next), before));
  };
  return (
    <section className="panel-section" aria-labelledby={heading}>
      <h2 className="panel-heading" id={heading}>
        {t("stack.compare")}
      </h2>
      <div className="stack-buttons">
        {stackPairs.map(({ name, own, other }) => (
          <button
            key={name}
            type="button"
            className="button small-button"
            onClick={() => compare(own, other)}
          >
            {t(`stack.pair.${name}`)}
          </button>
        ))}
        {comparison && (
          <button
            type="button"
            className="button small-button"
            onClick={() => app.getState().edit(setComparison(null))}
          >
            {t("stack.compare.end")}
          </button>
        )}
      </div>
      <div className="stack-slider">
        <label htmlFor={slider}>{t("stack.channels")}</label>
        <input
          id={slider}
          type="range"
          className="step-slider stack-range"
          min={STACK_CHANNELS.min}
          max={STACK_CHANNELS.max}
          value={channels}
          disabled={counted === null}
          onChange={(event) => app.getState().setView({ stackChannels: event.currentTarget.valueAsNumber })}
        />
        <span className="stack-count">C = {channels}</span>
      </div>
      {counted === null && <p className="row-note">{t("stack.channels.own")}</p>}
      {comparison && (
        <Sides
          own={document.layers}
          other={comparison}
          inputShape={document.input.shape}
          channels={counted ?? channels}
        />
      )}
    </section>
  );
}

interface SidesProps {
  readonly own: readonly Layer[];
  readonly other: readonly Layer[];
  readonly inputShape: readonly number[];
  readonly channels: number;
}

function Sides({ own, other, inputShape, channels }: SidesProps) {
  const t = useText();
  const plain = [1, 1, ...inputShape.slice(2)];
  const works = (layers: readonly Layer[]) => stackShapes(layers, plain).problem === null;
  const tables = [own, other].map((layers) => stackTable(layers, plain, channels));
  const [first, second] = tables;
  if (!first || !second) return null;
  const complete = works(other) && own.length === first.rows.length;
  const rows: readonly (readonly [label: string, a: string, b: string])[] = [
    [t("stack.column.field"), fieldText(first), fieldText(second)],
    [t("stack.weights"), `${squaresOf(own)}C²`, `${squaresOf(other)}C²`],
    [t("stack.weights.at", { channels }), groupedDigits(first.parameters), groupedDigits(second.parameters)],
    [t("stack.column.multiplyAdds"), groupedDigits(first.multiplyAdds), groupedDigits(second.multiplyAdds)],
    [t("stack.bends"), String(bendsOf(own)), String(bendsOf(other))],
  ];
  return (
    <>
      <table className="stack-table stack-sides">
        <thead>
          <tr>
            <td />
            <th scope="col">{stackName(t, own)}</th>
            <th scope="col">{stackName(t, other)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, a, b]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{a}</td>
              <td>{b}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="row-note row-note-more">
        {complete ? verdict(t, first, second) : t("stack.compare.unfit")}
      </p>
    </>
  );
}

function verdict(t: Text, first: StackTable, second: StackTable): string {
  const same = fieldText(first) === fieldText(second);
  const share = second.parameters === 0 ? 0 : Math.round((first.parameters / second.parameters) * 100);
  const view = t(same ? "stack.sameView" : "stack.otherView");
  return second.parameters === 0 ? view : `${view} ${t("stack.share", { share })}`;
}

function fieldText({ field }: StackTable): string {
  return field.map(({ size }) => size).join("×");
}

function bendsOf(layers: readonly Layer[]): number {
  return layers.filter(({ activation }) => activation === "relu").length;
}

/** "3 × (3×3)" for equal kernels, else each of them. */
function stackName(t: Text, layers: readonly Layer[]): string {
  const sizes = layers.map(
    (layer) =>
      `${kernelSizeOf(layer).join("×")}${layer.dilation.some((d) => d > 1) ? ` d${layer.dilation[0]}` : ""}`,
  );
  const [size = ""] = sizes;
  return sizes.every((other) => other === size)
    ? t("stack.times", { count: sizes.length, size })
    : sizes.join(", ");
}
