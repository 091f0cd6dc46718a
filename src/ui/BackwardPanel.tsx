import { useCallback, useDeferredValue, useMemo } from "react";
import { setGradientCell } from "../model/gradient";
import { backwardLights } from "../scene/backwardLights";
import { gradientSheets } from "../scene/gradientSheets";
import type { AppState } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import { litTarget } from "../store/viewSlice";
import { backwardOf, turnedCorrelation } from "../trace/backward";
import { indexIn } from "../trace/extent";
import { coverCounts } from "../trace/relations";
import { stepCell } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { BelowScroll } from "./BelowScroll";
import { BiasGradient } from "./BiasGradient";
import { BlameEquation } from "./BlameEquation";
import { placeText } from "./cellWords";
import { GradientPart } from "./GradientPart";
import { GradientPresets } from "./GradientPresets";
import { GradientSheets } from "./GradientSheets";
import { useText } from "./i18n";
import { useApp } from "./StoreContext";
import { TurnedCorrelationView } from "./TurnedCorrelationView";

/** Channels up to this number all stand; of more, the one that the figure shows. */
const MOST_CHANNELS = 4;

/** How the loss changes with outputs, inputs, weights and biases. */
export function BackwardPanel() {
  const text = useText();
  // The figure goes first.
  const document = useDeferredValue(useApp(documentOf));
  const { stepChannel, shownChannel } = useApp((state) => ({
    stepChannel: stepCell(documentOf(state), currentStep(state)).channel,
    shownChannel: state.channel,
  }));
  const backward = backwardOf(document);
  const trace = traceOf(document);
  const { op, input, output, window, steps } = trace;
  // The channel may be one of a newer document.
  const shownStep = Math.min(stepChannel, steps.channels - 1);
  const transposed = op === "transposed";
  const sheets = useMemo(() => {
    const channelsOf = (count: number, shown: number) =>
      count <= MOST_CHANNELS ? Array.from({ length: count }, (_, i) => i) : [Math.min(shown, count - 1)];
    const first = shownStep * window.channels;
    const weights = { ...window, channels: steps.channels * window.channels };
    return {
      output: gradientSheets(
        "gradient-output",
        output,
        backward.output,
        channelsOf(output.channels, transposed ? 0 : shownStep),
      ),
      input: gradientSheets(
        "gradient-input",
        input,
        backward.input,
        channelsOf(input.channels, transposed ? shownStep : shownChannel),
      ),
      weight: backward.weight
        ? gradientSheets(
            "gradient-weight",
            weights,
            backward.weight,
            channelsOf(window.channels, shownChannel % window.channels).map((channel) => first + channel),
          )
        : [],
    };
  }, [backward, input, output, window, steps, transposed, shownStep, shownChannel]);
  const lights = useCallback(
    (state: AppState) => backwardLights(document, currentStep(state), litTarget(state)),
    [document],
  );
  const turned = useMemo(() => turnedCorrelation(document), [document]);
  const unread = transposed ? 0 : coverCounts(trace).filter((count) => count === 0).length;
  const how =
    op === "transposed" ? ".transposed" : op === "avg-pool" ? ".mean" : op === "max-pool" ? ".max" : "";
  return (
    <section className="below" aria-label={text("backward.title")}>
      <h2 className="below-title">{text("backward.title")}</h2>
      <p className="below-words">{text("backward.intro")}</p>
      <BelowScroll>
        <div className="backward-parts">
          <GradientPart letter="G" tone="role-y" name={text("backward.output")} how={<GradientPresets />}>
            <GradientSheets
              name={text("backward.output")}
              grid="output"
              channels={output.channels}
              slices={output.depth}
              sheets={sheets.output}
              lightsOf={lights}
              edit={(cell) => ({
                label: text("backward.edit", { place: placeText(text, document, cell, output.channels) }),
                value: backward.output[indexIn(output, cell)] ?? 0,
                command: (value) => setGradientCell(cell, value),
              })}
            />
          </GradientPart>
          <GradientPart
            letter="X"
            tone="role-x"
            slope
            name={text("backward.input")}
            how={text(`backward.input.how${how}`)}
          >
            <GradientSheets
              name={text("backward.input")}
              grid="input"
              channels={input.channels}
              slices={input.depth}
              sheets={sheets.input}
              lightsOf={lights}
            />
          </GradientPart>
          {backward.weight && backward.bias ? (
            <div className="gradient-stack">
              <GradientPart
                letter="W"
                tone="role-w"
                slope
                name={text("backward.weight")}
                how={text(transposed ? "backward.weight.how.transposed" : "backward.weight.how")}
              >
                <GradientSheets
                  name={text("backward.weight")}
                  grid="weight"
                  channels={window.channels}
                  slices={window.depth}
                  sheets={sheets.weight}
                  lightsOf={lights}
                />
              </GradientPart>
              <GradientPart
                letter="b"
                tone="role-w"
                slope
                name={text("backward.bias")}
                how={text("backward.bias.how")}
              >
                <BiasGradient values={backward.bias} />
              </GradientPart>
            </div>
          ) : (
            <p className="below-words">{text("backward.nothing")}</p>
          )}
        </div>
      </BelowScroll>
      <BlameEquation />
      <p className="below-words">
        {backward.held > 0 && `${text("backward.held", { count: backward.held })} `}
        {unread > 0 && text("backward.unread", { count: unread })}
      </p>
      {turned && <TurnedCorrelationView turned={turned} />}
    </section>
  );
}
