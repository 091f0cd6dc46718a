import type { Phase } from "../trace/phases";
import type { CodeLine, CodeRole } from "./codeLine";

/** Padding and flip are done once, before the first step: no step lights them. */
const rolesOfPhase: Readonly<Record<Phase, readonly CodeRole[]>> = {
  window: ["window"],
  products: ["product"],
  sum: ["sum"],
  output: ["assign", "bias", "activation"],
};

/** Whether a line does what the step is doing in this phase. */
export function isLit(line: CodeLine, phase: Phase): boolean {
  return line.roles.some((role) => rolesOfPhase[phase].includes(role));
}
