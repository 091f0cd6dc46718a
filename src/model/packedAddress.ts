import {
  type AddressReading,
  type FindPreset,
  MAX_LINK_LENGTH,
  readAddress,
  readText,
  unreadable,
} from "./address";
import { readPairs, writePairs } from "./addressPairs";
import { fromBase64url, toBase64url } from "./base64url";
import type { Notice } from "./notice";

/** Longest fragment that stays readable, in characters; a longer one is deflated. */
export const MAX_READABLE_LENGTH = 1500;

/** Most that a deflated fragment may hold, in bytes. */
const MAX_INFLATED = 1024 * 1024;

/** The form of deflated fragments that this release writes. */
const VERSION = 1;

/** Whether an address has to be read by `openAddress`. */
export function isPacked(fragment: string, query = ""): boolean {
  return packedIn(fragment) !== undefined || packedIn(query) !== undefined;
}

/** `readAddress` for every address: the inflater is fetched where there is something to inflate. */
export async function openAddress(
  fragment: string,
  query = "",
  findPreset: FindPreset = () => undefined,
): Promise<AddressReading> {
  if (Math.max(fragment.length, query.length) > MAX_LINK_LENGTH)
    return readAddress(fragment, query, findPreset);
  const packed = packedIn(fragment) ?? packedIn(query);
  if (packed === undefined) return readAddress(fragment, query, findPreset);
  const opened = await expandAddress(packed);
  if ("notice" in opened) return unreadable(opened.notice);
  // What is readable beside the deflated pairs goes before them.
  return readText(`${opened.text}&${fragment.replace(/^#/, "")}`, query, findPreset);
}

/** The readable pairs that a value of `z` stands for. */
async function expandAddress(
  packed: string,
): Promise<{ readonly text: string } | { readonly notice: Notice }> {
  const [, version = "", body = ""] = /^(\d{1,4})\.(.*)$/s.exec(packed) ?? [];
  if (Number(version) > VERSION) return refused("notice.link-newer");
  const bytes = Number(version) === VERSION ? fromBase64url(body) : undefined;
  if (!bytes) return refused("notice.link-damaged");
  const { inflateText } = await import("./deflate");
  const inflated = inflateText(bytes, MAX_INFLATED);
  if (inflated === "too-much") return refused("notice.link-too-much");
  return inflated === "damaged" ? refused("notice.link-damaged") : inflated;
}

/**
 * A fragment in the form in which it goes into an address: itself, or deflated where it is long.
 *
 * @returns a notice where even the deflated form is longer than a link may be
 */
export async function packAddress(
  text: string,
): Promise<{ readonly text: string } | { readonly notice: Notice }> {
  if (text.length <= MAX_READABLE_LENGTH) return { text };
  const { deflateText } = await import("./deflate");
  const packed = writePairs([["z", `${VERSION}.${toBase64url(deflateText(text))}`]]);
  if (packed.length <= MAX_LINK_LENGTH) return { text: packed };
  return { notice: { key: "notice.link-too-large-to-share", values: { max: MAX_LINK_LENGTH } } };
}

function packedIn(text: string): string | undefined {
  return readPairs(text).findLast(([key]) => key === "z")?.[1];
}

function refused(key: string): { readonly notice: Notice } {
  return { notice: { key, values: {} } };
}
