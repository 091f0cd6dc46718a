import { type AddressReading, readText } from "./address";
import type { Notice } from "./notice";
import { decodeSaved, encodeSaved, SAVED_KEY } from "./saved";

/** What is needed of `localStorage`; it is given from outside, as there may be none. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** The place where work survives a reload. Where it is refused, all goes on without it. */
export interface SavedWork {
  /** What was saved, if it can be read. Saved work that cannot be used stays, aside or where it is. */
  readonly load: () => { readonly reading: AddressReading | null; readonly notices: readonly Notice[] };
  /** Saves an address in its readable form; the notice that it could not be comes once. */
  readonly save: (address: string) => readonly Notice[];
  /** Judges a change of the storage made elsewhere; the notice that another tab saves too comes once. */
  readonly judge: (change: StorageChange) => readonly Notice[];
  /** The saved text that could not be read, for the user to keep. */
  readonly rawCopy: () => string | null;
}

/** The part of a `StorageEvent` that matters. */
export interface StorageChange {
  readonly key: string | null;
  readonly newValue: string | null;
}

/** Saved work that could not be read. */
export const BACKUP_KEY = `${SAVED_KEY}.bak`;
/** The work of another tab, which this one has replaced. */
export const OTHER_KEY = `${SAVED_KEY}.other`;

/**
 * @param access gives the storage; it may throw, as browsers do where storage is blocked
 */
export function createSavedWork(access: () => KeyValue | null): SavedWork {
  let place = attempt(access) ?? null;
  /** What this tab knows to be saved: anything else there is another tab's. */
  let known: string | null = null;
  let raw: string | null = null;
  let told = false;

  const setAside = (text: string): boolean => {
    raw = text;
    return keepAside(place, text);
  };

  return {
    load: () => {
      const text = attempt(() => place?.getItem(SAVED_KEY)) ?? null;
      if (text === null) return { reading: null, notices: [] };
      const saved = decodeSaved(text);
      if (saved === "newer") {
        place = null;
        return { reading: null, notices: [notice("notice.saved-newer")] };
      }
      const reading = saved === "corrupt" ? null : readable(saved.address);
      known = text;
      if (reading && lossless(reading)) return { reading: { ...reading, notices: [] }, notices: [] };
      if (!setAside(text)) place = null;
      return { reading, notices: [notice("notice.saved-corrupt")] };
    },
    save: (address) => {
      const there = place && attempt(() => ({ text: place?.getItem(SAVED_KEY) ?? null }));
      if (!there) {
        place = null;
        return [];
      }
      const text = encodeSaved(address);
      if (there.text === text) return [];
      const others = there.text === known ? null : there.text;
      const newer = others !== null && decodeSaved(others) === "newer";
      if (!newer && write(place, others, text)) {
        known = text;
        return [];
      }
      // In a newer release's hands, or full: from here on work goes on in memory.
      place = null;
      return [notice(newer ? "notice.saved-newer" : "notice.saved-full")];
    },
    judge: ({ key, newValue }) => {
      if (key !== SAVED_KEY || newValue === null || newValue === known || told) return [];
      told = true;
      return [notice("notice.saved-elsewhere")];
    },
    rawCopy: () => raw,
  };
}

/** Saves a text; another tab's, that it replaces, is put aside first. */
function write(place: KeyValue | null, others: string | null, text: string): boolean {
  const done = attempt(() => {
    if (others !== null) place?.setItem(OTHER_KEY, others);
    place?.setItem(SAVED_KEY, text);
    return true;
  });
  return done === true;
}

/** Puts a text under the first backup key that is free; false when it cannot be kept. */
function keepAside(place: KeyValue | null, text: string): boolean {
  const kept = attempt(() => {
    for (const key of [BACKUP_KEY, `${BACKUP_KEY}.2`, `${BACKUP_KEY}.3`]) {
      const there = place?.getItem(key) ?? null;
      if (there === null) place?.setItem(key, text);
      if (there === null || there === text) return true;
    }
    return false;
  });
  return kept === true;
}

/** What an address says; null when it could not be read at all. */
function readable(address: string): AddressReading | null {
  const reading = readText(address, "", () => undefined);
  return reading.keepLink ? null : reading;
}

/** Whether all that was saved is in use; pairs that are kept for a later release are not lost. */
function lossless({ notices }: AddressReading): boolean {
  return notices.every(({ key }) => key === "notice.link-unknown");
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function notice(key: string): Notice {
  return { key, values: {} };
}
