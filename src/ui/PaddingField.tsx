import type { Pads } from "../core/options";
import { setPadding } from "../model/commands";
import { paddingOf } from "../model/layer";
import { padding as param } from "../model/params";
import { documentOf } from "../store/documentSlice";
import { FieldMessage } from "./FieldMessage";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";
import { PaddingRule } from "./PaddingRule";
import { PairField } from "./PairField";
import { useApp } from "./StoreContext";
import { useParting } from "./useParting";
import { useRefusal } from "./useRefusal";

const EdgeSteppers = lateComponent(async () => (await import("./EdgeSteppers")).EdgeSteppers);

/** Padding in one number, one per axis or one per edge; what differs is never shown as one. */
export function PaddingField({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const [top, bottom, left, right] = useApp((state) => edgesOf(paddingOf(documentOf(state))));
  const { parted, part, join } = useParting("paddingEdges");
  const byEdge = parted || top !== bottom || left !== right;
  // The edge that comes first is kept for both sides.
  const closing = useRefusal<readonly Pads[]>({
    over: [top, bottom, left, right].join(),
    change: setPadding,
    onEdited: join,
  });
  const name = t("padding.name");
  const rows = t("axis.rows", { name });
  const columns = t("axis.columns", { name });
  const toggle = () => {
    if (!byEdge) part();
    else if (top === bottom && left === right) join();
    else closing.apply(symmetric(top, left));
  };
  return (
    <>
      {byEdge ? (
        <EdgeSteppers
          pads={[
            [top, bottom],
            [left, right],
          ]}
          onEdited={part}
          locked={locked}
        />
      ) : (
        <PairField
          param={param}
          name={{ full: name, short: name }}
          rows={{ full: rows, short: rows }}
          columns={{ full: columns, short: columns }}
          values={[top, left]}
          change={(pair) => setPadding(symmetric(...pair))}
          locked={locked}
        />
      )}
      <FieldMessage
        id="padding-edges-message"
        refused={closing.refused}
        label={`${top}, ${left}`}
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

function symmetric(rows: number, columns: number): readonly Pads[] {
  return [
    [rows, rows],
    [columns, columns],
  ];
}

function edgesOf([rows = [0, 0], columns = [0, 0]]: readonly Pads[]) {
  return [rows[0], rows[1], columns[0], columns[1]] as const;
}
