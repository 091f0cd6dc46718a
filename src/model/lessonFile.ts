import { readText } from "./address";
import { type JsonPath, pathText, readJson } from "./jsonPlaces";
import { type Lesson, lessonCommands, lessonControls } from "./lesson";
import type { Notice } from "./notice";

/** What keeps a file from being a lesson, and where. */
export interface LessonProblem {
  /** Counted from 1; null for what was given as an object. */
  readonly line: number | null;
  /** Such as `steps[0].question.answer`; empty for the whole. */
  readonly field: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Why an address can't be used. */
  readonly notice?: Notice;
}

export type LessonReading = { readonly lesson: Lesson } | { readonly problems: readonly LessonProblem[] };

/** Longest file that is read, in characters. */
const MAX_LENGTH = 1024 * 1024;

/** Reads a lesson that somebody wrote, as the text of a JSON file. */
export function readLesson(text: string, facts: readonly string[]): LessonReading {
  if (text.length > MAX_LENGTH)
    return { problems: [{ line: null, field: "", code: "too-long", values: {} }] };
  const read = readJson(text.replace(/^\ufeff/, ""));
  if (!("value" in read)) return { problems: [{ line: read.line, field: "", code: "json", values: {} }] };
  return checkLesson(read.value, facts, read.lineOf);
}

function checkLesson(
  value: unknown,
  facts: readonly string[],
  lineOf: ((path: JsonPath) => number) | null = null,
): LessonReading {
  const problems: LessonProblem[] = [];
  const report: Report = (path, code, values = {}, notice) =>
    problems.push({
      line: lineOf ? lineOf(path) : null,
      field: pathText(path),
      code,
      values,
      ...(notice && { notice }),
    });
  lessonCheck(facts)(value, [], report);
  // All that a lesson needs has been checked.
  return problems.length === 0 ? { lesson: value as Lesson } : { problems };
}

type Report = (path: JsonPath, code: string, values?: LessonProblem["values"], notice?: Notice) => void;
type Check = (value: unknown, path: JsonPath, report: Report) => void;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const ofType =
  (expected: "number" | "list" | "object" | "text" | "value", is: (value: unknown) => boolean): Check =>
  (value, path, report) => {
    if (!is(value)) report(path, `needs-${expected}`);
  };

const number = ofType("number", (value) => typeof value === "number" && Number.isFinite(value));

const text: Check = (value, path, report) => {
  const isText = (each: unknown) => typeof each === "string" && each.trim() !== "";
  if (isText(value)) return;
  if (!isObject(value)) return report(path, "needs-text");
  if (!("en" in value)) return report(path, "needs-english");
  for (const [language, each] of Object.entries(value)) {
    if (!isText(each)) report([...path, language], "needs-text");
  }
};

const name: Check = (value, path, report) => {
  if (typeof value !== "string" || !/^[a-z0-9-]{1,64}$/.test(value)) report(path, "needs-name");
};

const address: Check = (value, path, report) => {
  if (typeof value !== "string") return report(path, "needs-address");
  // Presets are known to the page alone, and read counts to lessons alone.
  const { notices } = readText(
    value.replace(/(^|&)(?:preset=[^&]*|read-counts=[01])(?=&|$)/g, ""),
    "",
    () => undefined,
  );
  for (const notice of notices) report(path, "address", {}, notice);
};

const oneOf =
  (words: readonly unknown[], code = "one-of"): Check =>
  (value, path, report) => {
    if (!words.includes(value)) report(path, code, { value: String(value), words: words.join(", ") });
  };

const list =
  (item: Check, { least = 0, most = Number.POSITIVE_INFINITY } = {}): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) return report(path, "needs-list");
    if (value.length < least) report(path, "too-few", { count: least });
    if (value.length > most) report(path, "too-many", { count: most });
    for (const [at, each] of value.entries()) item(each, [...path, at], report);
  };

/** Fields with their checks; `?` after a name: it may be missing. */
const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, path, report) => {
    if (!isObject(value)) return report(path, "needs-object");
    const known = new Map(Object.entries(checks).map(([key, check]) => [key.replace("?", ""), check]));
    for (const key of Object.keys(checks)) {
      if (!key.endsWith("?") && !Object.hasOwn(value, key)) report(path, "missing", { name: key });
    }
    for (const [key, each] of Object.entries(value)) {
      const check = known.get(key);
      if (check) check(each, [...path, key], report);
      // The editor's own field.
      else if (key !== "$schema") report([...path, key], "unknown-field", { name: key });
    }
  };

/** Fields that depend on the word in `kind`. */
const byKind =
  (kinds: Readonly<Record<string, Check>>): Check =>
  (value, path, report) => {
    if (!isObject(value)) return report(path, "needs-object");
    const check = typeof value.kind === "string" ? kinds[value.kind] : undefined;
    if (check) check(value, path, report);
    else oneOf(Object.keys(kinds))(value.kind, "kind" in value ? [...path, "kind"] : path, report);
  };

const numbers: Check = (value, path, report) => {
  const isRow = (each: unknown) =>
    Array.isArray(each) && each.length > 0 && each.every((n) => Number.isFinite(n));
  const isGrid = Array.isArray(value) && value.length > 0 && value.every(isRow);
  const isEven = isGrid && value.every((row) => Array.isArray(row) && row.length === value[0].length);
  if (!Number.isFinite(value) && !isRow(value) && !isEven) report(path, "needs-numbers");
};

const ANY: Check = () => undefined;

const choice: Check = (value, path, report) => {
  fields({
    value: (each, at, tell) => (Array.isArray(each) ? numbers : text)(each, at, tell),
    "right?": oneOf([true]),
    "mistake?": text,
  })(value, path, report);
};

const choices: Check = (value, path, report) => {
  list(choice, { least: 2 })(value, path, report);
  const count = Array.isArray(value)
    ? value.filter((each) => isObject(each) && each.right === true).length
    : 1;
  if (count !== 1) report(path, "one-right", { count });
};

const question = byKind({
  number: fields({
    kind: ANY,
    text,
    "start?": address,
    answer: numbers,
    "tolerance?": number,
    mistakes: list(fields({ value: numbers, text })),
    after: text,
  }),
  choice: fields({ kind: ANY, text, "start?": address, choices, after: text }),
});

function lessonCheck(facts: readonly string[]): Check {
  const condition = fields({
    fact: oneOf(facts, "unknown-fact"),
    "is?": ANY,
    "not?": ANY,
    "atLeast?": number,
    "atMost?": number,
  });
  const goals = list(fields({ "text?": text, all: list(condition, { least: 1 }) }), { least: 1 });
  const grids = ["input", "kernel", "products", "output"];
  const cell = fields({
    grid: oneOf(grids),
    "channel?": number,
    "depth?": number,
    row: number,
    column: number,
  });
  const focus: Check = (value, path, report) =>
    isObject(value)
      ? cell(value, path, report)
      : oneOf([...grids, "equation", "formula", "cost", "transport"])(value, path, report);
  const action = fields({ text, "set?": address, "command?": oneOf(lessonCommands) });
  const basics = {
    kind: ANY,
    "hints?": list(text),
    "start?": address,
    "controls?": list(oneOf(lessonControls), { most: 4 }),
    "actions?": list(action, { most: 4 }),
    "focus?": list(focus),
    "notes?": text,
    "minutes?": number,
  };
  const step = byKind({
    predict: fields({ ...basics, question, "reveal?": address }),
    do: fields({ ...basics, text, goals, "after?": text }),
    observe: fields({ ...basics, text }),
    free: fields({ ...basics, text, goals, "after?": text }),
  });
  return fields({
    name,
    title: text,
    goal: text,
    "misconception?": text,
    start: address,
    steps: list(step, { least: 1 }),
    checks: list(question),
    "review?": list(question),
  });
}
