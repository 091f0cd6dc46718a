import type { ProblemCode } from "./sentences";

/** What is wrong with a layer's settings, without a sentence: for whoever says it in words of their own. */
export interface Finding {
  readonly code: ProblemCode;
  /** The option that is at fault, in PyTorch's name in camelCase; `input` for the input's shape. */
  readonly field: ProblemField;
  /** `error`: refused. `confirm`: much work, ask first. `note`: works, but not everywhere. */
  readonly severity: Severity;
  /** The numbers in the sentences, by the names in their templates. */
  readonly values: Values;
}

export type Severity = "error" | "confirm" | "note";

export type ProblemField =
  | "input"
  | "kernelSize"
  | "weight"
  | "stride"
  | "padding"
  | "paddingMode"
  | "dilation"
  | "groups"
  | "outputPadding";

type Values = Readonly<Record<string, number | string>>;

export function finding(
  field: ProblemField,
  code: ProblemCode,
  values: Values = {},
  severity: Severity = "error",
): Finding {
  return { code, field, severity, values };
}
