import { readPairs } from "../model/addressPairs";
import { decodeSaved, SAVED_KEY } from "../model/saved";
import { matchLanguage, settings } from "../model/settings";
import { pageStorage, readChoices } from "../ui/savedChoices";

// Runs before anything is painted: the colours and the language of the first paint are those of the reader, and
// the first view that the HTML holds is hidden where the page's script will put another one in its place.
const root = document.documentElement;
const storage = pageStorage();
const choices = readChoices(storage);
const pairs = new Map([...readPairs(location.search), ...readPairs(location.hash)]);
const asked = [pairs.get("lang"), choices.language, ...navigator.languages];

const theme = settings.theme.find((word) => word === pairs.get("theme"));
root.dataset.theme = theme ?? choices.theme ?? settings.theme[0];
const language = asked.map((tag) => tag && matchLanguage(tag)).find((found) => found) ?? "en";
if (language !== "__test__") root.lang = language;

pairs.delete("theme");
pairs.delete("lang");
if (language !== "en" || pairs.size > 0 || hasWork(storage)) root.dataset.first = "stale";

function hasWork(storage: Storage | null): boolean {
  try {
    const text = storage?.getItem(SAVED_KEY);
    const saved = text && decodeSaved(text);
    return !!saved && typeof saved === "object" && saved.address !== "";
  } catch {
    return false;
  }
}
