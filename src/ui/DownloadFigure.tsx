import { useState } from "react";
import { figureFile } from "../export/figureFile";
import { readPairs } from "../model/addressPairs";
import { downloadText } from "./downloadText";
import { useText } from "./i18n";

interface DownloadFigureProps {
  /** Address of the folder that the page is in. */
  readonly site: string;
  readonly address: string;
  readonly title: string;
}

/** The widget as a file of its own, with what it shows inside. */
export function DownloadFigure({ site, address, title }: DownloadFigureProps) {
  const t = useText();
  const [failed, setFailed] = useState(false);
  const download = async () => {
    const file = await fetchPage()
      .then((page) => figureFile(page, readPairs(address), title, site))
      .catch(() => null);
    setFailed(file === null);
    if (file !== null) downloadText(file, "convscope-figure.html", "text/html");
  };
  return (
    <div className="embed-download">
      <button type="button" className="button" onClick={download}>
        {t("embed.download")}
      </button>
      <p className={failed ? "field-message" : "embed-note"} role={failed ? "alert" : undefined}>
        {t(failed ? "embed.download.failed" : "embed.download.hint")}
      </p>
    </div>
  );
}

async function fetchPage(): Promise<string> {
  const answer = await fetch("./embed.html");
  if (!answer.ok) throw new Error(`embed.html: ${answer.status}`);
  return answer.text();
}
