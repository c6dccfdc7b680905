import type { Translator } from '../i18n/translator';

/** What every view of the settings page gets beside its state: texts, formats, and what they depend on. */
export interface SettingsContext extends Translator {
  /** Milliseconds since the epoch, for "2 hours ago". */
  readonly now: number;
  /** IANA name of the user's zone, null while unknown. */
  readonly timeZone: string | null;
}
