/** How a document is shown, as far as an address can say it; the first word of each is its default. */
export const settings = {
  view: ["explore", "learn", "stack"],
  theme: ["auto", "light", "dark", "projector"],
  notation: ["pytorch", "d2l"],
  ui: ["full", "figure", "none"],
  channels: ["auto", "exploded", "stacked"],
  depth: ["slices", "sheets"],
  show: ["none", "matrix", "im2col", "backward"],
} as const;

/** Views of the address that this release does not have. */
export const laterViews: readonly string[] = ["image"];

/** Parts of the page that a link can hide. */
export const parts = [
  "formula",
  "equation",
  "cost",
  "code",
  "controls",
  "transport",
  "products",
  "presets",
  "lesson",
  "header",
] as const;

/** What a link can lock against change. */
export const controls = ["input", "kernel", "bias", "stride", "padding", "dilation", "size", "op"] as const;

export const languages = ["en", "zh-CN", "__test__"] as const;

/** Playback speed is a factor of 600 ms a step: from 1000 ms down to 60. */
export const SPEED_RANGE = [0.6, 10] as const;

export type View = (typeof settings.view)[number];
export type Theme = (typeof settings.theme)[number];
export type Notation = (typeof settings.notation)[number];
export type Ui = (typeof settings.ui)[number];
export type ChannelView = (typeof settings.channels)[number];
export type DepthView = (typeof settings.depth)[number];
/** What stands under the figure of Explore. */
export type Below = (typeof settings.show)[number];
export type Part = (typeof parts)[number];
export type Control = (typeof controls)[number];
export type Language = (typeof languages)[number];

/** The language of this app that serves a language tag (`zh-Hans-SG`, `en-GB`); undefined when none does. */
export function matchLanguage(tag: string): Language | undefined {
  if (tag === "__test__") return tag;
  if (/^zh(?:-|$)/i.test(tag)) return "zh-CN";
  return /^en(?:-|$)/i.test(tag) ? "en" : undefined;
}

/** The first of the reader's languages that this app has, else English. */
export function preferredLanguage(tags: readonly string[]): Language {
  return tags.map(matchLanguage).find((language) => language !== undefined) ?? "en";
}
