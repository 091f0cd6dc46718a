import type { ReactNode } from "react";
import type { Pads } from "../core/options";
import { setPadding } from "../model/commands";
import type { PaddingChoice } from "../model/document";
import type { Command } from "../model/gridCommands";
import { isSame, paddingOf } from "../model/layer";
import { problemsOf } from "../model/problems";
import { ChoiceField } from "./ChoiceField";
import { useProblemText, useText } from "./i18n";
import { useSettings } from "./useSettings";

const RULES = ["valid", "pytorch", "d2l", "tensorflow", "custom"] as const;

type Rule = (typeof RULES)[number];

interface PaddingRuleProps {
  readonly locked: boolean;
  readonly children: ReactNode;
}

/** `valid`, or `same` with the convention it follows, the cells that come of it, and where it isn't allowed. */
export function PaddingRule({ locked, children }: PaddingRuleProps) {
  const t = useText();
  const problemText = useProblemText();
  const document = useSettings();
  const { padding, op } = document.layers[0];
  const rule = ruleOf(padding);
  const pads = paddingOf(document);
  const isConv = op === "conv" || op === "conv-flipped";
  // Rules that keep the size are those of convolution.
  if (!isConv) {
    return (
      <div className="row">
        <span className="row-label row-hint">{t("padding.edges")}</span>
        {children}
      </div>
    );
  }
  const notes = isSame(padding) ? problemsOf(document).filter(({ severity }) => severity === "note") : [];
  return (
    <>
      <ChoiceField
        name={{ full: t("padding.rule"), short: t("padding.rule.short") }}
        choices={RULES.filter((word) => word !== "custom" || rule !== "valid").map((word) => ({
          value: word,
          label: t(`padding.rule.${word}`),
        }))}
        value={rule}
        change={setRule}
        locked={locked}
      >
        {children}
      </ChoiceField>
      {isSame(padding) && (
        <p className="row-note">
          {t(`padding.resolved.${pads.length as 1 | 2 | 3}`, sidesOf(pads))}
          {notes.map((note) => (
            <span key={note.code} className="row-note-more">
              {" "}
              {problemText(note)}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** The cells of a `same` rule stay when it is given up. */
function setRule(rule: Rule): Command {
  if (rule === "custom") return (document) => setPadding(paddingOf(document))(document);
  if (rule !== "valid") return setPadding({ same: rule });
  return (document) => setPadding(paddingOf(document).map(() => [0, 0] as const))(document);
}

function ruleOf(padding: PaddingChoice): Rule {
  if (isSame(padding)) return padding.same;
  return padding.flat().every((cells) => cells === 0) ? "valid" : "custom";
}

function sidesOf(pads: readonly Pads[]) {
  const [columns = [0, 0], rows = [0, 0], depth = [0, 0]] = pads.toReversed();
  return {
    front: depth[0],
    back: depth[1],
    top: rows[0],
    bottom: rows[1],
    left: columns[0],
    right: columns[1],
  };
}
