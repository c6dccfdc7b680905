import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type NumberStyle, numberStyle } from '../../i18n/number-style';
import { createTranslator, type Translator } from '../../i18n/translator';

/** What every view says things with: texts and formats in the user's language, and what they depend on. */
export interface Words extends Translator {
  /** IANA name of the user's zone, null while unknown. */
  readonly timeZone: string | null;
  /** How the user writes numbers, whatever the language of the page. */
  readonly numbers: NumberStyle;
}

export const WordsContext = createContext<Words>({
  ...createTranslator({}, 'en', 'ltr'),
  timeZone: null,
  numbers: numberStyle('en'),
});

export const useWords = (): Words => useContext(WordsContext);
