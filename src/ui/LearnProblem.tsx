import type { Problem } from "../model/problems";
import { fitTarget } from "../model/trainingCommands";
import { useProblemText, useText } from "./i18n";
import { useAppStore } from "./StoreContext";

/** Why there is nothing to learn, in the figure's place, and what to do about it. */
export function LearnProblem({ problem }: { readonly problem: Problem }) {
  const text = useText();
  const problemText = useProblemText();
  const app = useAppStore();
  return (
    <div className="learn-problem" role="alert">
      <p>{problemText(problem)}</p>
      {problem.code === "target-shape" && (
        <button type="button" className="button" onClick={() => app.getState().edit(fitTarget())}>
          {text("learnFigure.fit", { needed: problem.values.needed ?? "" })}
        </button>
      )}
    </div>
  );
}
