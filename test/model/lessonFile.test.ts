import { describe, expect, test } from "vitest";
import { readJson } from "../../src/model/jsonPlaces";
import { readLesson } from "../../src/model/lessonFile";

const facts = ["step", "kernel"];

const whole = {
  name: "my-lesson",
  title: { en: "Mine", "zh-CN": "我的" },
  goal: "Compute one cell.",
  start: "input=0,1;2,3&kernel=1",
  steps: [
    {
      kind: "do",
      text: "Go on.",
      controls: ["stride"],
      focus: ["equation", { grid: "output", row: 0, column: 1 }],
      goals: [{ all: [{ fact: "step", is: 1 }] }],
    },
  ],
  checks: [
    {
      kind: "choice",
      text: "Which?",
      choices: [
        { value: "This", right: true },
        { value: "That", mistake: "You took that." },
      ],
      after: "This.",
    },
  ],
};

/** The problems of the lesson with something of it replaced, as `line field code`. */
function problemsOf(from: string, to: string): readonly string[] {
  const text = JSON.stringify(whole, null, 1);
  expect(text).toContain(from);
  const reading = readLesson(text.replace(from, to), facts);
  if (!("problems" in reading)) return [];
  return reading.problems.map(({ line, field, code }) => `${line} ${field} ${code}`);
}

/** The line of the lesson's text on which something first stands. */
function lineOf(part: string): number {
  return (
    JSON.stringify(whole, null, 1)
      .split("\n")
      .findIndex((line) => line.includes(part)) + 1
  );
}

test("a whole lesson is read as it was written", () => {
  expect(readLesson(JSON.stringify(whole), facts)).toEqual({ lesson: whole });
});

describe("what is wrong is told with its line and field", () => {
  test.each([
    ["a field that is missing", '"goal": "Compute one cell.",', "", "1  missing"],
    ["a field that there isn't", '"goal":', '"gaol": "", "goal":', `${lineOf("goal")} gaol unknown-field`],
    ["an empty text", '"Go on."', '" "', `${lineOf("Go on.")} steps[0].text needs-text`],
    ["a text without English", '"en": "Mine"', '"de": "Meins"', `${lineOf("title")} title needs-english`],
    [
      "a control that there isn't",
      '"stride"',
      '"strides"',
      `${lineOf('"stride"')} steps[0].controls[0] one-of`,
    ],
    [
      "a fact that there isn't",
      '"fact": "step"',
      '"fact": "stop"',
      `${lineOf("fact")} steps[0].goals[0].all[0].fact unknown-fact`,
    ],
    [
      "two right answers",
      '"mistake": "You took that."',
      '"right": true',
      `${lineOf("choices")} checks[0].choices one-right`,
    ],
    ["an address that can't be used", "kernel=1", "kernel=1&stride=x", `${lineOf("start")} start address`],
    ["a kind that there isn't", '"kind": "do"', '"kind": "done"', `${lineOf('"do"')} steps[0].kind one-of`],
  ])("%s", (_, from, to, problem) => {
    expect(problemsOf(from, to)).toContain(problem);
  });

  test("text that is no JSON: the line on which it ends to be", () => {
    expect(readLesson('{\n "name": "x",\n "title" "y"\n}', facts)).toMatchObject({
      problems: [{ line: 3, code: "json" }],
    });
  });
});

test("values are those that the language's own reader finds", () => {
  const text = JSON.stringify(
    { a: [1, -2.5e3, { b: '\u00e9\n"' }], c: null, d: [true, false, []], e: {} },
    null,
    2,
  );
  const read = readJson(text);
  expect("value" in read && read.value).toEqual(JSON.parse(text));
  for (const broken of ["", "{", "[1,]", '{"a":1,}', "01", '"a', "nul", "[1 2]", '{"a" 1}', "1 2"]) {
    expect(readJson(broken)).not.toHaveProperty("value");
    expect(() => JSON.parse(broken)).toThrow();
  }
});
