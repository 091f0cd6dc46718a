import { useId } from "react";
import { layerDenseParameters, layerMultiplyAdds, layerParameters } from "../core/layerCounts";
import { receptiveField } from "../core/receptiveField";
import { convOptionsOf, kernelSizeOf, resolvedLayerOf } from "../model/layer";
import { stepCount } from "../trace/trace";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { useSettings } from "./useSettings";

/** What the layer costs; each number opens to the sentence behind it. */
export function Cost() {
  const t = useText();
  const document = useSettings();
  const heading = useId();
  const layer = document.layers[0];
  const kernelSize = kernelSizeOf(layer);
  // A bias of 0 is no bias: the page has no other way to say that there is none.
  const bias = layer.bias.some((value) => value !== 0);
  const resolved = resolvedLayerOf(document);
  const weights = layer.weight.data.length;
  const outputs = stepCount(document);
  const field = receptiveField([{ ...convOptionsOf(document), kernelSize }]);
  const rows = [
    {
      key: "parameters",
      value: grouped(layerParameters(resolved, bias)),
      why: t(bias ? "cost.parameters.bias" : "cost.parameters.plain", { weights: grouped(weights) }),
    },
    {
      key: "multiplyAdds",
      value: grouped(layerMultiplyAdds(resolved)),
      why: t("cost.multiplyAdds.why", { outputs: grouped(outputs), weights: grouped(weights) }),
    },
    {
      key: "dense",
      value: grouped(layerDenseParameters(resolved, bias)),
      why: t(bias ? "cost.dense.bias" : "cost.dense.plain", {
        inputs: grouped(document.input.data.length),
        outputs: grouped(outputs),
      }),
    },
    {
      key: "receptiveField",
      value: field.map(({ size }) => size).join(" × "),
      why: t("cost.receptiveField.why"),
    },
  ] as const;
  return (
    <section className="panel-section" aria-labelledby={heading}>
      <h2 className="panel-heading" id={heading}>
        {t("cost.title")}
      </h2>
      <div className="costs">
        {rows.map(({ key, value, why }) => (
          <details key={key} className="cost">
            <summary className="cost-line">
              <span className="cost-name">
                {t(`cost.${key}`)}
                <Icon name="down" />
              </span>
              <b className="cost-value">{value}</b>
            </summary>
            <p className="cost-why">{why}</p>
          </details>
        ))}
      </div>
    </section>
  );
}

/** Digits in groups of three with narrow no-break spaces between. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}
