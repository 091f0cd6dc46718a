import { describe, expect, test } from "vitest";
import type { Notice } from "../../src/model/notice";
import { decodeSaved, encodeSaved, SAVED_KEY } from "../../src/model/saved";
import { BACKUP_KEY, createSavedWork, type KeyValue, OTHER_KEY } from "../../src/model/savedWork";
import { say } from "./say";

interface Fake extends KeyValue {
  readonly entries: Map<string, string>;
}

function fakeStorage(entries: Readonly<Record<string, string>> = {}): Fake {
  const map = new Map(Object.entries(entries));
  return {
    entries: map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
  };
}

const messages = (notices: readonly Notice[]) => {
  for (const { key, values } of notices) expect(say(key, values, "zh-CN")).not.toBe("");
  return notices.map(({ key, values }) => say(key, values));
};

describe("saved work", () => {
  test("survives a reload", () => {
    const storage = fakeStorage();
    expect(createSavedWork(() => storage).save("bias=2&step=1&theme=dark&title=a")).toEqual([]);
    const { reading, notices } = createSavedWork(() => storage).load();
    expect(notices).toEqual([]);
    expect(reading?.state.document.layers[0].bias).toEqual([2]);
    expect(reading?.state).toMatchObject({ position: 1, theme: "dark" });
    expect(reading?.unknown).toEqual([["title", "a"]]);
    expect(reading?.notices).toEqual([]);
  });

  test("is not there at first", () => {
    const saved = createSavedWork(() => fakeStorage());
    expect(saved.load()).toEqual({ reading: null, notices: [] });
    expect(saved.rawCopy()).toBeNull();
  });

  test.each([
    "{",
    "",
    "null",
    "[]",
    "{}",
    '{"version":1}',
    '{"version":"1","address":""}',
    '{"version":0,"address":""}',
  ])("corrupt text %s is kept aside and can be downloaded", (text) => {
    const storage = fakeStorage({ [SAVED_KEY]: text });
    const saved = createSavedWork(() => storage);
    const { reading, notices } = saved.load();
    expect(reading).toBeNull();
    expect(messages(notices)).toEqual(["Saved work could not be read. Download the raw copy"]);
    expect(saved.rawCopy()).toBe(text);
    saved.save("bias=1");
    expect(storage.entries.get(BACKUP_KEY)).toBe(text);
    expect(decodeSaved(storage.entries.get(SAVED_KEY) ?? "")).toEqual({ address: "bias=1" });
  });

  test("what can be read of damaged work is used, and the whole is kept aside", () => {
    const text = encodeSaved("bias=2&kernel=1,x");
    const storage = fakeStorage({ [SAVED_KEY]: text });
    const { reading, notices } = createSavedWork(() => storage).load();
    expect(reading?.state.document.layers[0].bias).toEqual([2]);
    expect(notices).toHaveLength(1);
    expect(storage.entries.get(BACKUP_KEY)).toBe(text);
  });

  test("an earlier backup is not overwritten", () => {
    const storage = fakeStorage({ [SAVED_KEY]: "second", [BACKUP_KEY]: "first" });
    createSavedWork(() => storage).load();
    expect([...storage.entries.values()].sort()).toEqual(["first", "second", "second"]);
    expect(storage.entries.get(BACKUP_KEY)).toBe("first");
  });

  test("where no backup can be kept, the corrupt text itself is not overwritten", () => {
    const full: KeyValue = {
      getItem: (key) => (key === SAVED_KEY ? "{" : null),
      setItem: (key) => {
        if (key !== SAVED_KEY) throw new Error("QuotaExceededError");
        throw new Error("overwritten");
      },
    };
    const saved = createSavedWork(() => full);
    expect(messages(saved.load().notices)).toHaveLength(1);
    expect(saved.save("bias=1")).toEqual([]);
  });

  test("a newer version's is never overwritten", () => {
    const text = JSON.stringify({ version: 2, work: [] });
    const storage = fakeStorage({ [SAVED_KEY]: text });
    const saved = createSavedWork(() => storage);
    expect(messages(saved.load().notices)).toEqual(["Saved with a newer version"]);
    expect(saved.save("bias=1")).toEqual([]);
    expect([...storage.entries]).toEqual([[SAVED_KEY, text]]);
  });

  test("a newer version's that another tab wrote meanwhile neither", () => {
    const storage = fakeStorage();
    const saved = createSavedWork(() => storage);
    saved.save("bias=1");
    const text = JSON.stringify({ version: 2 });
    storage.setItem(SAVED_KEY, text);
    expect(messages(saved.save("bias=2"))).toEqual(["Saved with a newer version"]);
    expect(saved.save("bias=3")).toEqual([]);
    expect(storage.entries.get(SAVED_KEY)).toBe(text);
  });

  test("full storage is told once, and work goes on", () => {
    const saved = createSavedWork(() => ({
      getItem: () => null,
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    }));
    expect(messages(saved.save("bias=1"))).toEqual(["Saving is off: storage is full"]);
    expect(saved.save("bias=2")).toEqual([]);
  });

  test("storage that may not be touched is no matter", () => {
    const blocked = () => {
      throw new Error("SecurityError");
    };
    for (const access of [blocked, () => null, () => ({ getItem: blocked, setItem: blocked })]) {
      const saved = createSavedWork(access);
      expect(saved.load()).toEqual({ reading: null, notices: [] });
      expect(saved.save("bias=1")).toEqual([]);
    }
  });
});

describe("two tabs", () => {
  test("neither destroys the other's work, and each is told once", () => {
    const storage = fakeStorage();
    const [one, two] = [createSavedWork(() => storage), createSavedWork(() => storage)];
    one.save("bias=1");
    two.load();
    two.save("bias=2");
    const change = { key: SAVED_KEY, newValue: storage.entries.get(SAVED_KEY) ?? null };
    expect(messages(one.judge(change))).toEqual(["Another tab has saved its own work. Both are kept"]);
    expect(one.judge(change)).toEqual([]);
    one.save("bias=3");
    expect(decodeSaved(storage.entries.get(OTHER_KEY) ?? "")).toEqual({ address: "bias=2" });
    expect(decodeSaved(storage.entries.get(SAVED_KEY) ?? "")).toEqual({ address: "bias=3" });
  });

  test("other keys, and one's own text, are no news", () => {
    const storage = fakeStorage();
    const saved = createSavedWork(() => storage);
    saved.save("bias=1");
    expect(saved.judge({ key: "another", newValue: "x" })).toEqual([]);
    expect(saved.judge({ key: null, newValue: null })).toEqual([]);
    expect(saved.judge({ key: SAVED_KEY, newValue: storage.entries.get(SAVED_KEY) ?? null })).toEqual([]);
  });
});

test("deep or long texts are corrupt, not an error", () => {
  expect(decodeSaved(`${"[".repeat(100000)}${"]".repeat(100000)}`)).toBe("corrupt");
  expect(decodeSaved(`{"version":1,"address":"${"x".repeat(2 * 1024 * 1024)}"}`)).toBe("corrupt");
});
