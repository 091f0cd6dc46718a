import { lineLayout } from "./lineLayout";
import { sheetLayout } from "./sheetLayout";

/** What arranges the figures that are not plain, all that `layoutOf` does without at first. */
export const otherLayouts = { lineLayout, sheetLayout } as const;
