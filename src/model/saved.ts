/** Where the work is, in the browser's storage. */
export const SAVED_KEY = "convscope";

/** The form of saved work that this release writes. */
const VERSION = 1;

/** Longest saved text that is read, in characters. */
const MAX_LENGTH = 1024 * 1024;

export type Saved = { readonly address: string } | "corrupt" | "newer";

/** Saved work is the address of what is on screen, readable and whole, with the version of the form. */
export function encodeSaved(address: string): string {
  return JSON.stringify({ version: VERSION, address });
}

/** Reads what some release has saved. */
export function decodeSaved(text: string): Saved {
  if (text.length > MAX_LENGTH) return "corrupt";
  const saved = parsed(text);
  if (typeof saved !== "object" || saved === null || !("version" in saved)) return "corrupt";
  const { version } = saved;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return "corrupt";
  if (version > VERSION) return "newer";
  return "address" in saved && typeof saved.address === "string" ? { address: saved.address } : "corrupt";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
