import { useCallback, useEffect, useState } from "react";
import type { Part } from "../model/settings";
import { FigureColumn } from "./FigureColumn";
import { Header } from "./Header";
import { InfoPanel } from "./InfoPanel";
import { hasLesson, LessonSide } from "./LessonSide";
import { lateComponent } from "./lateComponent";
import { LateEmbedDialog } from "./lateEmbedDialog";
import { fetchLayoutsOnTouch } from "./lateLayouts";
import { PresentLayer } from "./latePresent";
import { fetchLateTextsOnTouch } from "./lateTexts";
import { LearnView, StackView } from "./lateViews";
import { Notices } from "./Notices";
import { ParameterPanel } from "./ParameterPanel";
import { useApp } from "./StoreContext";
import "./shell.css";
import "./phoneTransport.css";
import "./tokens.css";
import { useAddress } from "./useAddress";
import { useAppearance } from "./useAppearance";
import { usePageKeys } from "./usePageKeys";
import { usePageStage } from "./usePageStage";
import { usePresent } from "./usePresent";

const KeysDialog = lateComponent(async () => (await import("./KeysDialog")).KeysDialog);

const RESULTS: readonly Part[] = ["formula", "cost", "code"];

/** Header, parameters, figure and results, as far as the link asks for them. */
export function Page() {
  const { ui, hidden, view, presenting, lesson } = useApp((state) => ({
    ui: state.ui,
    hidden: state.hidden,
    view: state.view,
    presenting: state.presenting,
    lesson: hasLesson(state),
  }));
  const [keysOpen, setKeysOpen] = useState(false);
  const [embedOpen, setEmbedOpen] = useState(false);
  const openKeys = useCallback(() => setKeysOpen(true), []);
  useAppearance();
  usePresent();
  usePageKeys(openKeys);
  useAddress();
  useEffect(fetchLateTextsOnTouch, []);
  useEffect(fetchLayoutsOnTouch, []);
  const stage = usePageStage();

  const full = ui === "full";
  const results = RESULTS.some((part) => !hidden.includes(part));
  const side = lesson ? <LessonSide /> : null;
  return (
    <div className="page" data-ui={ui}>
      {full && !hidden.includes("header") && (
        <Header onOpenKeys={openKeys} onOpenEmbed={() => setEmbedOpen(true)} />
      )}
      {/* The figure comes first for those who tab, listen or hold a phone; at a desk it stands between the others. */}
      {view === "learn" ? (
        <LearnView side={side} />
      ) : view === "stack" ? (
        <StackView side={side} />
      ) : (
        <main className="main" data-lesson={lesson || undefined}>
          <div className="centre">
            <Notices />
            <FigureColumn />
          </div>
          {side ??
            (full && !hidden.includes("controls") && (
              <div className="side side-start">{stage.parameters && <ParameterPanel />}</div>
            ))}
          {full && !lesson && results && (
            <div className="side side-end">{stage.results && <InfoPanel />}</div>
          )}
        </main>
      )}
      {presenting && <PresentLayer />}
      {embedOpen && <LateEmbedDialog onClose={() => setEmbedOpen(false)} />}
      {keysOpen && <KeysDialog onClose={() => setKeysOpen(false)} />}
    </div>
  );
}
