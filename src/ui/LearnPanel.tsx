import { DescentFields } from "./DescentFields";
import { useText } from "./i18n";
import { LearnerFields } from "./LearnerFields";
import "./learn.css";
import "./panels.css";
import { StartFields } from "./StartFields";
import { TargetFields } from "./TargetFields";

/** Everything that can be set of a training: what is to be learned, by what, from where and how. */
export function LearnPanel() {
  const t = useText();
  return (
    <section className="parameters" aria-label={t("panel.parameters")}>
      <TargetFields />
      <LearnerFields />
      <StartFields />
      <DescentFields />
    </section>
  );
}
