import { axesZhCN } from "./axes.zh-CN";
import { belowZhCN } from "./below.zh-CN";
import { belowSwitchZhCN } from "./belowSwitch.zh-CN";
import { embedZhCN } from "./embed.zh-CN";
import type { Translation } from "./en";
import { fieldsZhCN } from "./fields.zh-CN";
import { figureZhCN } from "./figure.zh-CN";
import { kernelsZhCN } from "./kernels.zh-CN";
import { learnZhCN } from "./learn.zh-CN";
import { lessonsZhCN } from "./lessons.zh-CN";
import { menusZhCN } from "./menus.zh-CN";
import { panelsZhCN } from "./panels.zh-CN";
import { presentZhCN } from "./present.zh-CN";
import { presetsZhCN } from "./presets.zh-CN";
import { problemsZhCN } from "./problems.zh-CN";
import { readoutZhCN } from "./readout.zh-CN";
import { shapesZhCN } from "./shapes.zh-CN";
import { sheetsZhCN } from "./sheets.zh-CN";
import { shellZhCN } from "./shell.zh-CN";
import { stackZhCN } from "./stack.zh-CN";

/** Every message in Simplified Chinese. */
export const zhCN: Translation = {
  ...shellZhCN,
  ...figureZhCN,
  ...sheetsZhCN,
  ...panelsZhCN,
  ...kernelsZhCN,
  ...fieldsZhCN,
  ...menusZhCN,
  ...presetsZhCN,
  ...problemsZhCN,
  ...readoutZhCN,
  ...learnZhCN,
  ...lessonsZhCN,
  ...stackZhCN,
  ...shapesZhCN,
  ...axesZhCN,
  ...embedZhCN,
  ...presentZhCN,
  ...belowSwitchZhCN,
  ...belowZhCN,
};
