import { channelsOf } from "../model/training";
import { useText } from "./i18n";
import { useLearn, useLearnStore } from "./LearnContext";
import { SegmentedControl } from "./SegmentedControl";

/** Which of several channels and of several hidden kernels the figure shows. */
export function LearnTools() {
  const text = useText();
  const learn = useLearnStore();
  const { channels, hidden, channel, hiddenChannel } = useLearn((state) => ({
    channels: state.plan ? channelsOf(state.plan.training) : 1,
    hidden: state.plan?.training.hidden ?? 0,
    channel: state.channel,
    hiddenChannel: state.hiddenChannel,
  }));
  if (channels < 2 && hidden < 2) return null;
  const { set } = learn.getState();
  const choice = (name: string, count: number, value: number, onChange: (next: number) => void) =>
    count > 1 && (
      <div className="learn-choice">
        <span aria-hidden="true">{name}</span>
        <SegmentedControl
          name={name}
          segments={Array.from({ length: count }, (_, i) => ({ value: String(i), label: String(i) }))}
          value={String(value)}
          onChange={(next) => onChange(Number(next))}
        />
      </div>
    );
  return (
    <div className="figure-tools">
      {choice(text("learnFigure.channel"), channels, channel, (next) => set({ channel: next }))}
      {choice(text("learnFigure.hiddenKernel"), hidden, hiddenChannel, (next) =>
        set({ hiddenChannel: next }),
      )}
    </div>
  );
}
