import { useId } from "react";
import { isPool } from "../core/layer";
import type { Op } from "../core/options";
import { readLayerOption, writeLayerOption } from "../model/addressStack";
import type { Layer } from "../model/document";
import type { Command } from "../model/gridCommands";
import type { StackProblem } from "../model/stack";
import { type LayerChange, moveStackLayer, removeStackLayer, setStackLayer } from "../model/stackCommands";
import { channelsAfter } from "../model/stackLayers";
import { Icon } from "./Icon";
import { useProblemText, useText } from "./i18n";
import { StackField } from "./StackField";
import { StackKernel } from "./StackKernel";
import { useAppStore } from "./StoreContext";

const OPS: readonly Op[] = ["conv", "max-pool", "avg-pool", "transposed"];

const OPTIONS = [
  { letter: "k", name: "kernelSize" },
  { letter: "s", name: "stride" },
  { letter: "p", name: "padding" },
  { letter: "d", name: "dilation" },
] as const;

interface StackLayerRowProps {
  readonly layer: Layer;
  /** Counted from 0. */
  readonly index: number;
  readonly count: number;
  readonly problem: StackProblem | null;
  readonly locked: boolean;
}

/** One layer of the stack: what it does, its window and steps, its numbers. */
export function StackLayerRow({ layer, index, count, problem, locked }: StackLayerRowProps) {
  const t = useText();
  const app = useAppStore();
  const problemText = useProblemText();
  const message = useId();
  const number = index + 1;
  const edit = (command: Command) => app.getState().edit(command);
  const change = (what: LayerChange) => setStackLayer(index, what);
  const ops = OPS.includes(layer.op) ? OPS : [layer.op, ...OPS];
  const options = OPTIONS.filter(({ letter }) => letter !== "d" || layer.op !== "avg-pool");
  const tool = (key: "up" | "down" | "remove", disabled: boolean, command: Command) => (
    <button
      type="button"
      className={`mini-button stack-${key}`}
      aria-label={t(`stack.layer.${key}`, { layer: number })}
      disabled={locked || disabled}
      onClick={() => edit(command)}
    >
      <Icon name={key === "remove" ? "close" : "down"} />
    </button>
  );
  return (
    <li className="stack-layer" data-problem={problem?.code} aria-describedby={problem ? message : undefined}>
      <div className="stack-layer-head">
        <b className="stack-number">{number}</b>
        <select
          className="choice"
          aria-label={t("stack.layer.op", { layer: number })}
          value={layer.op}
          disabled={locked}
          onChange={(event) => {
            const op = ops.find((word) => word === event.currentTarget.value);
            if (op) edit(change({ op }));
          }}
        >
          {ops.map((op) => (
            <option key={op} value={op}>
              {t(`stack.op.${op}`)}
            </option>
          ))}
        </select>
        <span className="stack-tools">
          {tool("up", index === 0, moveStackLayer(index, -1))}
          {tool("down", index === count - 1, moveStackLayer(index, 1))}
          {tool("remove", count < 2, removeStackLayer(index))}
        </span>
      </div>
      <div className="stack-options">
        {options.map(({ letter, name }) => (
          <StackField
            key={name}
            name={t(`stack.short.${name}`)}
            label={t(`stack.layer.${name}`, { layer: number })}
            title={t(`stack.option.${name}`)}
            value={writeLayerOption(letter, layer)}
            locked={locked}
            read={(text) => {
              const found = readLayerOption(letter, text, layer.stride.length);
              return found && change(found);
            }}
          />
        ))}
        {!isPool(layer.op) && (
          <StackField
            name={t("stack.short.channels")}
            label={t("stack.layer.channels", { layer: number })}
            title={t("stack.option.channels")}
            value={String(channelsAfter(layer, 1))}
            locked={locked || layer.op === "transposed"}
            read={(text) => {
              const channels = Number(text);
              return Number.isInteger(channels) && channels >= 1 && channels <= 16
                ? change({ channels })
                : null;
            }}
          />
        )}
        <label className="stack-relu">
          <input
            type="checkbox"
            checked={layer.activation === "relu"}
            disabled={locked}
            aria-label={t("stack.layer.relu", { layer: number })}
            onChange={(event) => edit(change({ activation: event.currentTarget.checked ? "relu" : "none" }))}
          />
          ReLU
        </label>
        {!isPool(layer.op) && <StackKernel layer={layer} index={index} locked={locked} />}
      </div>
      {problem && (
        <p className="field-message" id={message}>
          {problemText(problem)}
        </p>
      )}
    </li>
  );
}
