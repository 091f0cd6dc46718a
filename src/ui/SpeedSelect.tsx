import { stepMilliseconds } from "../store/playbackSlice";
import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";

/** From 1000 to 60 ms a step. */
const SPEEDS = [0.6, 1, 2, 5, 10];

/** How fast it plays; a speed that came with a link stands between the usual ones. */
export function SpeedSelect() {
  const text = useText();
  const store = useAppStore();
  const { speed, milliseconds } = useApp((state) => ({
    speed: state.speed,
    milliseconds: Math.round(stepMilliseconds(state)),
  }));
  const speeds = [...new Set([...SPEEDS, speed])].sort((a, b) => a - b);
  return (
    <select
      className="select transport-speed"
      aria-label={text("transport.speed")}
      title={text("transport.speed.hint", { milliseconds })}
      value={speed}
      onChange={(event) => store.getState().setSpeed(Number(event.currentTarget.value))}
    >
      {speeds.map((factor) => (
        <option key={factor} value={factor}>
          {factor}×
        </option>
      ))}
    </select>
  );
}
