import { startTransition, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { defaultDocument } from "../model/defaultDocument";
import { SAVED_KEY } from "../model/saved";
import { preferredLanguage } from "../model/settings";
import { createAppStore } from "../store/appStore";
import { App, type AppProps } from "../ui/App";
import { loadCatalogue } from "../ui/i18n";
import { loadLayouts } from "../ui/lateLayouts";
import { type Choices, pageStorage, readChoices } from "../ui/savedChoices";
import { usePageStage } from "../ui/usePageStage";
import "./fonts.css";
import "./page.css";

/** What the page opens with, and the texts of the language that is asked for. */
export async function preparePage(): Promise<AppProps> {
  const choices = readChoices(pageStorage());
  const props =
    location.hash || location.search || hasWork() ? await readStart(choices) : plainStart(choices);
  // Offline, the page opens in English.
  await loadCatalogue(props.store.getState().language).catch(() => undefined);
  return props;
}

/** A first visit needs no code that reads addresses or saved work; what saves comes with the first change. */
function plainStart(choices: Choices): AppProps {
  const store = createAppStore(defaultDocument);
  store.setState({ ...choices, language: choices.language ?? preferredLanguage(navigator.languages) });
  return { store, work: savedWork };
}

async function readStart(choices: Choices): Promise<AppProps> {
  // What a link opens may be any figure.
  const [{ startedStore, startState }] = await Promise.all([import("../ui/startState"), loadLayouts()]);
  const work = await savedWork();
  const { hash, search } = location;
  const start = await startState({ hash, search, work, choices, languages: navigator.languages });
  return { store: startedStore(start), work };
}

async function savedWork() {
  const { createSavedWork } = await import("../model/savedWork");
  return createSavedWork(pageStorage);
}

/** Where the storage refuses to answer there is nothing to read. */
function hasWork(): boolean {
  try {
    return pageStorage()?.getItem(SAVED_KEY) != null;
  } catch {
    return false;
  }
}

/** Puts the page in the place of the first view that the HTML holds, within one frame. */
export function openPage(root: HTMLElement, props: AppProps): void {
  const page = (
    <>
      <App {...props} />
      <Opened />
    </>
  );
  // As a transition, the rendering pauses for the browser; only its last part, the exchange, is one task.
  startTransition(() => createRoot(root).render(page));
}

/** Shows the page in the frame in which it is there, and tells tests when it is whole. */
function Opened() {
  const { results } = usePageStage();
  useLayoutEffect(() => {
    delete document.documentElement.dataset.first;
  }, []);
  useLayoutEffect(() => {
    if (results) document.documentElement.dataset.live = "";
  }, [results]);
  return null;
}
