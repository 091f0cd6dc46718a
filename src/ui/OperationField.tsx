import { setOp } from "../model/commands";
import type { Grid } from "../model/document";
import { params } from "../model/params";
import { documentOf } from "../store/documentSlice";
import { ChoiceField } from "./ChoiceField";
import { useText } from "./i18n";
import { useApp } from "./StoreContext";

/** What is done with each window, and of the two convolutions whether this kernel makes a difference. */
export function OperationField({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const { op, weight } = useApp((state) => documentOf(state).layers[0]);
  const name = t("op.name");
  const group = (word: typeof op) => t(word.endsWith("pool") ? "op.group.pool" : "op.group.kernel");
  return (
    <>
      <ChoiceField
        name={{ full: name, short: name }}
        choices={params.op.words.map((word) => ({ value: word, label: t(`op.${word}`), group: group(word) }))}
        value={op}
        change={setOp}
        locked={locked}
      />
      {(op === "conv" || op === "conv-flipped") && <p className="row-note">{t(`op.${turned(weight)}`)}</p>}
    </>
  );
}

/** What half a turn makes of the kernels. */
function turned({ shape, data }: Grid): "symmetric" | "antisymmetric" | "different" {
  const cells = shape.slice(2).reduce((product, size) => product * size, 1);
  const opposite = (index: number) => {
    const at = index % cells;
    return data[index - at + (cells - 1 - at)] ?? 0;
  };
  if (data.every((weight, index) => weight === opposite(index))) return "symmetric";
  return data.every((weight, index) => weight === -opposite(index)) ? "antisymmetric" : "different";
}
