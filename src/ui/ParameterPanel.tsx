import { setActivation, setBias, setDilation, setPaddingMode, setStride } from "../model/commands";
import { setInputSize, setKernelSize } from "../model/gridCommands";
import { inputSizeOf, kernelSizeOf } from "../model/layer";
import { params } from "../model/params";
import type { Control } from "../model/settings";
import { ChoiceField } from "./ChoiceField";
import { GridTools } from "./GridTools";
import { useText } from "./i18n";
import { KernelValues } from "./KernelValues";
import { OperationField } from "./OperationField";
import { PaddingField } from "./PaddingField";
import { type FieldName, PairField } from "./PairField";
import { ParameterGroup } from "./ParameterGroup";
import "./panels.css";
import { ReadCountsToggle } from "./ReadCountsToggle";
import { StepperRow } from "./StepperRow";
import { useApp } from "./StoreContext";
import { useSettings } from "./useSettings";

/** Everything that can be set, in the order in which it acts. */
export function ParameterPanel() {
  const t = useText();
  const document = useSettings();
  const locked = useApp((state) => state.locked);
  const layer = document.layers[0];
  const [height = 1, width = 1] = inputSizeOf(document);
  const [kernelHeight = 1, kernelWidth = 1] = kernelSizeOf(layer);
  const [rowStride = 1, columnStride = 1] = layer.stride;
  const [rowDilation = 1, columnDilation = 1] = layer.dilation;
  const { min, max } = params.inputSize;
  const is = (part: Control) => locked.includes(part);
  const sizeLocked = is("size") || is("input");
  const perAxis = (name: string): Record<"name" | "rows" | "columns", FieldName> => {
    const rows = t("axis.rows", { name });
    const columns = t("axis.columns", { name });
    return {
      name: { full: name, short: name },
      rows: { full: rows, short: rows },
      columns: { full: columns, short: columns },
    };
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
        <StepperRow
          label={t("input.height.short")}
          name={t("input.height")}
          value={height}
          min={min}
          max={max}
          page={8}
          change={(rows) => setInputSize(rows, width)}
          locked={sizeLocked}
        />
        <StepperRow
          label={t("input.width.short")}
          name={t("input.width")}
          value={width}
          min={min}
          max={max}
          page={8}
          change={(columns) => setInputSize(height, columns)}
          locked={sizeLocked}
        />
      </ParameterGroup>
      <ParameterGroup title={t("panel.kernel")} tools={<GridTools grid="kernel" locked={is("kernel")} />}>
        <PairField
          param={params.kernelSize}
          name={{ full: t("kernel.size"), short: t("kernel.size.short") }}
          rows={{ full: t("kernel.height"), short: t("kernel.height.short") }}
          columns={{ full: t("kernel.width"), short: t("kernel.width.short") }}
          values={[kernelHeight, kernelWidth]}
          change={(size) => setKernelSize(...size)}
          locked={is("size") || is("kernel")}
        />
        <PairField
          param={params.dilation}
          {...perAxis(t("dilation.name"))}
          values={[rowDilation, columnDilation]}
          change={setDilation}
          locked={is("dilation")}
        />
        <KernelValues locked={is("kernel")} />
      </ParameterGroup>
      <ParameterGroup title={t("panel.sliding")}>
        <PairField
          param={params.stride}
          {...perAxis(t("stride.name"))}
          values={[rowStride, columnStride]}
          change={setStride}
          locked={is("stride")}
        />
        <PaddingField locked={is("padding")} />
        <ChoiceField
          name={{ full: t("paddingMode.name"), short: t("paddingMode.name") }}
          choices={params.paddingMode.words.map((word) => ({ value: word, label: t(`paddingMode.${word}`) }))}
          value={layer.paddingMode}
          change={setPaddingMode}
          locked={is("padding")}
        />
      </ParameterGroup>
      <ParameterGroup title={t("panel.layer")}>
        <StepperRow
          label={t("bias.name")}
          name={t("bias.name")}
          value={layer.bias[0] ?? 0}
          min={params.bias.min}
          max={params.bias.max}
          page={10}
          real
          change={setBias}
          locked={is("bias")}
        />
        <ChoiceField
          name={{ full: t("activation.name"), short: t("activation.name") }}
          choices={params.activation.words.map((word) => ({ value: word, label: t(`activation.${word}`) }))}
          value={layer.activation}
          change={setActivation}
          locked={is("op")}
        />
        <OperationField locked={is("op")} />
      </ParameterGroup>
    </section>
  );
}
