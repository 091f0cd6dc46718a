import type { Pads } from "../core/options";
import { setPadding } from "../model/commands";
import { paddingOf } from "../model/layer";
import { padding as param } from "../model/params";
import { AxesField } from "./AxesField";
import { FieldMessage } from "./FieldMessage";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { EdgeSteppers } from "./lateControls";
import { PaddingRule } from "./PaddingRule";
import { directionNames } from "./sizeFields";
import { useParting } from "./useParting";
import { useRefusal } from "./useRefusal";
import { useSettings } from "./useSettings";

/** Padding in one number, one per axis or one per edge; what differs is never shown as one. */
export function PaddingField({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const pads = paddingOf(useSettings());
  const { parted, part, join } = useParting("paddingEdges");
  const isEven = pads.every(([before, after]) => before === after);
  const byEdge = parted || !isEven;
  // The edge that comes first is kept for both sides.
  const befores = pads.map(([before]) => before);
  const closing = useRefusal<readonly Pads[]>({ over: pads.join(), change: setPadding, onEdited: join });
  const name = t("padding.name");
  const toggle = () => {
    if (!byEdge) part();
    else if (isEven) join();
    else closing.apply(symmetric(befores));
  };
  return (
    <>
      {byEdge ? (
        <EdgeSteppers pads={pads} onEdited={part} locked={locked} />
      ) : (
        <AxesField
          param={param}
          name={{ full: name, short: name, term: "padding" }}
          axes={directionNames(t, name, pads.length)}
          values={befores}
          change={(cells) => setPadding(symmetric(cells))}
          locked={locked}
        />
      )}
      <FieldMessage
        id="padding-edges-message"
        refused={closing.refused}
        label={befores.join(", ")}
        onUse={closing.apply}
      />
      <PaddingRule locked={locked}>
        <button
          type="button"
          className="mini-button"
          aria-pressed={byEdge}
          aria-label={t("padding.edges")}
          title={t("padding.edges")}
          disabled={locked}
          onClick={toggle}
        >
          <Icon name="edges" />
        </button>
      </PaddingRule>
    </>
  );
}

function symmetric(cells: readonly number[]): readonly Pads[] {
  return cells.map((count) => [count, count]);
}
