import { runBackwards } from "../model/backwards";
import { type ForwardSizes, forwardSizes } from "../trace/forwardSizes";
import { type Text, useShownLanguage, useText } from "./i18n";
import { useSettings } from "./useSettings";

/** As many sizes as are told one by one. */
const TOLD = 4;

/** Which sizes lead to the same one, and which output padding leads back to each. */
export function RecoveredSizes() {
  const t = useText();
  const language = useShownLanguage();
  const document = useSettings();
  const back = document.layers[0].op === "transposed" ? document : runBackwards(document);
  const axes = forwardSizes(back);
  const alike = axes.length > 1 && axes.every((axis) => sameSizes(axis, axes[0]));
  const shown = alike ? axes.slice(0, 1) : axes;
  const and = new Intl.ListFormat(language === "__test__" ? "en" : language);
  const comma = t("reverse.sizes.comma");
  return shown.map((sizes) => (
    <p key={sizes.axis} className="note-text">
      {sentence(sizes, alike ? "all" : axes.length === 1 ? "length" : sizes.axis, t, and, comma)}
    </p>
  ));
}

function sentence(
  { gives, sizes }: ForwardSizes,
  name: ForwardSizes["axis"] | "length" | "all",
  t: Text,
  and: Intl.ListFormat,
  comma: string,
): string {
  const axis = t(`reverse.sizes.${name}`);
  if (sizes.length > TOLD) {
    const last = sizes.length - 1;
    return t("reverse.sizes.range", {
      axis,
      gives,
      last,
      least: sizes[0]?.size ?? 1,
      most: sizes[last]?.size ?? 1,
    });
  }
  const key = sizes.length === 1 ? "only" : sizes.length === 2 ? "two" : "same";
  const told = t(`reverse.sizes.${key}`, {
    axis,
    gives,
    sizes: and.format(sizes.map(({ size }) => String(size))),
  });
  if (sizes.length === 1) return told;
  const choices = sizes.map(({ size, outputPadding }) =>
    t("reverse.sizes.choice", { padding: outputPadding, size }),
  );
  return `${told} ${t("reverse.sizes.choices", { choices: choices.join(comma) })}`;
}

function sameSizes(one: ForwardSizes, other: ForwardSizes | undefined): boolean {
  return one.gives === other?.gives && JSON.stringify(one.sizes) === JSON.stringify(other.sizes);
}
