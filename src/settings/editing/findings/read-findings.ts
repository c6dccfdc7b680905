import { isJson, isObject, type JsonObject, type UnknownObject } from '../../../base/json';
import type { Named } from '../../../base/named';
import { fail, ok, type Result } from '../../../crm/errors';
import { countUnlocked } from '../../../crm/read-impact';
import { readButtons, readFields } from '../../../crm/read-metadata';
import type { Send } from '../../../crm/transport';
import type { Variables } from '../../../crm/write-variable';
import { draftOf, type RuleDraft } from '../../../locking/configuration/draft';
import type { Field } from '../../../locking/configuration/fields';
import { isParseProblem, parseConfiguration } from '../../../locking/configuration/model';
import { findingsOf } from '../../../locking/findings/find';
import type { Finding } from '../../../locking/findings/finding';
import {
  explanationVariable,
  type PublishedExplanation,
  parseExplanation,
} from '../../../locking/published/explanation';
import { fingerprint } from '../../../locking/published/explanation-text';

export type ExplanationState = 'current' | 'behind' | 'never';

/** What was found about a module as it is saved. */
export interface ModuleFindings {
  readonly findings: readonly Finding[];
  readonly dismissed: readonly string[];
  readonly explanation: ExplanationState | undefined;
  readonly source: JsonObject;
  readonly fields: readonly Field[];
}

export const explanationState = (
  published: PublishedExplanation | null,
  source: JsonObject,
): ExplanationState => (!published ? 'never' : published.hash === fingerprint(source) ? 'current' : 'behind');

/** Whether people may ask for an unlock, and whether somebody is named for the locks of rules. */
export const requestsIn = (published: PublishedExplanation | null) =>
  published && {
    allowed: published.switches.requests,
    namedForRules: published.switches.requestsTo.length > 0,
  };

/** Of each rule, how many records match it and are not locked: at least so many. One or two calls a rule. */
export async function countUnlockedByRule(
  send: Send,
  module: string,
  rules: readonly RuleDraft[],
  fields: readonly Field[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { key, criteria } of rules) {
    if (!criteria) continue;
    const count = await countUnlocked(send, { module, fields, criteria, wanted: () => true });
    if (count?.kind === 'counted') counts.set(key, count.least);
  }
  return counts;
}

export interface FindingPorts {
  readonly send: Send;
  readonly variables: Variables;
  readonly profiles?: readonly Named[] | undefined;
}

/** Checks a module's configuration: two calls, one for each rule, and one for its buttons where some are blocked. */
export async function readFindings(
  { send, variables, profiles }: FindingPorts,
  module: string,
  configuration: UnknownObject,
): Promise<Result<ModuleFindings>> {
  const source = isJson(configuration) && isObject(configuration) ? configuration : {};
  const base = parseConfiguration(source);
  if (isParseProblem(base)) return fail('unexpected');
  const draft = draftOf(base);
  const fields = await readFields(send, module);
  if (!fields.ok) return fields;
  const [published, buttons, unlocked] = [
    await variables.read(explanationVariable(module)),
    base.settings.restrictedButtons.length ? await readButtons(send, module) : null,
    base.systemDefined ? undefined : await countUnlockedByRule(send, module, draft.rules, fields.value),
  ];
  const told = published.ok ? parseExplanation(published.value, module) : undefined;
  const explanation = told === undefined ? undefined : explanationState(told, source);
  const findings = findingsOf(draft, {
    module,
    profiles,
    unlocked,
    explanation,
    fields: fields.value,
    buttons: buttons?.ok ? buttons.value : undefined,
    requests: (told && requestsIn(told)) ?? undefined,
  });
  return ok({ findings, explanation, source, fields: fields.value, dismissed: told?.dismissed ?? [] });
}
