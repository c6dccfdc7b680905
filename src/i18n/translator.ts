import format from 'icu-minify/format';
import { isolate } from './isolate';
import { once } from './once';

export type Messages = Readonly<Record<string, Parameters<typeof format>[0]>>;
export type Values = Readonly<Record<string, string | number>>;

/** Texts and formats of one locale. */
export interface Translator {
  /** BCP 47 tag that numbers and dates follow. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * The message under `key` with its values filled in. Text values come from people and other systems, so those that read in
   * the other direction are isolated. A key without a message is returned itself: visible, and caught by the tests.
   */
  t(key: string, values?: Values): string;
}

const pluralRules = once((tag) => once((type) => new Intl.PluralRules(tag, type ? JSON.parse(type) : {})));
const numberFormats = once((tag) =>
  once((style) => new Intl.NumberFormat(tag, style ? JSON.parse(style) : {})),
);

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getNumberFormat: (tag: Intl.LocalesArgument, style?: Intl.NumberFormatOptions) =>
    numberFormats(String(tag))(JSON.stringify(style) ?? ''),
  getPluralRules: (tag: Intl.LocalesArgument, type?: Intl.PluralRulesOptions) =>
    pluralRules(String(tag))(JSON.stringify(type) ?? ''),
};

/** `tag` decides formats and plurals, `direction` comes with the language of the messages. */
export function createTranslator(messages: Messages, tag: string, direction: 'ltr' | 'rtl'): Translator {
  return {
    tag,
    direction,
    t(key, values = {}) {
      const message = messages[key];
      if (message === undefined) return key;
      const safe: Record<string, string | number> = {};
      for (const [name, value] of Object.entries(values))
        safe[name] = typeof value === 'string' ? isolate(value, direction) : value;
      return String(format(message, tag, safe, { formatters }));
    },
  };
}
