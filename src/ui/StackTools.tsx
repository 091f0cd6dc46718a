import { useText } from "./i18n";
import { SegmentedControl } from "./SegmentedControl";
import { useStack, useStackStore } from "./StackContext";

/** What the input shows, and the channel on show. */
export function StackTools() {
  const t = useText();
  const store = useStackStore();
  const { weights, channel, channels } = useStack((state) => ({
    weights: state.weights,
    channel: state.channel,
    channels: Math.max(...state.stack.maps.map(({ shape }) => shape[1] ?? 1)),
  }));
  const { set } = store.getState();
  return (
    <div className="figure-tools">
      <div className="learn-choice">
        <span aria-hidden="true">{t("stack.shows")}</span>
        <SegmentedControl
          name={t("stack.shows")}
          segments={[
            { value: "numbers", label: t("stack.shows.numbers") },
            { value: "weights", label: t("stack.shows.weights") },
          ]}
          value={weights ? "weights" : "numbers"}
          onChange={(value) => set({ weights: value === "weights" })}
        />
      </div>
      {channels > 1 && (
        <div className="learn-choice">
          <span aria-hidden="true">{t("stack.channel")}</span>
          <select
            className="choice"
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
