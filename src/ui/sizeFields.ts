import type { FieldName } from "./AxesField";
import type { Text } from "./i18n";

/** What the sizes of input or kernel are called, outermost axis first. */
export function sizeNames(t: Text, grid: "input" | "kernel", dims: number): readonly FieldName[] {
  const words = dims === 1 ? (["length"] as const) : (["depth", "height", "width"] as const).slice(3 - dims);
  return words.map((word) => ({ full: t(`${grid}.${word}`), short: t(`${grid}.${word}.short`) }));
}

/** What a parameter's numbers are called by the direction that they are for, outermost axis first. */
export function directionNames(t: Text, name: string, dims: number): readonly FieldName[] {
  return (["depth", "rows", "columns"] as const).slice(3 - dims).map((word) => {
    const full = t(`axis.${word}`, { name });
    return { full, short: full };
  });
}
