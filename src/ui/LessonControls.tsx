import type { ReactNode } from "react";
import { setActivation, setDilation, setPaddingMode, setStride } from "../model/commands";
import { setInputSize, setKernelSize } from "../model/gridCommands";
import { dimsOf, inputSizeOf, kernelSizeOf, paddingOf } from "../model/layer";
import type { LessonControl } from "../model/lesson";
import { params } from "../model/params";
import { AxesField } from "./AxesField";
import { BelowSwitch } from "./BelowSwitch";
import { BiasField } from "./BiasField";
import { ChannelFields } from "./ChannelFields";
import { ChoiceField } from "./ChoiceField";
import { DimsSwitch } from "./DimsSwitch";
import { useText } from "./i18n";
import { LessonLearnControl } from "./LessonLearnControl";
import { ChannelTabs, EdgeSteppers, TransposedFields } from "./lateControls";
import { OperationField } from "./OperationField";
import { PaddingField } from "./PaddingField";
import { PaddingRule } from "./PaddingRule";
import { ReadCountsToggle } from "./ReadCountsToggle";
import { StackPanel } from "./StackPanel";
import { StepperRow } from "./StepperRow";
import { useApp } from "./StoreContext";
import { directionNames, sizeNames } from "./sizeFields";
import { useSettings } from "./useSettings";

interface LessonControlsProps {
  readonly controls: readonly LessonControl[];
}

const LEARN: readonly LessonControl[] = [
  "learn-kernel-size",
  "learning-rate",
  "reduction",
  "start-weights",
  "target",
];

/** The few controls of a step, as they stand among the parameters. */
export function LessonControls({ controls }: LessonControlsProps) {
  const t = useText();
  const view = useApp((state) => state.view);
  // What belongs to another view than the one on show has nothing to act on.
  const shown = controls.filter((control) => {
    if (LEARN.includes(control)) return view === "learn";
    if (control === "layers") return view === "stack";
    return true;
  });
  if (shown.length === 0) return null;
  if (shown[0] === "layers" && shown.length === 1) return <StackPanel />;
  return (
    <section className="parameters lesson-controls" aria-label={t("panel.parameters")}>
      <div className="parameter-group">
        {shown.map((control) => (
          <Control key={control} control={control} />
        ))}
      </div>
    </section>
  );
}

/** Each is the page's own field; none is locked, whatever a link says of the page. */
function Control({ control }: { readonly control: LessonControl }): ReactNode {
  const t = useText();
  const document = useSettings();
  const layer = document.layers[0];
  const dims = dimsOf(document);
  const locked = false;
  switch (control) {
    case "activation":
      return (
        <ChoiceField
          name={named(t("activation.name"))}
          choices={params.activation.words.map((word) => ({ value: word, label: t(`activation.${word}`) }))}
          value={layer.activation}
          change={setActivation}
          locked={locked}
        />
      );
    case "bias":
      return <BiasField locked={locked} />;
    case "channel-view":
      return <ChannelTabs />;
    case "channels":
    case "groups":
      return <ChannelFields locked={locked} />;
    case "dilation":
      return (
        <AxesField
          param={params.dilation}
          name={named(t("dilation.name"))}
          axes={directionNames(t, t("dilation.name"), dims)}
          values={layer.dilation}
          change={setDilation}
          locked={locked}
        />
      );
    case "dims":
      return <DimsSwitch locked={locked} />;
    case "input-size":
      return <InputSize />;
    case "kernel-size": {
      const axes = sizeNames(t, "kernel", dims);
      const [length] = axes;
      return (
        <AxesField
          param={params.kernelSize}
          name={dims === 1 && length ? length : { full: t("kernel.size"), short: t("kernel.size") }}
          axes={axes}
          values={kernelSizeOf(layer)}
          change={setKernelSize}
          locked={locked}
        />
      );
    }
    case "op":
      return <OperationField locked={locked} />;
    case "output-padding":
      return <TransposedFields locked={locked} />;
    case "padding":
      return <PaddingField locked={locked} />;
    case "padding-mode":
      return (
        <ChoiceField
          name={named(t("paddingMode.name"))}
          choices={params.paddingMode.words.map((word) => ({ value: word, label: t(`paddingMode.${word}`) }))}
          value={layer.paddingMode}
          change={setPaddingMode}
          locked={locked}
        />
      );
    case "padding-same":
      return <PaddingRule locked={locked}>{null}</PaddingRule>;
    case "padding-sides":
      return <EdgeSteppers pads={paddingOf(document)} onEdited={() => undefined} locked={locked} />;
    case "read-counts":
      return <ReadCountsToggle />;
    case "show":
      return <BelowSwitch />;
    case "stride":
      return (
        <AxesField
          param={params.stride}
          name={named(t("stride.name"))}
          axes={directionNames(t, t("stride.name"), dims)}
          values={layer.stride}
          change={setStride}
          locked={locked}
        />
      );
    case "layers":
      return <StackPanel />;
    default:
      return <LessonLearnControl control={control} />;
  }
}

function InputSize() {
  const t = useText();
  const document = useSettings();
  const size = inputSizeOf(document);
  const names = sizeNames(t, "input", dimsOf(document));
  return size.map((length, axis) => {
    const { full, short } = names[axis] ?? named("");
    return (
      <StepperRow
        key={full}
        label={short}
        name={full}
        value={length}
        min={params.inputSize.min}
        max={params.inputSize.max}
        page={8}
        change={(next) => setInputSize(size.with(axis, next))}
        locked={false}
      />
    );
  });
}

function named(name: string) {
  return { full: name, short: name };
}
