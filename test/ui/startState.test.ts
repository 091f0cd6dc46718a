import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/grid";
import { SAVED_KEY } from "../../src/model/saved";
import { createSavedWork } from "../../src/model/savedWork";
import { startedStore, startState } from "../../src/ui/startState";

const nothing = { hash: "", search: "", work: null, choices: {}, languages: [] };

function saved(text: string) {
  const entries = new Map([[SAVED_KEY, text]]);
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  };
  return { work: createSavedWork(() => storage), entries };
}

async function start(from: Partial<Parameters<typeof startState>[0]>) {
  const store = startedStore(await startState({ ...nothing, ...from }));
  const state = store.getState();
  const [layer] = state.history.present.layers;
  return { state, layer };
}

test("a newcomer sees 0…8 with the kernel 0…3, at position 0, in English", async () => {
  const { state, layer } = await start({});
  expect(rowsOf(state.history.present.input)).toEqual([
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
  ]);
  expect(rowsOf(layer.weight)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(state).toMatchObject({ position: 0, playing: false, language: "en", theme: "auto" });
});

test("the browser's first language that there is decides, a saved choice decides over it, a link over both", async () => {
  const languages = ["fr", "zh-Hans-CN", "en"];
  expect((await start({ languages })).state.language).toBe("zh-CN");
  expect((await start({ languages, choices: { language: "en" } })).state.language).toBe("en");
  const linked = await start({ languages, choices: { language: "en" }, hash: "#lang=zh-CN" });
  expect(linked.state.language).toBe("zh-CN");
  expect(linked.state.chosen).toEqual(["language"]);
});

test("a link sets the theme of this page, over the saved choice", async () => {
  const { state } = await start({ hash: "#theme=dark", choices: { theme: "light", fills: "grey" } });
  expect(state).toMatchObject({ theme: "dark", fills: "grey", chosen: ["theme"] });
});

test("saved work comes back with its position, as long as there is no link", async () => {
  const { work } = saved('{"version":1,"address":"bias=7&step=2"}');
  const { state, layer } = await start({ work });
  expect(layer.bias).toEqual([7]);
  expect(state.position).toBe(2);
});

test("a link goes before saved work, a link that only sets the language does not", async () => {
  const text = '{"version":1,"address":"bias=7"}';
  expect((await start({ work: saved(text).work, hash: "#bias=1" })).layer.bias).toEqual([1]);
  expect((await start({ work: saved(text).work, search: "?preset=blur" })).layer.bias).toEqual([0]);
  const spoken = await start({ work: saved(text).work, hash: "#lang=zh-CN" });
  expect(spoken.layer.bias).toEqual([7]);
  expect(spoken.state.language).toBe("zh-CN");
});

test("saved work that cannot be read is told of and kept, the default is shown", async () => {
  const { work, entries } = saved("{broken");
  const { state, layer } = await start({ work });
  expect(layer.bias).toEqual([0]);
  expect(state.notices.map(({ key }) => key)).toEqual(["notice.saved-corrupt"]);
  expect([...entries.values()]).toContain("{broken");
  expect(work.rawCopy()).toBe("{broken");
});

test("unusable values are told of, unknown pairs are kept", async () => {
  const { state } = await start({ hash: "#stride=99&later=1" });
  expect(state.history.present.layers[0].stride).toEqual([1, 1]);
  expect(state.notices.map(({ key }) => key)).toContain("notice.link-unknown");
  expect(state.notices).toHaveLength(2);
  expect(state.unknown).toEqual([["later", "1"]]);
});

test("a link from a newer release shows the default and is kept", async () => {
  const { state } = await start({ hash: "#z=9.abc" });
  expect(state.keepLink).toBe(true);
  expect(state.notices.map(({ key }) => key)).toEqual(["notice.link-newer"]);
});

test("a link may play at once, hide and lock", async () => {
  const { state } = await start({ hash: "#play=1&hide=code,cost&lock=kernel&ui=figure" });
  expect(state).toMatchObject({ playing: true, hidden: ["cost", "code"], locked: ["kernel"], ui: "figure" });
});

test("a link opens Learn at its update, and leaves Explore at its step", async () => {
  const { state } = await start({
    hash: "#view=learn&input=1,2,3;4,5,6;7,8,9&target-kernel=1&step=1&update=3.5",
  });
  expect(state).toMatchObject({ view: "learn", position: 3.5, otherPosition: 1 });
});

test("Learn alone opens the notes' recipe", async () => {
  const { state } = await start({ hash: "#view=learn" });
  const { input, training } = state.history.present;
  expect(input.shape).toEqual([1, 1, 6, 8]);
  expect(training).toMatchObject({ learningRate: 0.03, steps: 10, start: "zeros", kernelSize: [1, 2] });
});
