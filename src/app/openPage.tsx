import { startTransition, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { createSavedWork } from "../model/savedWork";
import { App, type AppProps } from "../ui/App";
import { loadCatalogue } from "../ui/i18n";
import { pageStorage, readChoices } from "../ui/savedChoices";
import { startedStore, startState } from "../ui/startState";

/** Reads the address and what was saved, and fetches the texts of the language that is asked for. */
export async function preparePage(): Promise<Required<AppProps>> {
  const work = createSavedWork(pageStorage);
  const start = await startState({
    hash: location.hash,
    search: location.search,
    work,
    choices: readChoices(pageStorage()),
    languages: navigator.languages,
  });
  // Offline, the page opens in English.
  await loadCatalogue(start.language).catch(() => undefined);
  return { store: startedStore(start), work };
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

/** Tells styles and tests that the page is there, in the same frame as it. */
function Opened() {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    delete dataset.first;
    dataset.live = "";
  }, []);
  return null;
}
