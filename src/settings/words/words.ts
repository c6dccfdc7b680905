import type { NumberStyle } from '../../i18n/number-style';
import type { Translator } from '../../i18n/translator';

/** What every view of the settings page gets beside its state: texts, formats, and what they depend on. */
export interface SettingsContext extends Translator {
  /** IANA name of the user's zone, null while unknown. */
  readonly timeZone: string | null;
  /** How the user writes numbers, whatever the language of the page. */
  readonly numbers: NumberStyle;
  /** Calls wait because the CRM limits them. */
  readonly limited?: boolean;
}
