import type { Translator } from '../../i18n/translator';

/** What every view of the settings page gets beside its state: texts, formats, and what they depend on. */
export interface SettingsContext extends Translator {
  /** IANA name of the user's zone, null while unknown. */
  readonly timeZone: string | null;
  /** Calls wait because the CRM limits them. */
  readonly limited?: boolean;
}
