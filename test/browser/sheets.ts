import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Tables by name, a row's numbers with blanks between them, rows with ` / `: `"19 25 / 37 43"`. */
export type Tables = Readonly<Record<string, string>>;

/** Every grid on the page whose name starts so, in the order of the page. */
export function tables(page: Page, start: string): Promise<Tables> {
  return page.locator(`[role=grid][aria-label^="${start}"]`).evaluateAll((grids) =>
    Object.fromEntries(
      grids.map((grid) => [
        grid.getAttribute("aria-label") ?? "",
        [...grid.querySelectorAll("[role=row]")]
          .map((row) =>
            [...row.querySelectorAll("[role=gridcell]")].map((cell) => cell.textContent).join(" "),
          )
          .join(" / ")
          .replaceAll("−", "-"),
      ]),
    ),
  );
}

/** Waits for exactly these grids; of one without channels and slices its text is enough. */
export async function expectTables(page: Page, start: string, expected: string | Tables): Promise<void> {
  const wanted = typeof expected === "string" ? { [start]: expected } : expected;
  await expect.poll(() => tables(page, start)).toEqual(wanted);
}

/** The same tables under names with numbers: `numbered("Output, channel", ["1", "2"])`. */
export function numbered(name: string, grids: readonly string[]): Tables {
  return Object.fromEntries(grids.map((grid, at) => [`${name} ${at}`, grid]));
}

/** Rows of numbers made by a rule, as an address writes them. */
export function grid(
  rows: number,
  columns: number,
  valueAt: (row: number, column: number) => number,
): string {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => valueAt(row, column)).join(","),
  ).join(";");
}
