import { renderToString } from "react-dom/server";
import { defaultDocument } from "../model/defaultDocument";
import { createAppStore } from "../store/appStore";
import { App } from "../ui/App";

/** The first view of a newcomer, for the HTML: the default document, in English. */
export function renderFirstView(): string {
  return renderToString(<App store={createAppStore(defaultDocument)} work={null} />);
}
