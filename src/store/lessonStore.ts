import { subscribeWithSelector } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import type { ConvDocument } from "../model/document";
import type { Lesson, Question } from "../model/lesson";
import { type Given, judge, rightAnswer } from "../model/lessonAnswer";
import { type LessonPlace, type LessonRecord, type LessonsKept, newPlace } from "../model/lessonProgress";
import {
  goalsAt,
  type LessonStops,
  questionAt,
  startAt,
  stepAt,
  stopsOf,
  stopWithin,
} from "../model/lessonStops";
import { holds } from "../trace/lessonFacts";
import type { LessonMoment } from "../trace/lessonMoment";
import type { AppStore } from "./appStore";
import { isMoment, momentIn } from "./lessonMoments";
import { type OwnWork, ownWorkIn } from "./ownWork";

/** The figure that a lesson is about; addresses are fragments without their `#`. */
export interface LessonFigure {
  /** Shows what an address says, as a new beginning: undo leads no further back. */
  readonly open: (address: string) => void;
  /** Shows an address with pairs set on it, as an edit; without one, what is there. */
  readonly set: (pairs: string, address?: string) => void;
  /** The address of what is there. */
  readonly address: () => string;
  readonly momentOf: (address: string) => LessonMoment;
}

/** Where lessons come from. */
export interface LessonLibrary {
  /** Null where there is none of that name; rejects where it can't be fetched. */
  readonly load: (name: string) => Promise<{ readonly lesson: Lesson; readonly review?: Question } | null>;
}

/** Where progress is kept between visits. */
export interface LessonKeeper {
  readonly kept: LessonsKept;
  readonly keep: (kept: LessonsKept) => void;
}

export interface LessonState {
  /** The lesson that is open; null while it is on its way. */
  readonly lesson: Lesson | null;
  readonly stops: LessonStops | null;
  readonly place: LessonPlace;
  readonly kept: LessonsKept;
  /** Whether the place's words are to be read out: somebody has gone there. */
  readonly arrived: boolean;
  readonly next: () => void;
  readonly back: () => void;
  readonly goTo: (at: number) => void;
  /** Locks an answer in. */
  readonly answer: (given: Given) => void;
  /** Takes a wrong answer back, to try again. */
  readonly tryAgain: () => void;
  /** Shows the right answer to a question that was answered wrongly. */
  readonly tell: () => void;
  readonly hint: () => void;
  /** The place from its beginning. */
  readonly restart: () => void;
  /** The lesson from its beginning. */
  readonly startOver: () => void;
  readonly greet: () => void;
  /** The document as the place began. */
  readonly origin: () => ConvDocument | null;
  /** Sets pairs of an address on what is there. */
  readonly set: (pairs: string) => void;
  /** An author's lesson, under a name that no address has. */
  readonly openOwn: (lesson: Lesson) => void;
  readonly replaceKept: (kept: LessonsKept) => void;
}

export type LessonStore = ReturnType<typeof createLessonStore>;

/** Before the name of an author's lesson: no address has such a name. */
export const OWN_LESSON = "file:";

/**
 * The lessons beside a figure. Which is open and where is said by the app's own state, so that an address, a list and a
 * message open one in the same way; what was answered and reached is here.
 */
export function createLessonStore(
  app: AppStore,
  figure: LessonFigure,
  library: LessonLibrary,
  keeper: LessonKeeper,
) {
  let own: OwnWork | null = null;
  /** Set while the lesson itself changes the figure. */
  let acting = false;
  let began: LessonMoment | null = null;
  /** The place on show; null before the first. */
  let here: number | null = null;
  let opening = 0;
  const authored = new Map<string, Lesson>();

  const store = createStore<LessonState>()(
    subscribeWithSelector((set, get) => ({
      lesson: null,
      stops: null,
      place: newPlace,
      kept: keeper.kept,
      arrived: false,
      next: (): void => goTo(get().place.at + 1),
      back: () => goTo(get().place.at - 1),
      goTo: (at) => goTo(at),
      answer: (given) => answer(given),
      tryAgain: () => {
        const { place } = get();
        const { [place.at]: _, ...answers } = place.answers;
        keepTries = place.answers[place.at]?.tries ?? 0;
        setPlace({ answers });
        conceal();
      },
      tell: () => {
        const { place } = get();
        const question = questionHere();
        const given = place.answers[place.at];
        if (!question || !given) return;
        setPlace({
          answers: { ...place.answers, [place.at]: { ...given, given: rightAnswer(question), told: true } },
        });
        conceal();
      },
      hint: () => {
        const { place } = get();
        setPlace({ hints: { ...place.hints, [place.at]: (place.hints[place.at] ?? 0) + 1 } });
      },
      restart: () => {
        const { place } = get();
        const without = <Value>(values: Readonly<Record<number, Value>>) => {
          const { [place.at]: _, ...others } = values;
          return others;
        };
        keepTries = 0;
        const address = place.began[place.at];
        setPlace({
          answers: without(place.answers),
          goals: without(place.goals),
          figures: without(place.figures),
        });
        act(() => figure.open(address ?? ""));
        keepFigure();
        conceal();
      },
      startOver: () => {
        const { stops } = get();
        if (!stops) return;
        here = null;
        setPlace({ ...newPlace });
        enter(1);
      },
      origin: () => began?.document ?? null,
      set: (pairs) => figure.set(pairs),
      greet: () => set({ arrived: false }),
      openOwn: (lesson) => {
        const name = OWN_LESSON + lesson.name;
        authored.set(name, lesson);
        // The same lesson, changed and opened again, begins again.
        const { [name]: _, ...lessons } = get().kept.lessons;
        keep({ ...get().kept, lessons });
        if (app.getState().lesson === name) void open(name, 1);
        else app.getState().setView({ lesson: name, at: null });
      },
      replaceKept: (kept) => keep(kept),
    })),
  );
  let keepTries = 0;

  const questionHere = () => {
    const { stops, place } = store.getState();
    return stops && questionAt(stops, place.at);
  };

  function keep(kept: LessonsKept) {
    store.setState({ kept });
    keeper.keep(kept);
  }

  function keepRecord(name: string, record: LessonRecord, last: string | null) {
    const { kept } = store.getState();
    keep({ lessons: { ...kept.lessons, [name]: record }, last });
  }

  function setPlace(change: Partial<LessonPlace>) {
    const { place, stops } = store.getState();
    const next = { ...place, ...change };
    store.setState({ place: next });
    const name = app.getState().lesson;
    if (name === null || !stops) return;
    const atEnd = next.at === stops.length - 1;
    const finished = atEnd || (store.getState().kept.lessons[name]?.finished ?? false);
    keepRecord(name, { place: next, finished }, atEnd ? null : name);
  }

  function act(change: () => void) {
    acting = true;
    try {
      change();
    } finally {
      acting = false;
    }
  }

  /** A question that waits for its answer hides the outputs. */
  function conceal() {
    const { place } = store.getState();
    const answer = place.answers[place.at];
    const isOpen = questionHere() !== null && (!answer || (!answer.right && !answer.told && !isLockedIn()));
    act(() => app.getState().setView({ revealed: isOpen ? [] : null, guesses: {} }));
  }

  /** A prediction and a question asked again are answered once; a check as often as one likes. */
  function isLockedIn(): boolean {
    const { stops, place } = store.getState();
    return stops?.[place.at]?.kind !== "check";
  }

  async function open(name: string, at: number | null) {
    const turn = ++opening;
    const state = app.getState();
    own ??= ownWorkIn(state);
    const written = authored.get(name);
    const found = written
      ? { lesson: written }
      : await library.load(name).catch(() => "unreachable" as const);
    if (turn !== opening) return;
    if (!found || found === "unreachable") {
      const key = found ? "notices.outdated" : "notice.lesson-unknown";
      app.getState().notify({ key, values: found ? {} : { value: name } });
      app.getState().setView({ lesson: null, at: null });
      return;
    }
    const { lesson } = found;
    const stops = stopsOf(lesson, "review" in found ? found.review : undefined);
    const record = store.getState().kept.lessons[name];
    const place = record?.place ?? { ...newPlace, at: stops[0] ? 0 : 1 };
    here = null;
    store.setState({ lesson, stops, place });
    enter(stopWithin(stops, at ?? place.at));
  }

  function leave() {
    opening++;
    store.setState({ lesson: null, stops: null, place: newPlace });
    began = null;
    here = null;
    if (!own) return;
    const before = own;
    own = null;
    act(() => app.setState({ ...before, playing: false, draft: null, hover: null, pinned: null }));
  }

  function goTo(at: number) {
    const { stops } = store.getState();
    if (!stops) return;
    store.setState({ arrived: true });
    enter(stopWithin(stops, at));
  }

  /** Shows a place: as it was left, or as it begins. */
  function enter(at: number) {
    const { lesson, stops, place } = store.getState();
    if (!lesson || !stops) return;
    keepTries = 0;
    const address =
      place.figures[at] ?? startAt(lesson, stops, at) ?? (here === at - 1 ? null : place.figures[at - 1]);
    here = at;
    act(() => {
      app.getState().pause();
      if (address === undefined) openAsLeft(lesson, stops, at);
      else if (address !== null) figure.open(address);
      app.getState().setView({ at });
    });
    const shown = figure.address();
    const beginning = place.began[at] ?? shown;
    began = figure.momentOf(beginning);
    setPlace({
      at,
      began: { ...place.began, [at]: beginning },
      figures: { ...place.figures, [at]: shown },
    });
    conceal();
    light(stops, at);
    look();
  }

  /** Who comes to a place by its address finds what the places before it began with, and what they have shown. */
  function openAsLeft(lesson: Lesson, stops: LessonStops, at: number) {
    let first = at - 1;
    while (first > 1 && startAt(lesson, stops, first) === undefined) first--;
    figure.open(startAt(lesson, stops, first) ?? lesson.start);
    for (let place = first; place < at; place++) {
      const step = stepAt(stops, place);
      if (step?.kind === "predict" && step.reveal !== undefined) figure.set(step.reveal);
    }
    figure.open(figure.address());
  }

  /** The cell that a place speaks of. */
  function light(stops: LessonStops, at: number) {
    const cell = stepAt(stops, at)?.focus?.find((part) => typeof part === "object");
    const pinned = cell ? { channel: 0, depth: 0, ...cell } : null;
    act(() => app.setState({ pinned }));
  }

  function answer(given: Given) {
    const { place, stops } = store.getState();
    const question = questionHere();
    if (!question || !stops) return;
    const { right } = judge(question, given);
    const tries = (place.answers[place.at]?.tries ?? keepTries) + 1;
    setPlace({ answers: { ...place.answers, [place.at]: { given, right, tries, told: false } } });
    conceal();
    const step = stepAt(stops, place.at);
    if (step?.kind !== "predict") return;
    // What was changed meanwhile would show another result than the one that was asked for.
    const asked = place.began[place.at];
    const changed = asked !== undefined && began?.document !== app.getState().history.present;
    if (step.reveal !== undefined || changed)
      act(() => figure.set(step.reveal ?? "", changed ? asked : undefined));
    keepFigure();
  }

  /** Which goals have been reached; what has been, stays so. */
  function look() {
    const { stops, place } = store.getState();
    if (!stops || !began) return;
    const goals = goalsAt(stops, place.at);
    const reached = place.goals[place.at] ?? [];
    if (reached.length === goals.length) return;
    const [now, before] = [momentIn(app.getState()), began];
    const more = goals.flatMap(({ all }, index) =>
      !reached.includes(index) && all.every((condition) => holds(condition, now, before)) ? [index] : [],
    );
    if (more.length > 0) setPlace({ goals: { ...place.goals, [place.at]: [...reached, ...more] } });
  }

  function keepFigure() {
    const { lesson, place } = store.getState();
    if (lesson) setPlace({ figures: { ...place.figures, [place.at]: figure.address() } });
  }

  const { lesson, at } = app.getState();
  if (lesson !== null) void open(lesson, at);
  const stop = app.subscribe((state, before) => {
    if (state.lesson !== before.lesson) {
      if (state.lesson === null) leave();
      else void open(state.lesson, state.at);
      return;
    }
    if (acting || !store.getState().lesson) return;
    if (state.at !== before.at && state.at !== null && state.at !== store.getState().place.at) {
      enter(stopWithin(store.getState().stops ?? [null], state.at));
      return;
    }
    if (!isMoment(state, before)) return;
    if (!state.playing) keepFigure();
    look();
  });

  return Object.assign(store, { destroy: stop });
}
