// Of jsdom's own blobs Node makes no copies.
import { Blob as CopiedBlob } from "node:buffer";
import { vi } from "vitest";
import type { Driven } from "../../src/embed/frame";

interface Delivered {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
  readonly ports?: readonly MessagePort[];
}

/** An event as browsers make it when a message arrives: with a copy of what was posted. */
export function arrival({ data, origin, source, ports = [] }: Delivered): Event {
  return Object.assign(new Event("message"), { data: structuredClone(data), origin, source, ports });
}

/** A page that notes what it is told, and the window of a frame in it. */
export function pageAndFrame() {
  const told: { readonly message: Record<string, unknown>; readonly to: string }[] = [];
  const page = {
    postMessage: (message: Record<string, unknown>, to: string) => void told.push({ message, to }),
  };
  const own = Object.assign(new EventTarget(), { parent: page }) as unknown as Window;
  const say = (data: unknown, origin = "https://notes.example", ports?: readonly MessagePort[]) =>
    own.dispatchEvent(arrival({ data, origin, source: page, ...(ports && { ports }) }));
  return { told, page, own, say };
}

/** A widget that only remembers: its state, and what it was asked in order. */
export function recorder() {
  let state: Record<string, string> = { stride: "1" };
  const asked: unknown[] = [];
  const widget: Driven = {
    getState: () => state,
    setState: (change) => {
      asked.push(["setState", change]);
      state = { ...state, ...(change as Record<string, string>) };
    },
    play: () => asked.push(["play"]),
    pause: () => asked.push(["pause"]),
    step: (target) => asked.push(["step", target]),
    exportImage: async (kind) => {
      asked.push(["export", kind]);
      if (kind === "png") throw new Error("no picture here");
      return new CopiedBlob(["<svg/>"], { type: "image/svg+xml" }) as Blob;
    },
  };
  return { widget, asked };
}

export function request(type: string, rest: Record<string, unknown> = {}) {
  return { source: "convscope", v: 1, type, ...rest };
}

/** Lets answers that need no time come. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await vi.advanceTimersByTimeAsync(0);
}
