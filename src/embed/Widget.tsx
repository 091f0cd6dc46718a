import { useEffect } from "react";
import type { AppStore } from "../store/appStore";
import { Announcer } from "../ui/Announcer";
import { EquationBar } from "../ui/EquationBar";
import { TextProvider, useShownLanguage } from "../ui/i18n";
import { lateComponent } from "../ui/lateComponent";
import { fetchLateTextsOnTouch } from "../ui/lateTexts";
import { LearnView } from "../ui/lateViews";
import { Notices } from "../ui/Notices";
import { Stage } from "../ui/Stage";
import { StoreProvider, useApp } from "../ui/StoreContext";
import { Transport } from "../ui/Transport";
import { WhenSeen } from "./WhenSeen";
import { WidgetBar } from "./WidgetBar";
import { useWidgetTexts } from "./widgetTexts";

const StyledLearnView = lateComponent(async () => {
  (await import("./learnStyles")).addLearnStyles();
  return LearnView;
});

export interface WidgetProps {
  readonly store: AppStore;
  /** Address of Convscope's page, for the link that opens the figure there. */
  readonly app: string | undefined;
}

/** The figure as it stands in other people's pages: what the page is made of, in less room. */
export function Widget({ store, app }: WidgetProps) {
  return (
    <StoreProvider store={store}>
      <TextProvider>
        <Frame app={app} />
      </TextProvider>
    </StoreProvider>
  );
}

function Frame({ app }: Omit<WidgetProps, "store">) {
  const language = useShownLanguage();
  const { label } = useWidgetTexts();
  const { theme, ui, view, hidden } = useApp((state) => ({
    theme: state.theme,
    ui: state.ui,
    view: state.view,
    hidden: state.hidden,
  }));
  useEffect(fetchLateTextsOnTouch, []);
  return (
    <section
      className="convscope"
      part="widget"
      aria-label={label}
      data-theme={theme}
      data-ui={ui}
      lang={language === "__test__" ? "en" : language}
      dir="ltr"
    >
      <Announcer>
        {ui === "full" && !hidden.includes("header") && <WidgetBar app={app} />}
        {view === "learn" ? (
          <WhenSeen>
            <StyledLearnView />
          </WhenSeen>
        ) : (
          <>
            <Notices />
            <div className="column" part="figure">
              <Stage />
              {ui !== "none" && !hidden.includes("equation") && <EquationBar />}
              <Transport />
            </div>
          </>
        )}
      </Announcer>
    </section>
  );
}
