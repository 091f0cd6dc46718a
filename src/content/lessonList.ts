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
      {
        name: "one-number-lifts-the-whole-map",
        title: { en: "One number lifts the whole map", "zh-CN": "一个数抬高整张图" },
        load: async () => (await import("./lessons/oneNumberLiftsTheWholeMap")).oneNumberLiftsTheWholeMap,
      },
      {
        name: "one-flip-apart",
        title: { en: "One flip apart", "zh-CN": "只差一次翻转" },
        load: async () => (await import("./lessons/oneFlipApart")).oneFlipApart,
      },
      {
        name: "edges-have-a-direction",
        title: { en: "Edges have a direction", "zh-CN": "边缘有方向" },
        load: async () => (await import("./lessons/edgesHaveADirection")).edgesHaveADirection,
      },
      {
        name: "a-kernel-is-a-template",
        title: { en: "A kernel is a template", "zh-CN": "卷积核是模板" },
        load: async () => (await import("./lessons/aKernelIsATemplate")).aKernelIsATemplate,
      },
      {
        name: "one-two-three-axes",
        title: { en: "One, two, three axes", "zh-CN": "一、二、三个轴" },
        load: async () => (await import("./lessons/oneTwoThreeAxes")).oneTwoThreeAxes,
      },
    ],
  },
  {
    title: { en: "B. Learning", "zh-CN": "B. 学习" },
    lessons: [
      {
        name: "learn-the-kernel",
        title: { en: "Learn the kernel", "zh-CN": "学出卷积核" },
        load: async () => (await import("./lessons/learnTheKernel")).learnTheKernel,
      },
      {
        name: "what-the-data-cannot-teach",
        title: { en: "What the data cannot teach", "zh-CN": "数据教不会的东西" },
        load: async () => (await import("./lessons/whatTheDataCannotTeach")).whatTheDataCannotTeach,
      },
    ],
  },
  {
    title: { en: "C. Size", "zh-CN": "C. 尺寸" },
    lessons: [
      {
        name: "padding-keeps-the-size",
        title: { en: "Padding keeps the size", "zh-CN": "填充保持尺寸" },
        load: async () => (await import("./lessons/paddingKeepsTheSize")).paddingKeepsTheSize,
      },
      {
        name: "why-odd",
        title: { en: "Why odd?", "zh-CN": "为什么用奇数？" },
        load: async () => (await import("./lessons/whyOdd")).whyOdd,
      },
      {
        name: "padding-is-data",
        title: { en: "Padding is data", "zh-CN": "填充也是数据" },
        load: async () => (await import("./lessons/paddingIsData")).paddingIsData,
      },
      {
        name: "stride-and-the-floor",
        title: { en: "Stride and the floor", "zh-CN": "步幅与向下取整" },
        load: async () => (await import("./lessons/strideAndTheFloor")).strideAndTheFloor,
      },
      {
        name: "the-rows-nobody-reads",
        title: { en: "The rows nobody reads", "zh-CN": "没有人读的行" },
        load: async () => (await import("./lessons/theRowsNobodyReads")).theRowsNobodyReads,
      },
    ],
  },
  {
    title: { en: "D. Real layers", "zh-CN": "D. 真实的层" },
    lessons: [
      {
        name: "channels-and-nchw",
        title: { en: "Channels and NCHW", "zh-CN": "通道与 NCHW" },
        load: async () => (await import("./lessons/channelsAndNchw")).channelsAndNchw,
      },
      {
        name: "the-one-by-one",
        title: { en: "The 1×1", "zh-CN": "1×1 卷积" },
        load: async () => (await import("./lessons/theOneByOne")).theOneByOne,
      },
      {
        name: "small-and-deep-beats-large-and-wide",
        title: { en: "Small and deep beats large and wide", "zh-CN": "小而深胜过大而宽" },
        load: async () =>
          (await import("./lessons/smallAndDeepBeatsLargeAndWide")).smallAndDeepBeatsLargeAndWide,
      },
      {
        name: "dilation",
        title: { en: "Dilation", "zh-CN": "膨胀" },
        load: async () => (await import("./lessons/dilation")).dilation,
      },
      {
        name: "groups-and-depthwise",
        title: { en: "Groups and depthwise", "zh-CN": "分组与逐通道卷积" },
        load: async () => (await import("./lessons/groupsAndDepthwise")).groupsAndDepthwise,
      },
    ],
  },
  {
    title: { en: "E. Under the hood", "zh-CN": "E. 内部原理" },
    lessons: [
      {
        name: "sharing-and-shifting",
        title: { en: "Sharing and shifting", "zh-CN": "共享与平移" },
        load: async () => (await import("./lessons/sharingAndShifting")).sharingAndShifting,
      },
      {
        name: "running-it-backwards",
        title: { en: "Running it backwards", "zh-CN": "倒着运行" },
        load: async () => (await import("./lessons/runningItBackwards")).runningItBackwards,
      },
    ],
  },
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
