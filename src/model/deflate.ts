import { Inflate, strFromU8, strToU8, zlibSync } from "fflate";

/** The compressed bytes go in a little at a time, so that no step inflates to much more than the limit. */
const SLICE = 256;
const HEADER = 2;
const CHECKSUM = 4;

/** Text of single-byte characters in zlib's form, whose checksum tells damage. */
export function deflateText(text: string): Uint8Array {
  return zlibSync(strToU8(text, true), { level: 9 });
}

/**
 * The text that was deflated, in zlib's form or the bare one, read only as far as the limit.
 *
 * @param limit bytes
 * @returns "too-much" past the limit, "damaged" when it is not such a text
 */
export function inflateText(bytes: Uint8Array, limit: number): { text: string } | "too-much" | "damaged" {
  const framed = isZlib(bytes);
  const body = framed ? bytes.subarray(HEADER, -CHECKSUM) : bytes;
  const inflated = inflateWithin(body, limit);
  if (typeof inflated === "string") return inflated;
  if (framed && adler32(inflated) !== bigEndian(bytes.subarray(-CHECKSUM))) return "damaged";
  const text = strFromU8(inflated, true);
  return /^[\x20-\x7e]*$/.test(text) ? { text } : "damaged";
}

function inflateWithin(body: Uint8Array, limit: number): Uint8Array | "too-much" | "damaged" {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let complete = false;
  const inflate = new Inflate((chunk, final) => {
    chunks.push(chunk);
    size += chunk.length;
    complete = final;
  });
  try {
    for (let at = 0; at < body.length && size <= limit; at += SLICE) {
      inflate.push(body.subarray(at, at + SLICE), at + SLICE >= body.length);
    }
  } catch {
    return "damaged";
  }
  if (size > limit) return "too-much";
  return complete ? joined(chunks, size) : "damaged";
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** @see RFC 1950, 2.2: method 8, and a header that divides by 31 */
function isZlib([method = 0, flags = 0, ...rest]: Uint8Array): boolean {
  return rest.length > CHECKSUM && (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

/** @see RFC 1950, 8.2 */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

function bigEndian(bytes: Uint8Array): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}
