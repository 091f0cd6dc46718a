import { useId } from "react";
import { isPool, type Layer } from "../core/layer";
import { layerDenseParameters, layerMultiplyAdds, layerParameters } from "../core/layerCounts";
import { layerWork } from "../core/limits";
import { receptiveField } from "../core/receptiveField";
import { cellCount } from "../core/tensor";
import type { ConvDocument } from "../model/document";
import { convOptionsOf, kernelSizeOf, resolvedLayerOf } from "../model/layer";
import { groupedDigits } from "./groupedDigits";
import { Icon } from "./Icon";
import { type Text, useText } from "./i18n";
import { CostCompare, PixelLayer } from "./lateResults";
import { useApp } from "./StoreContext";
import { useSettings } from "./useSettings";

interface CostRow {
  readonly key: "parameters" | "multiplyAdds" | "comparisons" | "additions" | "dense" | "receptiveField";
  readonly value: string;
  readonly why: string;
}

/** What the layer costs; each number opens to the sentence behind it. */
export function Cost() {
  const t = useText();
  const document = useSettings();
  const predicts = useApp((state) => state.revealed !== null);
  const heading = useId();
  const resolved = resolvedLayerOf(document);
  const rows = [
    ...(isPool(resolved.op) ? poolRows(resolved, t) : kernelRows(document, resolved, t)),
    fieldRow(document, t),
  ];
  const several = !isPool(resolved.op) && (resolved.inChannels > 1 || resolved.outChannels > 1);
  const pixel =
    !predicts &&
    (resolved.op === "conv" || resolved.op === "conv-flipped") &&
    resolved.axes.every(({ kernelSize }) => kernelSize === 1);
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
      {pixel && <PixelLayer />}
      {several && !pixel && <CostCompare />}
    </section>
  );
}

function kernelRows(document: ConvDocument, resolved: Layer, t: Text): readonly CostRow[] {
  const { op, inChannels, outChannels, inputSize, outputSize, groups, axes } = resolved;
  const biases = document.layers[0].bias;
  // A bias of 0 is no bias: the page has no other way to say that there is none.
  const bias = biases.some((value) => value !== 0);
  const weights = layerParameters(resolved, false);
  const inputs = inChannels * cellCount(inputSize);
  const outputs = outChannels * cellCount(outputSize);
  const transposed = op === "transposed";
  const products =
    ((transposed ? outChannels : inChannels) / groups) * cellCount(axes.map(({ kernelSize }) => kernelSize));
  return [
    {
      key: "parameters",
      value: groupedDigits(layerParameters(resolved, bias)),
      why: t(bias ? "cost.parameters.bias" : "cost.parameters.plain", {
        weights: groupedDigits(weights),
        count: bias ? outChannels : weights,
      }),
    },
    {
      key: "multiplyAdds",
      value: groupedDigits(layerMultiplyAdds(resolved)),
      why: t(transposed ? "cost.multiplyAdds.stamps" : "cost.multiplyAdds.why", {
        inputs: groupedDigits(inputs),
        outputs: groupedDigits(outputs),
        weights: groupedDigits(products),
      }),
    },
    {
      key: "dense",
      value: groupedDigits(layerDenseParameters(resolved, bias)),
      why: t(bias ? "cost.dense.bias" : "cost.dense.plain", {
        inputs: groupedDigits(inputs),
        outputs: groupedDigits(outputs),
      }),
    },
  ];
}

function poolRows(resolved: Layer, t: Text): readonly CostRow[] {
  const { op, outChannels, outputSize, axes } = resolved;
  const key = op === "max-pool" ? "comparisons" : "additions";
  return [
    {
      key: "parameters",
      value: groupedDigits(layerParameters(resolved, true)),
      why: t("cost.parameters.pool"),
    },
    {
      key,
      value: groupedDigits(layerWork(resolved)),
      why: t(`cost.${key}.why`, {
        outputs: groupedDigits(outChannels * cellCount(outputSize)),
        cells: groupedDigits(cellCount(axes.map(({ kernelSize }) => kernelSize))),
      }),
    },
  ];
}

function fieldRow(document: ConvDocument, t: Text): CostRow {
  const [layer] = document.layers;
  const field = receptiveField([
    { ...convOptionsOf(document), op: layer.op, kernelSize: kernelSizeOf(layer) },
  ]);
  return {
    key: "receptiveField",
    value: field.map(({ size }) => size).join(" × "),
    why: t(layer.op === "transposed" ? "cost.receptiveField.stamps" : "cost.receptiveField.why"),
  };
}
