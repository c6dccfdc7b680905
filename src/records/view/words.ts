import type { CrmError } from '../../crm/errors';
import type { Translator } from '../../i18n/translator';
import { isForOthers, statusOf } from '../../locking/bulk/record-row';
import type { Row } from '../start/records-state';

/** What every view of the page gets beside its state. */
export interface RecordsUi extends Translator {
  /** Milliseconds since the epoch, for "2 hours ago". */
  readonly now: number;
  /** IANA name of the user's zone, null while unknown. */
  readonly timeZone: string | null;
  readonly userId: string | null;
  /** Calls wait because the CRM limits them. */
  readonly limited: boolean;
}

/** An error as a person reads it. Zoho's own text only where nothing better is known. */
export const errorText = ({ t }: Pick<Translator, 't'>, error: CrmError): string =>
  t(`common.error.${error.kind}`, { message: error.message || error.code || String(error.status ?? '') });

export const nameOf = (row: Pick<Row, 'id' | 'name'>, { t }: Pick<Translator, 't'>): string =>
  row.name || t('records.unnamed', { id: row.id });

export function statusText(row: Row, { t }: Pick<Translator, 't'>): string {
  const status = t(`records.status.${statusOf(row)}`);
  return isForOthers(row) ? t('records.status.forOthers', { status }) : status;
}
