import { setOutputPadding } from "../model/commands";
import { params } from "../model/params";
import { AxesField } from "./AxesField";
import { useText } from "./i18n";
import { directionNames } from "./sizeFields";
import { useSettings } from "./useSettings";

/** What a transposed layer alone has: cells added after its output, which say what size it came from. */
export function TransposedFields({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const { outputPadding } = useSettings().layers[0];
  const name = t("outputPadding.name");
  return (
    <>
      <AxesField
        param={params.outputPadding}
        name={{ full: name, short: t("outputPadding.short") }}
        axes={directionNames(t, name, outputPadding.length)}
        values={outputPadding}
        change={setOutputPadding}
        locked={locked}
      />
      <p className="row-note">{t("transposed.note")}</p>
    </>
  );
}
