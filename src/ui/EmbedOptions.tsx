import { useId } from "react";
import type { MessageKey } from "../content/messages/en";
import { type EmbedForm, embedForms } from "../export/embedSnippets";
import { type Control, controls, matchLanguage, type Part, settings, type Ui } from "../model/settings";
import { CheckList } from "./CheckList";
import type { EmbedLook } from "./embedAddress";
import { useText } from "./i18n";
import { LANGUAGE_NAMES } from "./languageNames";
import { PixelField } from "./PixelField";
import { SegmentedControl } from "./SegmentedControl";

/** In pixels; a width of null is all there is. */
export interface EmbedSize {
  readonly width: number | null;
  readonly height: number;
}

interface EmbedOptionsProps {
  readonly form: EmbedForm;
  readonly onForm: (form: EmbedForm) => void;
  readonly look: EmbedLook;
  readonly onLook: (look: EmbedLook) => void;
  readonly size: EmbedSize;
  readonly onSize: (size: EmbedSize) => void;
  readonly title: string;
  readonly onTitle: (title: string) => void;
}

/** What a figure elsewhere has to leave out, with what is shown of it then. */
const PARTS: readonly (readonly [Part, MessageKey, readonly Ui[]])[] = [
  ["header", "embed.hide.header", ["full"]],
  ["controls", "panel.parameters", ["full"]],
  ["formula", "shape.title", ["full"]],
  ["equation", "equation.region", ["full", "figure"]],
  ["transport", "transport.label", ["full", "figure"]],
  ["products", "figure.products", ["full", "figure", "none"]],
];

const LOCKS: Readonly<Record<Control, MessageKey>> = {
  input: "figure.input",
  kernel: "figure.kernel",
  bias: "bias.name",
  stride: "stride.name",
  padding: "padding.name",
  dilation: "dilation.name",
  size: "embed.lock.size",
  op: "op.name",
};

/** What can be changed in the figure itself; the others in the page alone. */
const IN_FIGURE: ReadonlySet<Control> = new Set(["input", "kernel", "stride", "padding", "size"]);

/** Forms that say a size, and those that have a title. */
const SIZED: ReadonlySet<EmbedForm> = new Set(["iframe", "plain", "mdx", "vitepress", "reveal", "notebook"]);
const WIDE: ReadonlySet<EmbedForm> = new Set([...SIZED, "element", "myst"]);
const TITLED: ReadonlySet<EmbedForm> = new Set([...SIZED, "myst"]);

/** Where the figure goes, and what of it is shown there. */
export function EmbedOptions(props: EmbedOptionsProps) {
  const { form, onForm, look, onLook, size, onSize, title, onTitle } = props;
  const t = useText();
  const id = useId();
  return (
    <div className="embed-options">
      <label className="setting">
        {t("embed.form")}
        <select
          className="select"
          value={form}
          onChange={(event) => onForm(event.currentTarget.value as EmbedForm)}
        >
          {embedForms.map((each) => (
            <option key={each} value={each}>
              {t(`embed.form.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="setting">
        <span aria-hidden="true">{t("embed.show")}</span>
        <SegmentedControl
          name={t("embed.show")}
          segments={settings.ui.map((value) => ({ value, label: t(`embed.show.${value}`) }))}
          value={look.ui}
          onChange={(ui) => onLook({ ...look, ui })}
        />
      </div>
      <CheckList
        name={t("embed.hide")}
        items={PARTS.filter(([, , where]) => where.includes(look.ui)).map(([value, key]) => ({
          value,
          label: t(key),
        }))}
        checked={look.hidden}
        onChange={(hidden) => onLook({ ...look, hidden })}
      />
      <CheckList
        name={t("embed.lock")}
        items={controls
          .filter((control) => form === "link" || IN_FIGURE.has(control))
          .map((value) => ({ value, label: t(LOCKS[value]) }))}
        checked={look.locked}
        onChange={(locked) => onLook({ ...look, locked })}
      />
      <div className="setting">
        <span aria-hidden="true">{t("settings.theme")}</span>
        <SegmentedControl
          name={t("settings.theme")}
          segments={settings.theme.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
          value={look.theme}
          onChange={(theme) => onLook({ ...look, theme })}
        />
      </div>
      <label className="setting">
        {t("settings.language")}
        <select
          className="select"
          value={look.language ?? ""}
          onChange={(event) =>
            onLook({ ...look, language: matchLanguage(event.currentTarget.value) ?? null })
          }
        >
          <option value="">{t("embed.language.auto")}</option>
          {Object.entries(LANGUAGE_NAMES).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {WIDE.has(form) && (
        <div className="embed-sizes">
          <PixelField
            name={t("embed.width")}
            value={size.width}
            empty={t("embed.width.full")}
            range={[320, 2000]}
            onChange={(width) => onSize({ ...size, width })}
          />
          {SIZED.has(form) && (
            <PixelField
              name={t("embed.height")}
              value={size.height}
              range={[240, 2000]}
              onChange={(height) => height !== null && onSize({ ...size, height })}
            />
          )}
        </div>
      )}
      {TITLED.has(form) && (
        <div className="setting">
          <label htmlFor={id}>{t("embed.name")}</label>
          <input
            id={id}
            className="embed-field"
            type="text"
            maxLength={200}
            value={title}
            aria-describedby={`${id}hint`}
            onChange={(event) => onTitle(event.currentTarget.value)}
          />
          <small id={`${id}hint`} className="embed-note">
            {t("embed.name.hint")}
          </small>
        </div>
      )}
    </div>
  );
}
