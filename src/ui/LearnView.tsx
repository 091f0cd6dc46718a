import { LearnProvider, useLearn } from "./LearnContext";
import { Notices } from "./Notices";
import { useAppStore } from "./StoreContext";
import { Transport } from "./Transport";
import { usePlayback } from "./usePlayback";

/** Gradient descent on the document's input, to be watched step by step. */
export function LearnView() {
  return (
    <LearnProvider>
      <LearnPage />
    </LearnProvider>
  );
}

/** The figure with its curve and time, what can be set, and what there is to say of it. */
function LearnPage() {
  const app = useAppStore();
  const ended = useLearn(({ run, problem }) => (problem ? "problem" : (run?.ended ?? "running")));
  usePlayback(app);
  return (
    <main className="main learn" data-trained={ended}>
      <div className="centre">
        <Notices />
        <section className="figure-column">
          <Transport />
        </section>
      </div>
    </main>
  );
}
