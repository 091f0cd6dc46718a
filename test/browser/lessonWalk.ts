import type { Page } from "@playwright/test";
import { loadLesson } from "../../src/content/lessonList";
import { type Lesson, type LessonText, lessonText, type Question } from "../../src/model/lesson";
import { expect } from "./fixtures";

/** What solves the steps that ask for something to be done, by their numbers. */
export type Solutions = Readonly<Record<number, (page: Page) => Promise<unknown>>>;

/** The lesson as it stands beside the figure. */
export function lessonPanel(page: Page) {
  return page.getByRole("region", { name: "Lesson", exact: true });
}

/** A lesson of the page's own. */
export async function lessonNamed(name: string): Promise<Lesson> {
  const lesson = await loadLesson(name);
  if (!lesson) throw new Error(`no lesson is named ${name}`);
  return lesson;
}

/** Walks an open lesson from its first step to its end by its right answers. */
export async function walkRight(page: Page, lesson: Lesson, solutions: Solutions): Promise<void> {
  const panel = lessonPanel(page);
  const next = panel.getByRole("button", { name: "Next", exact: true });
  const count = lesson.steps.length + lesson.checks.length;
  for (const [index, step] of lesson.steps.entries()) {
    const at = index + 1;
    await expect(panel.locator(".lesson-place")).toHaveText(`Step ${at} of ${count}`);
    if (step.kind === "predict") {
      await answerRight(page, step.question);
      await expect(panel.locator(".lesson-verdict")).toContainText("Right");
    } else if (step.kind !== "observe") {
      const solve = solutions[at];
      if (!solve) throw new Error(`nothing solves step ${at} of ${lesson.name}`);
      await solve(page);
      await expect(panel.locator(".lesson-verdict")).toContainText("Done");
      if (step.after) await expect(panel).toContainText(spoken(step.after));
    }
    await next.click();
  }
  for (const [index, question] of lesson.checks.entries()) {
    const at = lesson.steps.length + index + 1;
    await expect(panel.locator(".lesson-place")).toHaveText(`Check, ${at} of ${count}`);
    await answerRight(page, question);
    await expect(panel.locator(".lesson-verdict")).toContainText("Right");
    await next.click();
  }
  await expect(panel.locator(".lesson-place")).toHaveText("Finished");
}

async function answerRight(page: Page, question: Question): Promise<void> {
  if (question.kind === "number") await typeNumbers(page, question.answer);
  else
    await choosePlace(
      page,
      question.choices.findIndex(({ right }) => right),
    );
}

/** Answers with one of the mistakes that a question knows, and gives its text. */
export async function answerWrong(page: Page, question: Question, index: number): Promise<string> {
  if (question.kind === "number") {
    const mistake = question.mistakes[index];
    if (!mistake) throw new Error(`there is no mistake ${index}`);
    await typeNumbers(page, mistake.value);
    return spoken(mistake.text);
  }
  const places = question.choices.flatMap(({ mistake }, place) => (mistake ? [{ mistake, place }] : []));
  const wrong = places[index];
  if (!wrong) throw new Error(`there is no mistake ${index}`);
  await choosePlace(page, wrong.place);
  return spoken(wrong.mistake);
}

async function typeNumbers(page: Page, answer: unknown): Promise<void> {
  const fields = lessonPanel(page).getByRole("textbox", { name: /^Your answer/ });
  const numbers = [answer].flat(2) as number[];
  await expect(fields).toHaveCount(numbers.length);
  for (const [index, number] of numbers.entries()) await fields.nth(index).fill(String(number));
  await lockIn(page);
}

async function choosePlace(page: Page, place: number): Promise<void> {
  await lessonPanel(page).getByRole("radio").nth(place).check();
  await lockIn(page);
}

async function lockIn(page: Page): Promise<void> {
  await lessonPanel(page)
    .getByRole("button", { name: /^(Lock in|Check)$/ })
    .click();
}

/** A text of a lesson as it is read, without its marks. */
function spoken(text: LessonText): string {
  return lessonText(text, "en")
    .replace(/\[\[(?:[^\]|]+\|)?([^\]]+)\]\]/g, "$1")
    .replace(/[*`]/g, "");
}
