import { renderToString } from "react-dom/server";
import { App } from "./App";

/** The first view of a newcomer, for the HTML: the default document, in English. */
export function renderFirstView(): string {
  return renderToString(<App />);
}
