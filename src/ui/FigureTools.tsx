import { dimsOf } from "../model/layer";
import { documentOf } from "../store/documentSlice";
import { traceOf } from "../trace/trace";
import { BelowSwitch } from "./BelowSwitch";
import { Brush } from "./Brush";
import { useText } from "./i18n";
import { ChannelTabs, DepthTools } from "./lateControls";
import { SegmentedControl } from "./SegmentedControl";
import { useApp, useAppStore } from "./StoreContext";

/** What dragging over the cells does, what is on show of channels and depth, and what stands below. */
export function FigureTools() {
  const text = useText();
  const store = useAppStore();
  const { tool, below } = useApp((state) => ({ tool: state.tool, below: state.revealed === null }));
  const shown = useApp((state) => {
    const document = documentOf(state);
    const { steps, window, input, output } = traceOf(document);
    const channels = Math.max(steps.channels, window.channels, input.channels, output.channels);
    return { channels: channels > 1, depth: dimsOf(document) === 3 };
  });
  const { setView } = store.getState();
  return (
    <div className="figure-tools">
      <SegmentedControl
        name={text("tool.name")}
        segments={[
          { value: "move", label: text("tool.move") },
          { value: "paint", label: text("tool.paint") },
        ]}
        value={tool}
        onChange={(next) => setView({ tool: next })}
      />
      {tool === "paint" && <Brush />}
      {below && <BelowSwitch />}
      {shown.channels && <ChannelTabs />}
      {shown.depth && <DepthTools />}
    </div>
  );
}
