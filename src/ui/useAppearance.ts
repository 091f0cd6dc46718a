import { useLayoutEffect } from "react";
import { useShownLanguage } from "./i18n";
import { useApp } from "./StoreContext";

/** Carries theme, language and Present to the page's root element, where the styles read them. */
export function useAppearance(): void {
  const language = useShownLanguage();
  const { theme, presenting } = useApp((state) => ({ theme: state.theme, presenting: state.presenting }));
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = presenting ? "projector" : theme;
  }, [theme, presenting]);
  useLayoutEffect(() => {
    document.documentElement.lang = language === "__test__" ? "en" : language;
  }, [language]);
}
