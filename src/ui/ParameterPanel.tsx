import { isPool } from "../core/layer";
import { setActivation, setDilation, setPaddingMode, setStride } from "../model/commands";
import { setKernelSize } from "../model/gridCommands";
import { dimsOf, inChannelsOf, kernelSizeOf, outChannelsOf } from "../model/layer";
import { params } from "../model/params";
import type { Control } from "../model/settings";
import { AxesField } from "./AxesField";
import { BiasField } from "./BiasField";
import { ChannelFields } from "./ChannelFields";
import { ChoiceField } from "./ChoiceField";
import { GridTools } from "./GridTools";
import { InputSize } from "./InputSize";
import { useText } from "./i18n";
import { KernelValues } from "./KernelValues";
import { PoolingFields, TransposedFields, WordsField } from "./lateControls";
import { OperationField } from "./OperationField";
import { PaddingField } from "./PaddingField";
import { ParameterGroup } from "./ParameterGroup";
import "./panels.css";
import { ReadCountsToggle } from "./ReadCountsToggle";
import { useApp } from "./StoreContext";
import { directionNames, sizeNames } from "./sizeFields";
import { useSettings } from "./useSettings";

/** Everything that can be set, in the order in which it acts; what the operation does not use is left out. */
export function ParameterPanel() {
  const t = useText();
  const document = useSettings();
  const locked = useApp((state) => state.locked);
  const layer = document.layers[0];
  const { op } = layer;
  const dims = dimsOf(document);
  const [kernelLength] = sizeNames(t, "kernel", 1);
  const pool = isPool(op);
  const transposed = op === "transposed";
  const isPlain = dims === 2 && inChannelsOf(document) * outChannelsOf(layer) === 1;
  const is = (part: Control) => locked.includes(part);
  const perAxis = (key: "stride.name" | "dilation.name", term: string) => {
    const name = t(key);
    return { name: { full: name, short: name, term }, axes: directionNames(t, name, dims) };
  };
  return (
    <section className="parameters" aria-label={t("panel.parameters")}>
      <ParameterGroup
        title={t("panel.input")}
        tools={
          <>
            <ReadCountsToggle />
            <GridTools grid="input" locked={is("input")} />
          </>
        }
      >
        <InputSize />
        {dims === 1 && <WordsField locked={is("input")} />}
      </ParameterGroup>
      <ParameterGroup
        title={t("panel.kernel")}
        tools={!pool && <GridTools grid="kernel" locked={is("kernel")} />}
      >
        <AxesField
          param={params.kernelSize}
          name={
            dims === 1 && kernelLength
              ? kernelLength
              : { full: t("kernel.size"), short: t("kernel.size.short"), term: "kernel" }
          }
          axes={sizeNames(t, "kernel", dims)}
          values={kernelSizeOf(layer)}
          change={setKernelSize}
          locked={is("size") || is("kernel")}
        />
        {op !== "avg-pool" && (
          <AxesField
            param={params.dilation}
            {...perAxis("dilation.name", "dilation")}
            values={layer.dilation}
            change={setDilation}
            locked={is("dilation")}
          />
        )}
        {isPlain && !pool && <KernelValues locked={is("kernel")} />}
      </ParameterGroup>
      <ParameterGroup title={t("panel.sliding")}>
        <AxesField
          param={params.stride}
          {...perAxis("stride.name", "stride")}
          values={layer.stride}
          change={setStride}
          locked={is("stride")}
        />
        <PaddingField locked={is("padding")} />
        {!pool && !transposed && (
          <ChoiceField
            name={{ full: t("paddingMode.name"), short: t("paddingMode.name") }}
            choices={params.paddingMode.words.map((word) => ({
              value: word,
              label: t(`paddingMode.${word}`),
            }))}
            value={layer.paddingMode}
            change={setPaddingMode}
            locked={is("padding")}
          />
        )}
        {transposed && <TransposedFields locked={is("padding")} />}
      </ParameterGroup>
      <ParameterGroup title={t("panel.layer")}>
        <ChannelFields locked={is("size") || is("input") || is("kernel")} />
        {!pool && <BiasField locked={is("bias")} />}
        <ChoiceField
          name={{ full: t("activation.name"), short: t("activation.name"), term: "activation" }}
          choices={params.activation.words.map((word) => ({ value: word, label: t(`activation.${word}`) }))}
          value={layer.activation}
          change={setActivation}
          locked={is("op")}
        />
        <OperationField locked={is("op")} />
        {pool && <PoolingFields locked={is("op")} />}
      </ParameterGroup>
    </section>
  );
}
