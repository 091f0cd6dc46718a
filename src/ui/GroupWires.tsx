import { setGroups } from "../model/channelCommands";
import { groupsAtGap, isCut } from "./channelGroups";
import type { GroupsFieldProps } from "./GroupsField";
import "./groupWires.css";
import { useText } from "./i18n";
import { useAppStore } from "./StoreContext";

/** Room that a channel takes, in pixels: many of them stand closer. */
function pitchFor(channels: number): number {
  return channels <= 6 ? 24 : 16;
}

const WIDTH = 120;
/** Where the ends of the wires stand. */
const LEFT = 20;
const RIGHT = WIDTH - 8;

/** Wires from input to output channels. The gap between two input channels is cut, or joined, by a click. */
export function GroupWires({ inputs, outputs, groups, locked }: GroupsFieldProps) {
  const t = useText();
  const store = useAppStore();
  const pitch = pitchFor(Math.max(inputs, outputs));
  const height = Math.max(inputs, outputs) * pitch;
  // The fewer channels stand in the middle of the others' height.
  const inY = (channel: number) => (channel + 0.5) * pitch + (height - inputs * pitch) / 2;
  const outY = (channel: number) => (channel + 0.5) * pitch + (height - outputs * pitch) / 2;
  const laneOf = (channel: number, channels: number) => Math.floor(channel / (channels / groups));
  const ins = Array.from({ length: inputs }, (_, channel) => channel);
  const outs = Array.from({ length: outputs }, (_, channel) => channel);
  const wires = ins.flatMap((input) =>
    outs
      .filter((output) => laneOf(input, inputs) === laneOf(output, outputs))
      .map((output) => `M${LEFT} ${inY(input)}L${RIGHT} ${outY(output)}`),
  );
  const gaps = ins.slice(1).map((after) => {
    const cut = isCut(inputs, groups, after);
    const to = groupsAtGap(inputs, outputs, groups, after);
    const key = to === null && !cut ? "groups.cannotCut" : cut ? "groups.join" : "groups.cut";
    return { after, cut, to, label: t(key, { before: after - 1, after }) };
  });
  return (
    <div className="group-wires" dir="ltr" style={{ inlineSize: WIDTH, blockSize: height }}>
      <svg
        width={WIDTH}
        height={height}
        role="img"
        aria-label={t("groups.wires", { inputs, outputs, groups })}
      >
        <path className="wires" d={wires.join("")} />
        {ins.map((channel) => (
          <circle key={channel} className="wire-end input" cx={LEFT} cy={inY(channel)} r={4} />
        ))}
        {outs.map((channel) => (
          <circle key={channel} className="wire-end output" cx={RIGHT} cy={outY(channel)} r={4} />
        ))}
      </svg>
      {gaps.map(({ after, cut, to, label }) => (
        <button
          key={after}
          type="button"
          className="wire-gap"
          data-cut={cut || undefined}
          // The number beside it does the same from the keyboard.
          tabIndex={-1}
          aria-label={label}
          title={label}
          disabled={locked || to === null}
          style={{ insetBlockStart: inY(after) - pitch, blockSize: pitch, inlineSize: LEFT + 12 }}
          onClick={() => to !== null && store.getState().edit(setGroups(to))}
        />
      ))}
    </div>
  );
}
