import { beforeEach, describe, expect, test } from "vitest";
import { setStride } from "../../src/model/commands";
import { defaultDocument } from "../../src/model/defaultDocument";
import { setInputSize } from "../../src/model/gridCommands";
import { type AppStore, createAppStore } from "../../src/store/appStore";
import { currentStep, lastStep } from "../../src/store/playbackSlice";

let store: AppStore;
const state = () => store.getState();

beforeEach(() => {
  store = createAppStore(defaultDocument);
});

test("the page opens at the first of four steps", () => {
  expect(state()).toMatchObject({ position: 0, playing: false, showAll: false });
  expect([currentStep(state()), lastStep(state())]).toEqual([0, 3]);
});

describe("playing", () => {
  test("moves with the time that passes, and stands still without it", () => {
    state().play();
    state().tick(300);
    expect(state().position).toBe(0.5);
    state().pause();
    state().tick(300);
    expect(state().position).toBe(0.5);
  });

  test("ends at the last step, and starts over from there", () => {
    state().play();
    for (let n = 0; n < 40; n++) state().tick(50);
    expect(state()).toMatchObject({ position: 3, playing: false });
    state().play();
    expect(state()).toMatchObject({ position: 0, playing: true });
  });

  test("goes on from where it was paused", () => {
    state().seek(1.5);
    state().play();
    expect(state().position).toBe(1.5);
  });

  test("hides the outputs that are not computed yet", () => {
    state().toggleShowAll();
    state().play();
    expect(state().showAll).toBe(false);
  });

  test("of a single step doesn't begin", () => {
    state().edit(setInputSize([2, 2]));
    state().play();
    expect(state().playing).toBe(false);
  });

  test("loops when it is told to", () => {
    state().toggleLoop();
    state().play();
    const seen: number[] = [];
    for (let n = 0; n < 60; n++) {
      state().tick(100);
      seen.push(currentStep(state()));
    }
    expect(state().playing).toBe(true);
    expect(seen.filter((step, i) => step !== seen[i - 1]).slice(0, 6)).toEqual([0, 1, 2, 3, 0, 1]);
  });
});

describe("stepping", () => {
  test("goes to whole steps, from between two of them to the nearer side", () => {
    state().seek(1.4);
    state().stepBy(1);
    expect(state().position).toBe(2);
    state().seek(1.4);
    state().stepBy(-1);
    expect(state().position).toBe(1);
  });

  test("stops at both ends", () => {
    state().stepBy(-1);
    expect(state().position).toBe(0);
    for (let n = 0; n < 9; n++) state().stepBy(1);
    expect(state().position).toBe(3);
  });

  test("pauses", () => {
    state().play();
    state().stepBy(1);
    expect(state().playing).toBe(false);
  });

  test("back from the end of a loop, playing or paused, goes back a step", () => {
    const dwell = () => {
      state().seek(2.9);
      state().play();
      state().tick(240);
      expect(currentStep(state())).toBe(3);
    };
    state().toggleLoop();
    dwell();
    state().stepBy(-1);
    expect(state().position).toBe(2);
    dwell();
    state().pause();
    expect(state().position).toBe(3);
    state().stepBy(-1);
    expect(state().position).toBe(2);
  });
});

test("seeking stays between the first step and the last, and pauses", () => {
  state().play();
  state().seek(-2);
  expect(state()).toMatchObject({ position: 0, playing: false });
  state().seek(2.75);
  expect(state().position).toBe(2.75);
  expect(currentStep(state())).toBe(2);
  state().seek(99);
  expect(state().position).toBe(3);
});

test("the speed stays between 1000 and 60 ms a step", () => {
  for (const [asked, taken] of [
    [0.1, 0.6],
    [2, 2],
    [100, 10],
  ] as const) {
    state().setSpeed(asked);
    expect(state().speed).toBe(taken);
  }
});

test("an edit while playing goes on playing", () => {
  state().play();
  state().tick(300);
  state().edit(setStride([1, 2]));
  expect(state()).toMatchObject({ playing: true, position: 0.5 });
});

describe("two views of one document", () => {
  test("each keep their moment, and neither plays on in the other", () => {
    state().seek(2);
    state().play();
    state().show("learn");
    expect(state()).toMatchObject({ view: "learn", position: 0, playing: false });
    state().setTrainedTo(10);
    state().seek(7);
    state().show("explore");
    expect(state()).toMatchObject({ view: "explore", position: 2 });
    state().show("learn");
    expect(state().position).toBe(7);
  });

  test("Learn ends with the last update that there is", () => {
    state().show("learn");
    state().setTrainedTo(10);
    state().seek(99);
    expect(state().position).toBe(10);
    state().setTrainedTo(4);
    expect(state().position).toBe(4);
  });

  test("an update takes the time of four steps, of a long training less", () => {
    state().show("learn");
    state().setTrainedTo(10);
    state().play();
    state().tick(2400);
    expect(state().position).toBe(1);
    state().setTrainedTo(1000);
    state().tick(24);
    expect(state().position).toBe(2);
  });
});
