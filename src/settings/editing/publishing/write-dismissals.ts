import type { JsonObject } from '../../../base/json';
import type { Variables } from '../../../crm/write-variable';
import type { Field } from '../../../locking/configuration/fields';
import {
  explanationVariable,
  type PublishedExplanation,
  parseExplanation,
} from '../../../locking/published/explanation';
import { explanationText } from '../../../locking/published/explanation-text';
import { NOTHING_OFFERED, writeSurely } from './published';

interface Dismissing {
  readonly dismissed: readonly string[];
  readonly source: JsonObject | null;
  readonly fields: readonly Field[] | null;
}

/**
 * Puts dismissed findings into what is published about a module. Where nothing is published yet, the explanation is published with
 * them. Null when that did not come about. One call to read and one to write; one or two more where the variable is new.
 */
export async function writeDismissals(
  variables: Variables,
  module: string,
  { dismissed, source, fields }: Dismissing,
): Promise<PublishedExplanation | null> {
  const name = explanationVariable(module);
  const found = await variables.read(name);
  if (!found.ok) return null;
  const explanation = parseExplanation(found.value, module);
  const text = explanation
    ? JSON.stringify({ ...explanation, dismissed })
    : explanationText(module, source, fields, { ...NOTHING_OFFERED, dismissed });
  const published = text === null ? null : parseExplanation(text, module);
  return published && text !== null && (await writeSurely(variables, name, text)).ok ? published : null;
}
