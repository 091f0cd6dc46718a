import type { Lesson, LessonText } from "../model/lesson";

/** What is known of a lesson before it is fetched. */
export interface LessonEntry {
  /** Its word in the address. */
  readonly name: string;
  readonly title: LessonText;
  readonly load: () => Promise<Lesson>;
}

export interface LessonTrack {
  readonly title: LessonText;
  readonly lessons: readonly LessonEntry[];
}

/** All lessons in their order, each fetched on its own when it is opened. */
export const lessonTracks: readonly LessonTrack[] = [
  {
    title: { en: "A. The operation", "zh-CN": "A. 运算本身" },
    lessons: [
      {
        name: "the-sliding-dot-product",
        title: { en: "The sliding dot product", "zh-CN": "滑动的点积" },
        load: async () => (await import("./lessons/theSlidingDotProduct")).theSlidingDotProduct,
      },
    ],
  },
  { title: { en: "B. Learning", "zh-CN": "B. 学习" }, lessons: [] },
  { title: { en: "C. Size", "zh-CN": "C. 尺寸" }, lessons: [] },
  { title: { en: "D. Real layers", "zh-CN": "D. 真实的层" }, lessons: [] },
  { title: { en: "E. Under the hood", "zh-CN": "E. 内部原理" }, lessons: [] },
];

/** The lesson whose review a lesson opens with. */
export const lessonReviews: Readonly<Record<string, string>> = {
  "edges-have-a-direction": "the-sliding-dot-product",
  "learn-the-kernel": "one-flip-apart",
  "padding-keeps-the-size": "edges-have-a-direction",
  "stride-and-the-floor": "padding-keeps-the-size",
  "the-rows-nobody-reads": "why-odd",
  "small-and-deep-beats-large-and-wide": "padding-keeps-the-size",
  dilation: "stride-and-the-floor",
  "groups-and-depthwise": "channels-and-nchw",
  "running-it-backwards": "one-flip-apart",
};

/** The lessons of one lecture, with their minutes. */
export const lectureDeck: readonly { readonly name: string; readonly minutes: number }[] = [
  { name: "the-sliding-dot-product", minutes: 6 },
  { name: "one-flip-apart", minutes: 6 },
  { name: "edges-have-a-direction", minutes: 7 },
  { name: "learn-the-kernel", minutes: 8 },
  { name: "padding-keeps-the-size", minutes: 6 },
  { name: "stride-and-the-floor", minutes: 6 },
  { name: "the-rows-nobody-reads", minutes: 5 },
  { name: "small-and-deep-beats-large-and-wide", minutes: 6 },
];

/** Fetches a lesson; null where there is none of that name. */
export async function loadLesson(name: string): Promise<Lesson | null> {
  const entry = lessonTracks.flatMap(({ lessons }) => lessons).find((lesson) => lesson.name === name);
  return entry ? entry.load() : null;
}

/** Fetches the question from an earlier lesson that a lesson opens with; null where there is none. */
export async function loadReview(name: string): Promise<NonNullable<Lesson["review"]>[number] | null> {
  const earlier = lessonReviews[name];
  const lesson = earlier === undefined ? null : await loadLesson(earlier);
  return lesson?.review?.[0] ?? null;
}
