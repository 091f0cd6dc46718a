import { setBias } from "../model/commands";
import { params } from "../model/params";
import { useText } from "./i18n";
import { StepperRow } from "./StepperRow";

interface BiasListProps {
  readonly bias: readonly number[];
  /** The output channel on show. */
  readonly shown: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly locked: boolean;
}

/** A bias for each output channel: that of the channel on show, or all of them. */
export function BiasList({ bias, shown, open, onToggle, locked }: BiasListProps) {
  const t = useText();
  const channels = open ? bias.map((_, channel) => channel) : [Math.min(shown, bias.length - 1)];
  return (
    <>
      {channels.map((channel) => (
        <StepperRow
          key={channel}
          label={t("bias.channel.short", { channel })}
          name={t("bias.channel", { channel })}
          value={bias[channel] ?? 0}
          min={params.bias.min}
          max={params.bias.max}
          page={10}
          real
          change={(value) => setBias(bias.with(channel, value))}
          locked={locked}
        />
      ))}
      <button type="button" className="button small-button bias-all" aria-expanded={open} onClick={onToggle}>
        {open ? t("bias.one.label") : t("bias.all.label", { count: bias.length })}
      </button>
    </>
  );
}
