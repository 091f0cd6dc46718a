import { useShownLanguage } from "../ui/i18n";

const english = {
  label: "Convscope figure",
  open: "Open",
  openIn: "Open in Convscope",
  rows: "rows",
  columns: "columns",
};

const chinese: typeof english = {
  label: "Convscope 图",
  open: "打开",
  openIn: "在 Convscope 中打开",
  rows: "行",
  columns: "列",
};

/** What the widget alone says, in the language that it shows. */
export function useWidgetTexts(): typeof english {
  return useShownLanguage() === "zh-CN" ? chinese : english;
}
