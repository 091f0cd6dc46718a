import { addStackLayer } from "../model/stackCommands";
import { MAX_LAYERS } from "../model/stackLimits";
import { GridTools } from "./GridTools";
import { Icon } from "./Icon";
import { InputSize } from "./InputSize";
import { useText } from "./i18n";
import { ParameterGroup } from "./ParameterGroup";
import "./panels.css";
import { useStack } from "./StackContext";
import { StackLayerRow } from "./StackLayerRow";
import { useApp, useAppStore } from "./StoreContext";

/** The layers of the stack, a row each. */
export function StackPanel() {
  const t = useText();
  const app = useAppStore();
  const { layers, problem } = useStack((state) => ({
    layers: state.document.layers,
    problem: state.stack.problem,
  }));
  const locked = useApp((state) => state.locked);
  const fixed = locked.length > 0;
  return (
    <section className="parameters" aria-label={t("panel.parameters")}>
      <ParameterGroup
        title={t("panel.input")}
        tools={<GridTools grid="input" locked={locked.includes("input")} />}
      >
        <InputSize />
      </ParameterGroup>
      <ParameterGroup title={t("stack.layers")}>
        <ol className="stack-layers">
          {layers.map((layer, index) => (
            <StackLayerRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
              key={index}
              layer={layer}
              index={index}
              count={layers.length}
              problem={problem?.layer === index + 1 ? problem : null}
              locked={fixed}
            />
          ))}
        </ol>
        <button
          type="button"
          className="button small-button stack-add"
          disabled={fixed || layers.length >= MAX_LAYERS}
          onClick={() => app.getState().edit(addStackLayer)}
        >
          <Icon name="plus" />
          {t("stack.add")}
        </button>
        <p className="row-note">{t("stack.layers.note")}</p>
      </ParameterGroup>
    </section>
  );
}
