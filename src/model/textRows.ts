import type { TextProblem } from "./parseNumber";

/** Texts of the cells of a paste, row by row, or why there are none. */
export type TextRows = { readonly texts: readonly (readonly string[])[] } | { readonly problem: TextProblem };
