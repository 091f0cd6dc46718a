import { act } from "@testing-library/react";
import type { ReactNode } from "react";
import { learnPresetDocument } from "../../src/content/learnPresets";
import type { Training } from "../../src/model/training";
import { setTraining } from "../../src/model/trainingCommands";
import type { AppStore } from "../../src/store/appStore";
import type { LearnStore } from "../../src/store/learnStore";
import { LearnProvider, useLearnStore } from "../../src/ui/LearnContext";
import { renderInApp } from "./renderInApp";

/** A part of the Learn view on a preset, with what is named of its training changed. */
export function renderInLearn(
  part: ReactNode,
  { preset = "notes", change = {} }: { preset?: string; change?: Partial<Training> } = {},
): { readonly app: AppStore; readonly learn: LearnStore } {
  let learn: LearnStore | null = null;
  const take = (store: LearnStore) => {
    learn = store;
  };
  const app = renderInApp(
    <LearnProvider>
      <StoreTap onStore={take} />
      {part}
    </LearnProvider>,
    { view: "learn" },
  );
  act(() => {
    app.getState().load(learnPresetDocument(preset), 0);
    app.getState().edit(setTraining(change));
  });
  if (!learn) throw new Error("the view has no store");
  return { app, learn };
}

function StoreTap({ onStore }: { readonly onStore: (store: LearnStore) => void }) {
  onStore(useLearnStore());
  return null;
}
