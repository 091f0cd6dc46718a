import { renderToString } from "react-dom/server";
import { en } from "../content/messages/en";
import { defaultDocument } from "../model/defaultDocument";
import { createEquation } from "../render/equation";
import { createFigure } from "../render/figure";
import { boardOf } from "../scene/board";
import { equationAt } from "../scene/equation";
import { frameAt } from "../scene/frame";
import { type Box, WIDE_FROM } from "../scene/layout";
import { createAppStore } from "../store/appStore";
import { App } from "../ui/App";
import { formatMessage, type Values } from "../ui/i18n";

/** The figure's two arrangements; `page.css` shows the one that the stage has room for. */
const BOXES: Readonly<Record<string, Box>> = {
  wide: { width: WIDE_FROM, height: 600, large: false },
  tall: { width: 288, height: 0, large: false },
};

/**
 * What the page's script draws by itself, like the panels: nothing of it moves the figure, and without it the figure is
 * seen in half the time. What stays of the transport gives its row the height.
 */
const LEFT_TO_SCRIPT = [
  ".header-tools > *",
  ".figure-tools > *",
  ".transport-buttons > :not(.transport-play)",
  ".transport > input",
  ".transport-options > :not(.transport-loop)",
].join();

/**
 * The first view of a newcomer, for the HTML: the figure of the default document, in English.
 *
 * @param page an empty document to draw in
 */
export function renderFirstView(page: Document): string {
  const store = createAppStore(defaultDocument);
  page.body.innerHTML = renderToString(<App store={store} />);
  // D3 makes some elements in the global document.
  globalThis.document = page;
  const stage = element(page, ".stage");
  for (const [name, box] of Object.entries(BOXES)) {
    const host = stage.appendChild(page.createElement("div"));
    host.className = `first ${name}`;
    drawFigure(host, box);
  }
  for (const part of page.querySelectorAll(LEFT_TO_SCRIPT)) part.remove();
  const equation = equationAt(defaultDocument, 0);
  const nothing = () => undefined;
  const texts = { more: String, channel: String, ties: String, onOpen: nothing, onChannel: nothing };
  createEquation(element(page, ".equation-line"), texts).draw(equation, equation.terms.length);
  return page.body.innerHTML;
}

function element(page: Document, selector: string): HTMLElement {
  const found = page.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector} to draw in`);
  return found;
}

function drawFigure(host: HTMLElement, box: Box): void {
  const english = { language: "en", messages: en } as const;
  const figure = createFigure(host);
  const board = boardOf(defaultDocument, box, { readCounts: false });
  figure.board(board, (key: string, values?: Values) => formatMessage(english, key, values));
  figure.frame(frameAt(board, 0, false));
}
