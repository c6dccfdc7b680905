import type { CrmError } from '../../crm/errors';
import type { Translator } from '../../i18n/translator';

/** An error as an administrator reads it. Zoho's own text only where nothing better is known. */
export function errorText({ t }: Translator, error: CrmError): string {
  const own = `settings.error.${error.kind}`;
  const values = { message: error.message || error.code || String(error.status ?? '') };
  const text = t(own, values);
  return text === own ? t(`common.error.${error.kind}`, values) : text;
}
