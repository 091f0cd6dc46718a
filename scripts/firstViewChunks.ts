import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

const PAGE = fileURLToPath(new URL("../src/app/openPage.tsx", import.meta.url));

/**
 * The chunks of the first view: React, which is evaluated in a task of its own, and the page with all that it imports
 * at once. What both the page and a later part use stays with the page: fewer, larger files compress better.
 */
export function firstViewChunks(): Rolldown.CodeSplittingGroup[] {
  let page: ReadonlySet<string> | undefined;
  return [
    // What Vite and the bundler add is the entry's too, which must not wait for the page.
    { name: "start", test: /^\0/, priority: 3 },
    { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
    {
      name: (id, context) => {
        page ??= importedBy(PAGE, context);
        return page.has(id) ? "page" : null;
      },
      priority: 1,
    },
  ];
}

/** A module with all that it imports at once. */
export function importedBy(start: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  visit(start);
  return found;
}
