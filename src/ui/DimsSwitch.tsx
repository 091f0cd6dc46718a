import { setDims } from "../model/dimsCommands";
import { dimsOf } from "../model/layer";
import { documentOf } from "../store/documentSlice";
import { FieldMessage } from "./FieldMessage";
import { useText } from "./i18n";
import { SegmentedControl } from "./SegmentedControl";
import { useApp } from "./StoreContext";
import { useRefusal } from "./useRefusal";

const DIMS = { "1": 1, "2": 2, "3": 3 } as const;

/** How many axes the window slides along; what can be kept of the numbers stays. */
export function DimsSwitch({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const dims = useApp((state) => String(dimsOf(documentOf(state))) as keyof typeof DIMS);
  const { refused, apply } = useRefusal<keyof typeof DIMS>({
    over: dims,
    change: (chosen) => setDims(DIMS[chosen]),
  });
  return (
    <div className="dims-switch">
      <SegmentedControl
        name={t("dims.name")}
        segments={(["1", "2", "3"] as const).map((value) => ({ value, label: t(`dims.${value}`) }))}
        value={dims}
        onChange={apply}
        disabled={locked}
      />
      <FieldMessage
        id="dims-message"
        refused={refused}
        label={refused ? t(`dims.${refused.value}`) : ""}
        onUse={apply}
      />
    </div>
  );
}
