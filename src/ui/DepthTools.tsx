import "./channelTools.css";
import { useId } from "react";
import { settings } from "../model/settings";
import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";
import { ToolChoice } from "./ToolChoice";

/** Farthest that sheets are turned, in degrees, and apart, in heights of a sheet. */
const MAX_TURN = 75;
const MAX_SPREAD = 1.5;

/** A volume as slices beside one another, or as sheets in perspective, which can be turned and spread. */
export function DepthTools() {
  const t = useText();
  const { setView } = useAppStore().getState();
  const { depthView, turn, spread } = useApp((state) => ({
    depthView: state.depthView,
    turn: state.turn,
    spread: state.spread,
  }));
  return (
    <div className="depth-tools">
      <ToolChoice
        name={t("depth.view")}
        segments={settings.depth.map((value) => ({ value, label: t(`depth.${value}`) }))}
        value={depthView}
        onChange={(next) => setView({ depthView: next })}
      />
      {depthView === "sheets" && (
        <>
          <Slider
            name={t("depth.turn")}
            value={turn}
            max={MAX_TURN}
            step={5}
            said={t("depth.degrees", { degrees: turn })}
            onChange={(degrees) => setView({ turn: degrees })}
          />
          <Slider
            name={t("depth.spread")}
            value={Math.round(spread * 100)}
            max={MAX_SPREAD * 100}
            step={10}
            said={t("depth.percent", { percent: Math.round(spread * 100) })}
            onChange={(percent) => setView({ spread: percent / 100 })}
          />
        </>
      )}
    </div>
  );
}

interface SliderProps {
  readonly name: string;
  readonly value: number;
  readonly max: number;
  readonly step: number;
  /** The value in words. */
  readonly said: string;
  readonly onChange: (value: number) => void;
}

function Slider({ name, value, max, step, said, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="tool-row">
      <label className="tool-name" htmlFor={id}>
        {name}
      </label>
      <input
        id={id}
        className="tool-slider"
        type="range"
        min={0}
        max={max}
        step={step}
        value={value}
        aria-valuetext={said}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}
