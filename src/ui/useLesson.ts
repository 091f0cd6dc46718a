import { useContext, useSyncExternalStore } from "react";
import { useShallow } from "zustand/react/shallow";
import { loadLesson, loadReview } from "../content/lessonList";
import type { AppStore } from "../store/appStore";
import {
  createLessonStore,
  type LessonLibrary,
  type LessonState,
  type LessonStore,
} from "../store/lessonStore";
import { lessonFigure } from "./lessonFigure";
import { lessonKeeper } from "./lessonKeeper";
import { WorkContext } from "./SavedWork";
import { useAppStore } from "./StoreContext";
import { pageStorage } from "./savedChoices";

const stores = new WeakMap<AppStore, LessonStore>();

const library: LessonLibrary = {
  load: async (name) => {
    const [lesson, review] = await Promise.all([loadLesson(name), loadReview(name)]);
    return lesson && { lesson, ...(review && { review }) };
  },
};

/** The lessons of the figure around; where nothing is saved, progress isn't either. */
export function useLessonStore(): LessonStore {
  const app = useAppStore();
  const saves = useContext(WorkContext) !== null;
  const known = stores.get(app);
  if (known) return known;
  const keeper = lessonKeeper(saves ? pageStorage : () => null);
  const made = createLessonStore(app, lessonFigure(app), library, keeper);
  stores.set(app, made);
  return made;
}

/** What `selector` picks; a new object or list with equal entries doesn't render again. */
export function useLesson<T>(selector: (state: LessonState) => T): T {
  const store = useLessonStore();
  const pick = useShallow(selector);
  const snapshot = () => pick(store.getState());
  return useSyncExternalStore(store.subscribe, snapshot, snapshot);
}
