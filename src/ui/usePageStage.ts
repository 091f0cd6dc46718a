import { startTransition, useEffect, useState } from "react";

/** What of the page is there already besides the figure. */
export interface PageStage {
  readonly parameters: boolean;
  readonly results: boolean;
}

/** The page comes in three parts, the figure first, so that the browser can answer and paint between them. */
export function usePageStage(): PageStage {
  const [stage, setStage] = useState(0);
  useEffect(() => {
    if (stage < 2) startTransition(() => setStage(stage + 1));
  }, [stage]);
  return { parameters: stage > 0, results: stage > 1 };
}
