import type { CrmError } from '../../crm/errors';
import type { Translator } from '../../i18n/translator';
import type { ViewContext } from './view-context';

/** Why it takes long, null when it does not; `slow`: a call has been under way for longer than people expect. */
export const delayText = (slow: boolean, { limited, t }: ViewContext): string | null =>
  limited ? t('common.limited') : slow ? t('record.slow') : null;

/** An error as a person reads it: what happened and what to do. Zoho's own text only where nothing better is known. */
export const errorText = ({ t }: Translator, error: CrmError): string =>
  t(`common.error.${error.kind}`, { message: error.message || error.code || String(error.status ?? '') });
