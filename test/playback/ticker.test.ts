import { expect, test } from "vitest";
import { startTicker } from "../../src/playback/ticker";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("frames add up to the time that passed, and none comes after stopping", async () => {
  const frames: number[] = [];
  const began = performance.now();
  const stop = startTicker((milliseconds) => frames.push(milliseconds));
  while (frames.length < 4) await pause(5);
  stop();
  const passed = performance.now() - began;
  const total = frames.reduce((sum, frame) => sum + frame, 0);
  expect(frames.every((frame) => frame >= 0 && frame <= 100)).toBe(true);
  expect(total).toBeLessThanOrEqual(passed + 1);
  const { length } = frames;
  await pause(40);
  expect(frames).toHaveLength(length);
});

test("a frame that comes late is taken for a short one", async () => {
  const frames: number[] = [];
  const stop = startTicker((milliseconds) => frames.push(milliseconds));
  while (frames.length < 2) await pause(5);
  const { length } = frames;
  const busyUntil = performance.now() + 250;
  while (performance.now() < busyUntil);
  while (frames.length === length) await pause(5);
  stop();
  expect(frames[length]).toBe(100);
});
