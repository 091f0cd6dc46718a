import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { codeText } from "../export/codeLine";
import { type CodeKind, codeKinds, pythonCode } from "../export/pythonCode";
import { documentOf } from "../store/documentSlice";
import { lastStep } from "../store/playbackSlice";
import { momentAt, phaseOf } from "../trace/phases";
import "./code.css";
import { CodeListing } from "./CodeListing";
import { CopyButton } from "./CopyButton";
import { useText } from "./i18n";
import { SegmentedControl } from "./SegmentedControl";
import { useApp, useAppStore } from "./StoreContext";

/** The layer as Python; the lines that do what the figure is doing are lit. */
export function CodePanel() {
  const t = useText();
  const store = useAppStore();
  // The figure goes first: what is typed into a cell is on it before it is in the code.
  const document = useDeferredValue(useApp(documentOf));
  const [kind, setKind] = useState<CodeKind>("corr2d");
  const lines = useMemo(() => pythonCode(document, kind), [document, kind]);
  const block = useRef<HTMLElement>(null);

  // The phase changes between whole steps, where React has no part: the style sheet lights the lines by this attribute.
  useEffect(
    () =>
      store.subscribe(
        (state) => phaseOf(momentAt(state.position, lastStep(state))),
        (phase) => block.current?.setAttribute("data-phase", phase),
        { fireImmediately: true },
      ),
    [store],
  );

  return (
    <>
      <div className="code-tools">
        <SegmentedControl<CodeKind>
          name={t("code.kind")}
          segments={codeKinds.map((word) => ({ value: word, label: t(`code.kind.${word}`) }))}
          value={kind}
          onChange={setKind}
        />
        <CopyButton text={() => codeText(lines)} source={block} />
      </div>
      <CodeListing lines={lines} block={block} name={t("code.listing")} />
    </>
  );
}
