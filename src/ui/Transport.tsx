import { currentStep, lastStep } from "../store/playbackSlice";
import { Icon, type IconName } from "./Icon";
import { useText } from "./i18n";
import { SpeedSelect } from "./SpeedSelect";
import { StepSlider } from "./StepSlider";
import { useApp, useAppStore } from "./StoreContext";

/** Time by hand: play, step, scrub. */
export function Transport() {
  const text = useText();
  const store = useAppStore();
  const { step, last, playing, learning, loop, showAll, presenting, hidden } = useApp((state) => ({
    step: currentStep(state),
    last: lastStep(state),
    playing: state.playing,
    learning: state.view === "learn",
    loop: state.loop,
    showAll: state.showAll,
    presenting: state.presenting,
    hidden: state.ui === "none" || state.hidden.includes("transport"),
  }));
  // While playing, only whole steps may count: a frame must not render.
  const atStart = useApp((state) => (state.playing ? currentStep(state) : state.position) === 0);
  const atEnd = step === last;
  const act = store.getState();
  if (hidden) return null;
  // Outputs are counted from 1; of updates none is done at first.
  const from = learning ? 0 : 1;

  const stepButton = (name: "first" | "previous" | "next" | "last", unable: boolean, move: () => void) => (
    <button
      type="button"
      className={`button button-icon transport-${name}`}
      aria-label={text(`transport.${name}`)}
      title={text(`transport.${name}`)}
      // Not `disabled`: who steps to the end by keyboard must not lose the focus there.
      aria-disabled={unable}
      onClick={() => !unable && move()}
    >
      <Icon name={name} />
    </button>
  );
  const toggle = (name: IconName & ("loop" | "showAll"), pressed: boolean, change: () => void) => (
    <button
      type="button"
      className={`button button-icon transport-${name === "loop" ? "loop" : "all"}`}
      aria-label={text(`transport.${name}`)}
      title={text(`transport.${name}`)}
      aria-pressed={pressed}
      onClick={change}
    >
      <Icon name={name} />
    </button>
  );

  return (
    <section
      className={last < 999 ? "transport" : "transport transport-long"}
      aria-label={text("transport.label")}
    >
      <div className="transport-buttons">
        {stepButton("first", atStart, () => act.seek(0))}
        {stepButton("previous", atStart, () => act.stepBy(-1))}
        <button
          type="button"
          className="transport-play"
          aria-label={text(playing ? "transport.pause" : "transport.play")}
          onClick={playing ? act.pause : act.play}
        >
          <Icon name={playing ? "pause" : "play"} />
        </button>
        {stepButton("next", atEnd, () => act.stepBy(1))}
        {stepButton("last", atEnd, () => act.seek(last))}
      </div>
      <StepSlider step={step} last={last} />
      <output className="transport-readout" aria-hidden="true">
        <span className="transport-word">
          {text(learning ? "transport.updates" : "transport.readout", {
            step: step + from,
            total: last + from,
          })}
        </span>
        <span className="transport-short">
          {step + from}/{last + from}
        </span>
      </output>
      <div className="transport-options">
        {toggle("loop", loop, act.toggleLoop)}
        {!learning && toggle("showAll", showAll, act.toggleShowAll)}
        <SpeedSelect />
        {presenting && (
          <button
            type="button"
            className="button button-icon"
            aria-label={text("present.leave")}
            title={text("present.leave")}
            onClick={() => act.setView({ presenting: false })}
          >
            <Icon name="leave" />
          </button>
        )}
      </div>
    </section>
  );
}
