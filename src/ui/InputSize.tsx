import { setInputSize } from "../model/gridCommands";
import { dimsOf, inputSizeOf } from "../model/layer";
import { params } from "../model/params";
import { DimsSwitch } from "./DimsSwitch";
import { useText } from "./i18n";
import { StepperRow } from "./StepperRow";
import { useApp } from "./StoreContext";
import { sizeNames } from "./sizeFields";
import { useSettings } from "./useSettings";

/** How many axes the input has, and how long they are. */
export function InputSize() {
  const t = useText();
  const document = useSettings();
  const locked = useApp((state) => state.locked);
  const size = inputSizeOf(document);
  const names = sizeNames(t, "input", dimsOf(document));
  const fixed = locked.includes("size") || locked.includes("input");
  return (
    <>
      <DimsSwitch locked={fixed || locked.includes("kernel")} />
      {size.map((length, axis) => {
        const { full, short } = names[axis] ?? { full: "", short: "" };
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
            locked={fixed}
          />
        );
      })}
    </>
  );
}
