import { figureEn } from "./figure.en";
import { panelsEn } from "./panels.en";
import { presetsEn } from "./presets.en";
import { problemsEn } from "./problems.en";
import { shellEn } from "./shell.en";

/** Every message in English: the list of keys that the other languages must have. */
export const en = { ...shellEn, ...figureEn, ...panelsEn, ...presetsEn, ...problemsEn } as const;

type CatalogueKey = keyof typeof en;

type Stem<Key extends string> = Key extends `${infer Name}.one` | `${infer Name}.other` ? Name : Key;

/** What `text` takes: `steps` stands for `steps.one` and `steps.other`. */
export type MessageKey = Stem<CatalogueKey>;

/** A language without a singular form, such as Chinese, has `.other` alone. */
export type Translation = Readonly<Record<Exclude<CatalogueKey, `${string}.one`>, string>>;
