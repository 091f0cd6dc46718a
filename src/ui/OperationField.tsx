import { setOp } from "../model/commands";
import type { Grid } from "../model/document";
import { documentOf } from "../store/documentSlice";
import { ChoiceField } from "./ChoiceField";
import { useText } from "./i18n";
import { useApp } from "./StoreContext";

/** Cross-correlation or convolution proper, and whether this kernel makes a difference. */
export function OperationField({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const { op, weight } = useApp((state) => documentOf(state).layers[0]);
  const name = t("op.name");
  return (
    <>
      <ChoiceField
        name={{ full: name, short: name }}
        choices={(["conv", "conv-flipped"] as const).map((word) => ({ value: word, label: t(`op.${word}`) }))}
        value={op === "conv-flipped" ? op : "conv"}
        change={setOp}
        locked={locked}
      />
      <p className="row-note">{t(`op.${turned(weight)}`)}</p>
    </>
  );
}

/** What half a turn makes of a kernel. */
function turned({ data }: Grid): "symmetric" | "antisymmetric" | "different" {
  const opposite = (index: number) => data[data.length - 1 - index] ?? 0;
  if (data.every((weight, index) => weight === opposite(index))) return "symmetric";
  return data.every((weight, index) => weight === -opposite(index)) ? "antisymmetric" : "different";
}
