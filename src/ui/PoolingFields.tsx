import { setCeilMode, setCountIncludePad } from "../model/commands";
import { CheckField } from "./CheckField";
import { useText } from "./i18n";
import { useSettings } from "./useSettings";

/** What pooling alone has: windows that overhang, and whether padding counts in an average. */
export function PoolingFields({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const { op, ceilMode, countIncludePad } = useSettings().layers[0];
  return (
    <>
      <CheckField label={t("pool.ceil")} value={ceilMode} change={setCeilMode} locked={locked} />
      {op === "avg-pool" && (
        <CheckField
          label={t("pool.padding")}
          value={countIncludePad}
          change={setCountIncludePad}
          locked={locked}
        />
      )}
      <p className="row-note">{t("pool.nothing")}</p>
    </>
  );
}
