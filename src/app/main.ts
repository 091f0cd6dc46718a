import { nextPaint, nextTask } from "./nextTask";

/** The fragment of the window that a lecturer has beside the page. */
const NOTES = "#notes=";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");

// The built page's list of what comes now: asked for earlier, it would hold up the first paint.
const later = document.getElementById("later");
if (later instanceof HTMLTemplateElement) document.head.append(later.content);
await nextPaint();
if (location.hash.startsWith(NOTES)) {
  const { showNotes } = await import("../ui/notesPage");
  showNotes(root, location.hash.slice(NOTES.length));
} else {
  // Each part is evaluated in a task of its own, so that none is long on a slow machine.
  await import("react-dom/client");
  await nextTask();
  const { openPage, preparePage } = await import("./openPage");
  await nextTask();
  const prepared = await preparePage();
  await nextTask();
  openPage(root, prepared);
}
