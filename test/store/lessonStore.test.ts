// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { defaultDocument } from "../../src/model/defaultDocument";
import { setCell } from "../../src/model/gridCommands";
import type { Lesson } from "../../src/model/lesson";
import { decodeLessons, encodeLessons, type LessonsKept, nothingKept } from "../../src/model/lessonProgress";
import { type AppStore, createAppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { createLessonStore } from "../../src/store/lessonStore";
import { lessonFigure } from "../../src/ui/lessonFigure";

const lesson: Lesson = {
  name: "four-sums",
  title: "Four sums",
  goal: "Compute an output cell by hand.",
  start: "input=0,1,2;3,4,5;6,7,8&kernel=0,1;2,3",
  steps: [
    {
      kind: "predict",
      question: {
        kind: "number",
        text: "What is Y[0,0]?",
        answer: 19,
        mistakes: [{ value: 10, text: "You added the four inputs and the four weights." }],
        after: "0·0 + 1·1 + 3·2 + 4·3.",
      },
      reveal: "step=0&bias=1",
    },
    { kind: "do", text: "Go to the last place.", goals: [{ all: [{ fact: "step", is: 3 }] }] },
    {
      kind: "free",
      text: "Change one weight.",
      goals: [{ all: [{ fact: "changedKernelCells", is: 1 }] }],
    },
  ],
  checks: [
    {
      kind: "choice",
      text: "How many places?",
      choices: [
        { value: "4", right: true },
        { value: "9", mistake: "That is how many inputs there are." },
      ],
      after: "2 × 2.",
    },
  ],
};

async function opened(kept: LessonsKept = nothingKept) {
  const app = createAppStore(defaultDocument);
  const keep = vi.fn<(kept: LessonsKept) => void>();
  const library = { load: async (name: string) => (name === lesson.name ? { lesson } : null) };
  const lessons = createLessonStore(app, lessonFigure(app), library, { kept, keep });
  return { app, lessons, keep, open: (at: number | null = null) => open(app, at) };
}

async function open(app: AppStore, at: number | null) {
  app.getState().setView({ lesson: lesson.name, at });
  await Promise.resolve();
  await Promise.resolve();
}

const kernelOf = (app: AppStore) => [...app.getState().history.present.layers[0].weight.data];

test("a lesson opens beside one's own work, which closing brings back with its history", async () => {
  const { app, open } = await opened();
  app.getState().edit(setCell("kernel", { row: 0, column: 0 }, 7));
  const before = app.getState().history;
  app.getState().seek(3);
  await open();
  expect(kernelOf(app)).toEqual([0, 1, 2, 3]);
  app.getState().undo();
  expect(kernelOf(app)).toEqual([0, 1, 2, 3]);
  app.getState().setView({ lesson: null, at: null });
  expect(app.getState().history).toBe(before);
  expect(app.getState().position).toBe(3);
});

test("outputs are hidden until the prediction is locked in, and the place tells whether it was right", async () => {
  const { app, lessons, open } = await opened();
  await open();
  expect(app.getState().revealed).toEqual([]);
  lessons.getState().answer(10);
  expect(app.getState().revealed).toBeNull();
  expect(lessons.getState().place.answers[1]).toMatchObject({ given: 10, right: false, tries: 1 });
});

test("a result is shown for what was asked, whatever was changed meanwhile, and the change can be undone to", async () => {
  const { app, lessons, open } = await opened();
  await open();
  app.getState().edit(setCell("kernel", { row: 1, column: 1 }, 9));
  lessons.getState().answer(19);
  expect(kernelOf(app)).toEqual([0, 1, 2, 3]);
  app.getState().undo();
  expect(kernelOf(app)).toEqual([0, 1, 2, 9]);
});

test("a goal is reached in whatever way its place came about, and stays reached", async () => {
  const { app, lessons, open } = await opened();
  await open(2);
  app.getState().seek(3);
  app.getState().seek(0);
  expect(lessons.getState().place.goals[2]).toEqual([0]);
});

test("a free goal counts changes from where its step began", async () => {
  const { app, lessons, open } = await opened();
  await open(3);
  expect(lessons.getState().place.goals[3] ?? []).toEqual([]);
  app.getState().edit(setCell("kernel", { row: 0, column: 0 }, 5));
  expect(lessons.getState().place.goals[3]).toEqual([0]);
});

test("a place that was left is there again as it was, with its figure", async () => {
  const { app, lessons, open } = await opened();
  await open(3);
  app.getState().edit(setCell("kernel", { row: 0, column: 0 }, 5));
  lessons.getState().back();
  expect(kernelOf(app)).toEqual([0, 1, 2, 3]);
  lessons.getState().next();
  expect(kernelOf(app)).toEqual([5, 1, 2, 3]);
});

test("another visit goes on where the last one stopped", async () => {
  const first = await opened();
  await first.open(3);
  first.app.getState().edit(setCell("kernel", { row: 0, column: 0 }, 5));
  const text = encodeLessons(first.keep.mock.lastCall?.[0] ?? nothingKept);
  const kept = decodeLessons(text);
  expect(kept).toMatchObject({ last: lesson.name });
  const second = await opened(kept as LessonsKept);
  await second.open();
  expect(second.app.getState().at).toBe(3);
  expect(kernelOf(second.app)).toEqual([5, 1, 2, 3]);
  expect(second.lessons.getState().place.goals[3]).toEqual([0]);
});

test("a check may be tried again; a lesson is finished at its end", async () => {
  const { lessons, open } = await opened();
  await open(4);
  lessons.getState().answer(1);
  lessons.getState().tryAgain();
  expect(lessons.getState().place.answers[4]).toBeUndefined();
  lessons.getState().answer(0);
  expect(lessons.getState().place.answers[4]).toMatchObject({ right: true, tries: 2 });
  lessons.getState().next();
  expect(lessons.getState().kept).toMatchObject({ last: null, lessons: { "four-sums": { finished: true } } });
});

test("a lesson that there isn't leaves the page as it was, and a notice says so", async () => {
  const { app } = await opened();
  app.getState().setView({ lesson: "none", at: 2 });
  await Promise.resolve();
  await Promise.resolve();
  expect(app.getState().lesson).toBeNull();
  expect(app.getState().notices).toEqual([{ key: "notice.lesson-unknown", values: { value: "none" } }]);
  expect(app.getState().history.present).toBe(defaultDocument);
});

test("who comes by an address finds what the step before has shown", async () => {
  const { app, open: openAt } = await opened();
  await openAt(2);
  expect(documentOf(app.getState()).layers[0].bias).toEqual([1]);
  expect(app.getState().history.past).toBeNull();
});
