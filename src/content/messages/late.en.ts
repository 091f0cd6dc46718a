import { fieldsEn } from "./fields.en";
import { menusEn } from "./menus.en";
import { presetsEn } from "./presets.en";
import { problemsEn } from "./problems.en";
import { readoutEn } from "./readout.en";

/** The messages that nothing says before the reader does something; the page opens without them. */
export const lateEn = { ...fieldsEn, ...menusEn, ...presetsEn, ...problemsEn, ...readoutEn } as const;
