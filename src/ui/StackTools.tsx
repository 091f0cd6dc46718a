import { Brush } from "./Brush";
import { useText } from "./i18n";
import { SegmentedControl } from "./SegmentedControl";
import { useStack, useStackStore } from "./StackContext";
import { useApp, useAppStore } from "./StoreContext";

/** What dragging over the input does, whether the effective weights stand beside it, and the channel on show. */
export function StackTools() {
  const t = useText();
  const app = useAppStore();
  const store = useStackStore();
  const { tool, fixed } = useApp((state) => ({ tool: state.tool, fixed: state.locked.includes("input") }));
  const { weights, channel, channels } = useStack((state) => ({
    weights: state.weights,
    channel: state.channel,
    channels: Math.max(...state.stack.maps.map(({ shape }) => shape[1] ?? 1)),
  }));
  const { set } = store.getState();
  return (
    <div className="figure-tools">
      {!fixed && (
        <SegmentedControl
          name={t("tool.name")}
          segments={[
            { value: "move", label: t("stack.tool.choose") },
            { value: "paint", label: t("tool.paint") },
          ]}
          value={tool}
          onChange={(next) => app.getState().setView({ tool: next })}
        />
      )}
      {!fixed && tool === "paint" && <Brush />}
      <button
        type="button"
        className="button small-button"
        aria-pressed={weights}
        onClick={() => set({ weights: !weights })}
      >
        {t("stack.weightsOf")}
      </button>
      {channels > 1 && (
        <div className="learn-choice">
          <span aria-hidden="true">{t("stack.channel")}</span>
          <select
            className="choice stack-number-choice"
            aria-label={t("stack.channel")}
            value={Math.min(channel, channels - 1)}
            onChange={(event) => set({ channel: Number(event.currentTarget.value) })}
          >
            {Array.from({ length: channels }, (_, value) => String(value)).map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}
