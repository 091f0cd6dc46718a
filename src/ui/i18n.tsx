import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { en, type MessageKey } from "../content/messages/en";
import { exactNumber } from "../model/formatNumber";
import type { Notice } from "../model/notice";
import type { Language } from "../store/viewSlice";
import { lateTexts, useLateTexts } from "./lateTexts";
import { useApp } from "./StoreContext";

export type Values = Readonly<Record<string, string | number>>;

/** One language's texts, with `{name}` where a value goes; `{name| or }` says a list with that before its last. */
export interface Catalogue {
  readonly language: Language;
  readonly messages: Readonly<Record<string, string>>;
}

const english: Catalogue = { language: "en", messages: en };

const loaded = new Map<Language, Catalogue>([["en", english]]);

/** Fetches a language's texts once; the page then shows them at its first rendering. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const known = loaded.get(language);
  if (known) return known;
  const messages =
    language === "zh-CN"
      ? (await import("../content/messages/zh-CN")).zhCN
      : (await import("../content/messages/test")).test;
  const catalogue = { language, messages };
  loaded.set(language, catalogue);
  return catalogue;
}

/**
 * The text of `key` with its values filled in. A key with the forms `.one` and `.other` takes the one that
 * `values.count` asks for in the catalogue's language. Empty where the text is a late one and isn't there yet.
 */
export function formatMessage(catalogue: Catalogue, key: string, values: Values = {}): string {
  const template = templateOf(catalogue, key, values) ?? (lateTexts() ? key : "");
  return template.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (hole, name: string, or?: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    const text = typeof value === "number" ? exactNumber(value) : value;
    return or === undefined ? text : text.replace(/, ([^,]*)$/, `${or}$1`);
  });
}

/** A text with its holes: the catalogue's, else the English one. */
function templateOf(catalogue: Catalogue, key: string, values: Values): string | undefined {
  return (
    ownTemplate(catalogue, key, values) ??
    ownTemplate(english, key, values) ??
    ownTemplate({ language: "en", messages: lateTexts() ?? {} }, key, values)
  );
}

function ownTemplate({ language, messages }: Catalogue, key: string, values: Values): string | undefined {
  const plain = Object.hasOwn(messages, key) ? messages[key] : undefined;
  if (plain !== undefined || typeof values.count !== "number") return plain;
  const form = new Intl.PluralRules(language === "__test__" ? "en" : language).select(values.count);
  return messages[`${key}.${form}`] ?? messages[`${key}.other`];
}

const CatalogueContext = createContext<Catalogue>(english);

/** Gives the texts of the language that the store names, as soon as they are there. */
export function TextProvider({ children }: { readonly children: ReactNode }) {
  const language = useApp((state) => state.language);
  const [shown, setShown] = useState(() => loaded.get(language) ?? english);
  useEffect(() => {
    let wanted = true;
    loadCatalogue(language).then(
      (catalogue) => wanted && setShown(catalogue),
      // Offline, the language that is on the page stays.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return <CatalogueContext value={shown}>{children}</CatalogueContext>;
}

export type Text = (key: MessageKey, values?: Values) => string;

/** `text(key, values)` in the language on the page. */
export function useText(): Text {
  const catalogue = useContext(CatalogueContext);
  return useCallback((key, values) => formatMessage(catalogue, key, values), [catalogue]);
}

/** The language on the page, which lags behind the setting until its texts have come. */
export function useShownLanguage(): Language {
  return useContext(CatalogueContext).language;
}

/** What a notice says, in one or two sentences; its key is known at run time only. Empty until its text is there. */
export function useNoticeText(): (notice: Notice) => string {
  const catalogue = useContext(CatalogueContext);
  useLateTexts();
  return (notice) => noticeText(catalogue, notice);
}

/** What is wrong, and what to do about it where a text says that. Empty until the texts are there. */
export function useProblemText(): (problem: Sayable) => string {
  const catalogue = useContext(CatalogueContext);
  useLateTexts();
  return (problem) => problemText(catalogue, problem);
}

/** What a catalogue needs to say of a refused setting, number or paste. */
interface Sayable {
  readonly code: string;
  readonly values: Values;
}

function problemText(catalogue: Catalogue, { code, values }: Sayable): string {
  const key = `problem.${code}`;
  const message = formatMessage(catalogue, key, values);
  const fix = `${key}.fix`;
  if (!templateOf(catalogue, fix, values)) return message;
  // Chinese sentences stand without a space between them.
  return message + (message.endsWith("。") ? "" : " ") + formatMessage(catalogue, fix, values);
}

export function noticeText(catalogue: Catalogue, { key, values, detail }: Notice): string {
  const first = formatMessage(catalogue, key, values);
  if (!detail) return first;
  const second = noticeText(catalogue, detail);
  return formatMessage(catalogue, "notices.both", { first: first.replace(/[.。]$/, ""), second });
}
