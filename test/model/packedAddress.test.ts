import { deflateRawSync, deflateSync, inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type AddressReading, MAX_LINK_LENGTH, writeAddress } from "../../src/model/address";
import { defaultState } from "../../src/model/addressState";
import { fromBase64url, toBase64url } from "../../src/model/base64url";
import { createGrid } from "../../src/model/grid";
import { fillGrid, setInputSize } from "../../src/model/gridCommands";
import { isPacked, MAX_READABLE_LENGTH, openAddress, packAddress } from "../../src/model/packedAddress";
import { sameDocument } from "../../src/model/sameDocument";
import { say } from "./say";

const pack = (text: string) => `z=1.${deflateSync(text).toString("base64url")}`;

const large = fillGrid("input", { kind: "random", seed: 3 })(setInputSize([40, 40])(defaultState.document));
const largeState = { ...defaultState, document: large, position: 12, theme: "dark" as const };

function messages({ notices }: AddressReading): readonly string[] {
  return notices.map(({ key, values }) => say(key, values));
}

async function packed(text: string): Promise<string> {
  const result = await packAddress(text);
  if ("notice" in result) throw new Error(result.notice.key);
  return result.text;
}

describe("writing", () => {
  test("up to 1,500 characters an address stays readable", async () => {
    const text = `bias=${"1".repeat(MAX_READABLE_LENGTH - 5)}`;
    expect(await packed(text)).toBe(text);
    expect(await packed(`${text}1`)).toMatch(/^z=1\.[\w-]+$/);
  });

  test("the deflated form is zlib's, in base64url", async () => {
    const text = writeAddress(largeState);
    const body = Buffer.from((await packed(text)).slice("z=1.".length), "base64url");
    expect(inflateSync(body).toString()).toBe(text);
  });

  test("what no link can hold is said", async () => {
    const noise = createGrid(64, 64, (row, column) => Math.sin(row * 64 + column) * 1e5);
    const text = writeAddress({ ...defaultState, document: { ...large, input: noise } });
    const result = await packAddress(text);
    expect("notice" in result && say(result.notice.key, result.notice.values)).toBe(
      `This is too much for a link (limit ${MAX_LINK_LENGTH} characters)`,
    );
  });
});

describe("reading", () => {
  test("restores the state exactly", async () => {
    const link = await packed(writeAddress(largeState));
    expect(isPacked(`#${link}`)).toBe(true);
    const { state, notices } = await openAddress(`#${link}`);
    expect(notices).toEqual([]);
    expect(sameDocument(state.document, large)).toBe(true);
    expect(state).toMatchObject({ position: 12, theme: "dark" });
  });

  test("a readable address opens at once", async () => {
    expect(isPacked("#bias=2", "?stride=1")).toBe(false);
    expect((await openAddress("#bias=2")).state.document.layers[0].bias).toEqual([2]);
  });

  test("pairs beside the deflated ones go before them", async () => {
    const { state } = await openAddress(`#${pack("step=1&bias=2&theme=dark")}&step=3`);
    expect(state).toMatchObject({ position: 3, theme: "dark" });
  });

  test("after the question mark too, and bare deflate", async () => {
    const bare = `z=1.${deflateRawSync("bias=2").toString("base64url")}`;
    expect((await openAddress("", `?${bare}`)).state.document.layers[0].bias).toEqual([2]);
  });

  test("a bomb is stopped at 1 MiB", async () => {
    const bomb = pack(`x=${"0".repeat(20 * 1024 * 1024)}`);
    expect(bomb.length).toBeLessThan(MAX_LINK_LENGTH);
    expect(messages(await openAddress(`#${bomb}`))).toEqual(["The link holds too much data"]);
  });

  test("over 32 KiB is not even decoded", async () => {
    expect(messages(await openAddress(`#z=1.${"A".repeat(MAX_LINK_LENGTH)}`))).toEqual([
      "The link is too long to open",
    ]);
  });

  test("damage is told: cut anywhere, or one character changed anywhere", async () => {
    const link = pack("kernel=1,2;3,4&bias=5&stride=2&padding=1:0,2:1");
    const body = link.slice("z=1.".length);
    const swap = (at: number) => `${body.slice(0, at)}${body[at] === "A" ? "Q" : "A"}${body.slice(at + 1)}`;
    for (let at = 0; at < body.length; at++) {
      for (const broken of [body.slice(0, at), swap(at)]) {
        const reading = await openAddress(`#z=1.${broken}`);
        expect(messages(reading)).toEqual(["The link is damaged; the default example is shown"]);
        expect(reading.state).toEqual(defaultState);
      }
    }
    for (const value of ["", "1", "x", "0.AAAA", "1.", "1.é", "-1.AAAA"]) {
      expect(messages(await openAddress(`#z=${value}`))).toEqual([
        "The link is damaged; the default example is shown",
      ]);
    }
  });

  test("a newer version stays in the address bar", async () => {
    const reading = await openAddress("#z=2.AAAA");
    expect(messages(reading)).toEqual(["This link was made with a newer version. Reload to update"]);
    expect(reading.keepLink).toBe(true);
    expect(reading.state).toEqual(defaultState);
  });
});

describe("base64url", () => {
  test("agrees with Node's at every length", () => {
    for (let length = 0; length < 40; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 73 + length * 31) % 256);
      const text = Buffer.from(bytes).toString("base64url");
      expect(toBase64url(bytes)).toBe(text);
      expect(fromBase64url(text)).toEqual(bytes);
    }
    expect(fromBase64url("A")).toBeUndefined();
    expect(fromBase64url("AB=")).toBeUndefined();
    expect(fromBase64url("AB")).toBeUndefined();
  });
});
