import { isPool } from "../core/layer";
import { setInChannels, setOutChannels } from "../model/channelCommands";
import { inChannelsOf, outChannelsOf } from "../model/layer";
import { params } from "../model/params";
import { useText } from "./i18n";
import { GroupsField } from "./lateControls";
import { StepperRow } from "./StepperRow";
import { useSettings } from "./useSettings";

/** Channels in and out, and once there are several in, how they are wired. A pooling's output has those of its input. */
export function ChannelFields({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const document = useSettings();
  const [layer] = document.layers;
  const [inputs, outputs] = [inChannelsOf(document), outChannelsOf(layer)];
  const pool = isPool(layer.op);
  return (
    <>
      <StepperRow
        label={t("channels.in.short")}
        term="channel"
        name={t("channels.in")}
        value={inputs}
        min={params.inChannels.min}
        max={params.inChannels.max}
        change={setInChannels}
        locked={locked}
      />
      {!pool && (
        <StepperRow
          label={t("channels.out.short")}
          name={t("channels.out")}
          value={outputs}
          min={params.outChannels.min}
          max={params.outChannels.max}
          change={setOutChannels}
          locked={locked}
        />
      )}
      {!pool && (inputs > 1 || layer.groups > 1) && (
        <GroupsField inputs={inputs} outputs={outputs} groups={layer.groups} locked={locked} />
      )}
    </>
  );
}
