import { useState } from "react";
import { setBias } from "../model/commands";
import { params } from "../model/params";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import { stepCell } from "../trace/terms";
import { useText } from "./i18n";
import { BiasList } from "./lateControls";
import { StepperRow } from "./StepperRow";
import { useApp } from "./StoreContext";

/** The bias; of several output channels that of the one on show, with a button for all. */
export function BiasField({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const bias = useApp((state) => documentOf(state).layers[0].bias);
  if (bias.length > 1) return <ChannelBias bias={bias} locked={locked} />;
  return (
    <StepperRow
      label={t("bias.name")}
      term="bias"
      name={t("bias.name")}
      value={bias[0] ?? 0}
      min={params.bias.min}
      max={params.bias.max}
      page={10}
      real
      change={(value) => setBias([value])}
      locked={locked}
    />
  );
}

function ChannelBias({ bias, locked }: { readonly bias: readonly number[]; readonly locked: boolean }) {
  const [open, setOpen] = useState(false);
  // Of a transposed layer the channel on show is one of the input.
  const shown = useApp((state) => {
    const document = documentOf(state);
    return document.layers[0].op === "transposed" ? 0 : stepCell(document, currentStep(state)).channel;
  });
  return <BiasList bias={bias} shown={shown} open={open} onToggle={() => setOpen(!open)} locked={locked} />;
}
