import "./tokens.css";
import "./notes.css";
import { channelName, type FromNotes, type FromPage, type News } from "./presentNews";

/** Keys that go on to the page that is presented. */
const KEYS: ReadonlySet<string> = new Set([
  ..."bhkqrtvBHKQRTV.+-=01234",
  ...["PageDown", "PageUp", "ArrowLeft", "ArrowRight", "Home", "End", "Backspace", " "],
]);

/**
 * The window for the one who speaks: where the lecture is, what comes next, notes and the time. It follows the page that opened
 * it, and its keys act there.
 */
export function showNotes(root: HTMLElement, lecture: string): void {
  const channel = new BroadcastChannel(channelName(lecture));
  const send = (message: FromNotes) => channel.postMessage(message);
  const page = createPage(root);
  let since = Date.now();
  let paused: number | null = null;
  const elapsed = () => (paused ?? Date.now()) - since;

  channel.onmessage = ({ data }: MessageEvent<FromPage>) => {
    if (data.kind === "end") return page.end();
    page.show(data, paused !== null);
  };
  page.pause.addEventListener("click", () => {
    if (paused === null) paused = Date.now();
    else {
      since += Date.now() - paused;
      paused = null;
    }
    page.label(paused !== null);
  });
  page.restart.addEventListener("click", () => {
    since = Date.now();
    if (paused !== null) paused = since;
    page.time(elapsed());
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLButtonElement;
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS.has(event.key)) return;
    event.preventDefault();
    send({ kind: "key", key: event.key });
  });
  setInterval(() => page.time(elapsed()), 250);
  page.time(0);
  delete document.documentElement.dataset.first;
  send({ kind: "hello" });
}

function createPage(root: HTMLElement) {
  const make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    className: string,
    parent: HTMLElement,
  ) => {
    const element = document.createElement(tag);
    element.className = className;
    parent.append(element);
    return element;
  };
  root.replaceChildren();
  const main = make("main", "notes", root);
  const head = make("header", "notes-head", main);
  const clock = make("output", "notes-clock", head);
  const pause = make("button", "notes-button", head);
  const restart = make("button", "notes-button", head);
  const place = make("p", "notes-place", head);
  const blank = make("p", "notes-blank", main);
  const part = (name: string) => {
    const section = make("section", `notes-part ${name}`, main);
    return { section, heading: make("h2", "notes-heading", section), body: make("p", "notes-body", section) };
  };
  const [now, next, notes] = [part("now"), part("next"), part("told")];
  const own = make("textarea", "notes-own", notes.section);
  pause.type = "button";
  restart.type = "button";
  blank.setAttribute("role", "status");
  let texts: News["texts"] | null = null;

  return {
    pause,
    restart,
    time: (milliseconds: number) => {
      const seconds = Math.floor(milliseconds / 1000);
      const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      if (clock.textContent !== shown) clock.textContent = shown;
    },
    label: (isPaused: boolean) => {
      pause.textContent = texts?.[isPaused ? "goOn" : "pause"] ?? "";
    },
    show: (news: News, isPaused: boolean) => {
      texts = news.texts;
      document.title = texts.title;
      document.documentElement.lang = news.language;
      clock.setAttribute("aria-label", texts.elapsed);
      pause.textContent = texts[isPaused ? "goOn" : "pause"];
      restart.textContent = texts.restart;
      place.textContent = news.place;
      blank.textContent = news.blank ? texts.blanked : "";
      now.heading.textContent = texts.now;
      now.body.textContent = news.now;
      next.heading.textContent = texts.next;
      next.body.textContent = news.next;
      notes.heading.textContent = texts.notes;
      notes.body.textContent = news.notes;
      own.placeholder = texts.own;
      own.setAttribute("aria-label", texts.own);
    },
    end: () => {
      blank.textContent = texts?.ended ?? "";
    },
  };
}
