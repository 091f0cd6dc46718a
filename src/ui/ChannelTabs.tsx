import "./channelTools.css";
import { useRef } from "react";
import { settings } from "../model/settings";
import { MOST_EXPLODED } from "../scene/layout";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import { stepCell, stepOf, windowPlace } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";
import { showUnder } from "./sheetBeside";
import { ToolChoice } from "./ToolChoice";
import { useStacked } from "./useStacked";

/** Which channels are on show: the step's own, and while they are stacked the one on top on the window's side. */
export function ChannelTabs() {
  const t = useText();
  const store = useAppStore();
  const { document, step, view, channel } = useApp((state) => ({
    document: documentOf(state),
    step: currentStep(state),
    view: state.channelView,
    channel: state.channel,
  }));
  const { steps, input, output, window } = traceOf(document);
  const { grid, origin } = windowPlace(document, step);
  const overInput = grid === "input";
  const top =
    channel >= origin.channel && channel < origin.channel + window.channels ? channel : origin.channel;
  const cell = stepCell(document, step);
  const under = overInput ? input.channels : output.channels;
  const tools = useRef<HTMLDivElement>(null);
  const drawn = useStacked(tools, store, grid, under);
  const isStacked =
    drawn ??
    (view === "stacked" || (view === "auto" && Math.max(input.channels, output.channels) > MOST_EXPLODED));
  const { setView, seek } = store.getState();
  return (
    <div ref={tools} className="channel-tabs">
      <Channels
        name={t(overInput ? "tabs.output" : "tabs.input")}
        count={steps.channels}
        value={cell.channel}
        onChange={(chosen) => seek(stepOf(document, { ...cell, channel: chosen }))}
      />
      <ToolChoice
        name={t("tabs.view")}
        segments={settings.channels.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        value={view}
        onChange={(channelView) => setView({ channelView })}
      />
      {isStacked && (
        <Channels
          name={t(overInput ? "tabs.input" : "tabs.output")}
          count={under}
          value={top}
          onChange={(chosen) => showUnder(store, document, chosen)}
        />
      )}
    </div>
  );
}

interface ChannelsProps {
  readonly name: string;
  readonly count: number;
  readonly value: number;
  readonly onChange: (channel: number) => void;
}

function Channels({ name, count, value, onChange }: ChannelsProps) {
  if (count < 2) return null;
  return (
    <div className="tool-row">
      <span className="tool-name" aria-hidden="true">
        {name}
      </span>
      <ToolChoice
        name={name}
        segments={Array.from({ length: count }, (_, channel) => ({
          value: String(channel),
          label: String(channel),
        }))}
        value={String(value)}
        onChange={(chosen) => onChange(Number(chosen))}
      />
    </div>
  );
}
