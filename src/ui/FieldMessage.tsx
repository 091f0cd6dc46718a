import { useText } from "./i18n";
import type { Refused } from "./useRefusal";

interface FieldMessageProps<Value> {
  readonly id: string;
  /** Why the text means nothing; it goes before the refusal. */
  readonly message?: string | null;
  readonly refused: Refused<Value> | null;
  /** The refused value as its field shows it. */
  readonly label: string;
  readonly onUse: (value: Value) => void;
}

/** Under a field: what is wrong and how to mend it, what it would cost, or that the refused value would be accepted by now. */
export function FieldMessage<Value>({ id, message, refused, label, onUse }: FieldMessageProps<Value>) {
  const t = useText();
  const told = message ?? refused?.message;
  if (told != null) {
    return (
      <p className="field-message" id={id} role="alert">
        {told}
        {message == null && refused?.goOn && (
          <>
            {" "}
            <button type="button" className="text-button" onClick={refused.goOn}>
              {t("field.goOn")}
            </button>
          </>
        )}
      </p>
    );
  }
  if (!refused) return null;
  return (
    <p className="field-message field-possible" id={id} role="alert">
      {t("field.fitsNow", { value: label })}{" "}
      <button type="button" className="text-button" onClick={() => onUse(refused.value)}>
        {t("field.use", { value: label })}
      </button>
    </p>
  );
}
