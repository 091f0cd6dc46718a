import { startTransition, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { createSavedWork } from "../model/savedWork";
import { App } from "../ui/App";
import { loadCatalogue } from "../ui/i18n";
import { pageStorage, readChoices } from "../ui/savedChoices";
import { startedStore, startState } from "../ui/startState";
import { nextTask } from "./nextTask";

/** Puts the page in the place of the first view that the HTML holds, within one frame. */
export async function openPage(root: HTMLElement): Promise<void> {
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
  const store = startedStore(start);
  await nextTask();
  const page = (
    <>
      <App store={store} work={work} />
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
