import type { Translation } from "./en";
import { shellZhCN } from "./shell.zh-CN";

/** Every message in Simplified Chinese. */
export const zhCN: Translation = { ...shellZhCN };
