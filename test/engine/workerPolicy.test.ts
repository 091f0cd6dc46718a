// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const load = async () => (await import("../../src/engine/workerPolicy")).workerAddress;

test("without Trusted Types a worker's address is the whole address", async () => {
  const workerAddress = await load();
  expect(workerAddress("./assets/worker.js")).toBe(new URL("assets/worker.js", document.baseURI).href);
});

test("with them it is what the page's one policy lets through", async () => {
  const createPolicy = vi.fn((_: string, rules: { createScriptURL: (url: string) => string }) => ({
    createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }),
  }));
  vi.stubGlobal("trustedTypes", { createPolicy });
  const workerAddress = await load();
  const trusted = { trusted: new URL("worker.js", document.baseURI).href };
  expect([workerAddress("worker.js"), workerAddress("worker.js")]).toEqual([trusted, trusted]);
  expect(createPolicy).toHaveBeenCalledTimes(1);
});

test.each(["https://elsewhere.example/worker.js", "data:text/javascript,1", "blob:null/1"])(
  "nothing of another origin gets through: %s",
  async (address) => {
    const workerAddress = await load();
    expect(() => workerAddress(address)).toThrow(TypeError);
  },
);
