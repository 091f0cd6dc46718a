import type { Fills, Language, Theme, ViewSettings } from "../store/viewSlice";

/** Settings that belong to the reader, not to the document: they outlive a link. */
export type Choices = Partial<Pick<ViewSettings, "theme" | "language" | "fills" | "singleKeys" | "codeOpen">>;

/** The part of the browser's storage that is used here. */
export interface TextStorage {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

const THEMES: readonly string[] = ["auto", "light", "dark", "projector"] satisfies Theme[];
const LANGUAGES: readonly string[] = ["en", "zh-CN"] satisfies Language[];
const FILLS: readonly string[] = ["color", "grey", "off"] satisfies Fills[];

function storageKey(name: string): string {
  return `convscope.${name}`;
}

/** What was chosen on earlier visits, as far as it can be read and still means something. */
export function readChoices(storage: TextStorage | null): Choices {
  const read = (name: keyof Choices) => {
    try {
      return storage?.getItem(storageKey(name)) ?? "";
    } catch {
      return "";
    }
  };
  const theme = read("theme");
  const language = read("language");
  const fills = read("fills");
  const singleKeys = read("singleKeys");
  const codeOpen = read("codeOpen");
  return {
    ...(THEMES.includes(theme) && { theme: theme as Theme }),
    ...(LANGUAGES.includes(language) && { language: language as Language }),
    ...(FILLS.includes(fills) && { fills: fills as Fills }),
    ...(singleKeys && { singleKeys: singleKeys !== "false" }),
    ...(codeOpen && { codeOpen: codeOpen === "true" }),
  };
}

/** Keeps choices for the next visit; without a storage they hold for this one. */
export function saveChoices(choices: Choices, storage: TextStorage | null = pageStorage()): void {
  try {
    for (const [name, value] of Object.entries(choices)) storage?.setItem(storageKey(name), String(value));
  } catch {
    // A full or forbidden storage is the reader's own decision; saved work has its notice.
  }
}

/** The browser's storage; null where even asking for it is forbidden. */
export function pageStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
