const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Bytes as text that an address can hold, without padding. @see RFC 4648, 5 */
export function toBase64url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const digits = Math.min(bytes.length - at, 3) + 1;
    for (let i = 0; i < digits; i++) text += ALPHABET[(group >> (18 - 6 * i)) & 63];
  }
  return text;
}

/** The bytes of a text; undefined when it is not one that `toBase64url` makes. */
export function fromBase64url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1 || !/^[\w-]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of text) {
    held = ((held << 6) | ALPHABET.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  // Bits left over can only be zeros; anything else was cut or changed.
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}
