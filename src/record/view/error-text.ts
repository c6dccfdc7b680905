import type { CrmError } from '../../crm/errors';
import type { Translator } from '../../i18n/translator';

/** An error as a person reads it: what happened and what to do. Zoho's own text only where nothing better is known. */
export const errorText = ({ t }: Translator, error: CrmError): string =>
  t(`common.error.${error.kind}`, { message: error.message || error.code || String(error.status ?? '') });
