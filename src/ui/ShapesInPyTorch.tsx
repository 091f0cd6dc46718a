import { useId, useState } from "react";
import { isPool } from "../core/layer";
import { resolvedLayerOf } from "../model/layer";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { ShapeTuples } from "./lateResults";
import { useSettings } from "./useSettings";

/** The shapes as tuples: folded while there are two axes and one channel, which need no more than the figure says. */
export function ShapesInPyTorch() {
  const t = useText();
  const document = useSettings();
  const body = useId();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const { op, inChannels, outChannels, inputSize } = resolvedLayerOf(document);
  const plain = inputSize.length === 2 && inChannels === 1 && outChannels === 1 && !isPool(op);
  const open = chosen ?? !plain;
  return (
    <>
      <button
        type="button"
        className="folded-line"
        aria-expanded={open}
        aria-controls={open ? body : undefined}
        onPointerEnter={ShapeTuples.prepare}
        onFocus={ShapeTuples.prepare}
        onClick={() => setChosen(!open)}
      >
        {t("shape.tuples")}
        <Icon name="down" />
      </button>
      {open && (
        <div id={body}>
          <ShapeTuples />
        </div>
      )}
    </>
  );
}
