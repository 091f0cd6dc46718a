import type { axesEn } from "./axes.en";
import type { belowEn } from "./below.en";
import { belowSwitchEn } from "./belowSwitch.en";
import type { embedEn } from "./embed.en";
import { figureEn } from "./figure.en";
import { kernelsEn } from "./kernels.en";
import type { lateEn } from "./late.en";
import type { learnEn } from "./learn.en";
import type { lessonsEn } from "./lessons.en";
import { panelsEn } from "./panels.en";
import type { presentEn } from "./present.en";
import type { shapesEn } from "./shapes.en";
import { sheetsEn } from "./sheets.en";
import { shellEn } from "./shell.en";
import type { stackEn } from "./stack.en";

/** The messages of the first view in English. */
export const en = {
  ...shellEn,
  ...figureEn,
  ...sheetsEn,
  ...panelsEn,
  ...kernelsEn,
  ...belowSwitchEn,
} as const;

/** Every key in English, which the other languages must have. */
type CatalogueKey =
  | keyof typeof axesEn
  | keyof typeof shapesEn
  | keyof typeof en
  | keyof typeof lateEn
  | keyof typeof learnEn
  | keyof typeof lessonsEn
  | keyof typeof stackEn
  | keyof typeof embedEn
  | keyof typeof presentEn
  | keyof typeof belowEn;

type Stem<Key extends string> = Key extends `${infer Name}.one` | `${infer Name}.other` ? Name : Key;

/** What `text` takes: `steps` stands for `steps.one` and `steps.other`. */
export type MessageKey = Stem<CatalogueKey>;

/** A language without a singular form, such as Chinese, has `.other` alone. */
export type Translation = Readonly<Record<Exclude<CatalogueKey, `${string}.one`>, string>>;
