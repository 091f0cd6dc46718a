import { expect, test } from "vitest";
import { setInChannels, setOutChannels } from "../../src/model/channelCommands";
import { defaultDocument } from "../../src/model/defaultDocument";
import { setDims } from "../../src/model/dimsCommands";
import type { ConvDocument } from "../../src/model/document";
import { setInputSize, setKernelSize } from "../../src/model/gridCommands";
import { createAppStore } from "../../src/store/appStore";

/** 54·54 outputs of 11·11 cells, times the channels on both sides. */
const workOf = (ins: number, outs: number) => 54 ** 2 * 11 ** 2 * ins * outs;

const large = [setInputSize([64, 64]), setKernelSize([11, 11]), setInChannels(8)].reduce<ConvDocument>(
  (document, command) => command(document),
  defaultDocument,
);

test("much work is asked about, and done once it is agreed to", () => {
  const store = createAppStore(large);
  const problems = store.getState().edit(setOutChannels(8));
  expect(problems).toEqual([
    expect.objectContaining({
      code: "work-to-confirm",
      severity: "confirm",
      values: { work: workOf(8, 8) },
    }),
  ]);
  expect(store.getState().history.present).toBe(large);
  store.getState().agree(workOf(8, 8));
  expect(store.getState().edit(setOutChannels(8))).toEqual([]);
  // More than that is asked about again.
  expect(store.getState().edit(setOutChannels(9))).toHaveLength(1);
});

test("more than a thousand million multiplications are refused, whatever was agreed to", () => {
  // 16³ outputs of 11³ cells, times 16 channels on both sides.
  const volume = [
    setDims(3),
    setInputSize([26, 26, 26]),
    setKernelSize([11, 11, 11]),
    setInChannels(16),
  ].reduce<ConvDocument>((document, command) => command(document), defaultDocument);
  const store = createAppStore(volume);
  store.getState().agree(1e12);
  const [problem] = store.getState().edit(setOutChannels(16));
  expect(problem).toMatchObject({
    code: "work-too-large",
    severity: "error",
    values: { work: 16 ** 3 * 11 ** 3 * 16 ** 2, limit: 1e9 },
  });
});

test("a document from outside waits for an answer, and what was there stays", () => {
  const store = createAppStore(defaultDocument);
  const much = setOutChannels(8)(large);
  store.getState().load(much, 3);
  expect(store.getState().history.present).toBe(defaultDocument);
  expect(store.getState().notices).toEqual([{ key: "notice.work", values: { work: workOf(8, 8) } }]);
  store.getState().goOn();
  expect(store.getState().history.present).toBe(much);
  expect(store.getState()).toMatchObject({ position: 3, notices: [], waiting: null });
});
