import { type Json, type JsonObject, jsonEqual, stringAt, without } from '../../../base/json';
import { type ConfigurationDraft, draftOf, type RuleDraft } from '../draft';
import { lockedForWord, SERVER_KEYS } from '../model';
import { ruleJson } from '../rules';

/** The body is sent to `settings/record_locking_configurations?module=…` with either method. */
export interface ConfigurationRequest {
  readonly method: 'POST' | 'PUT';
  readonly body: { readonly record_locking_configurations: readonly [JsonObject] };
}

const hasRules = (draft: ConfigurationDraft): boolean => draft.rules.length > 0;

/** Whether the draft turns a module with rules, or a new one, to manual locking, which needs no rules. */
const turnsManual = (draft: ConfigurationDraft): boolean =>
  draft.settings.lockType === 'manual' && draft.base?.settings.lockType !== 'manual';

/**
 * Whether a rule will be gone after saving: deleted, or dropped by the change to `manual`. Zoho does not say what happens to
 * rules under `manual`, so the request deletes them; rules that Zoho already held under `manual` are left alone.
 */
export const leaves = (draft: ConfigurationDraft, rule: RuleDraft): boolean =>
  rule.deleted || turnsManual(draft) || (draft.settings.lockType === 'manual' && rule.id === undefined);

/** The rules that only the change of lock type removes. The review names them before saving. */
export const leavingRules = (draft: ConfigurationDraft): readonly RuleDraft[] =>
  draft.rules.filter((rule) => !rule.deleted && leaves(draft, rule));

/** The rules in the request, in its order: place i is `locking_rules[i]` in every path. */
export const requestRules = (draft: ConfigurationDraft): readonly RuleDraft[] =>
  draft.rules.filter((rule) => rule.id !== undefined || !leaves(draft, rule));

const put = (source: JsonObject, key: string, value: Json | undefined): JsonObject =>
  value === undefined ? without(source, [key]) : { ...source, [key]: value };

const withRules = (
  draft: ConfigurationDraft,
  source: JsonObject,
  rules: readonly JsonObject[],
): JsonObject => {
  const { base } = draft;
  if (rules.length) return put(source, 'locking_rules', rules);
  if (!base) return put(source, 'locking_rules', undefined);
  return base.rules.length ? put(source, 'locking_rules', []) : source;
};

/** Exempt profiles count only with the exception: without it they are sent as they were, or not at all. */
const withProfiles = (draft: ConfigurationDraft, source: JsonObject): JsonObject => {
  if (draft.settings.lockedFor !== 'all_profiles') return source;
  const { base } = draft;
  const kept = base?.settings.lockedFor === 'all_profiles' ? base.source.lock_excluded_profiles : null;
  return source.lock_excluded_profiles === kept ? source : put(source, 'lock_excluded_profiles', kept);
};

/** The rule's JSON as it is sent. A name that was typed loses its outer spaces; one that Zoho holds stays as it is. */
const savedRule = ({ base }: ConfigurationDraft, rule: RuleDraft): JsonObject => {
  const json = ruleJson(rule);
  const name = rule.name.trim();
  const held = base?.rules.find((other) => rule.id !== undefined && other.id === rule.id);
  return name === rule.name || held?.name === rule.name ? json : { ...json, name };
};

/**
 * The whole configuration as it should be after saving, without what the server adds. `configurationDifferences` compares it
 * with what is read back.
 */
export const intendedConfiguration = (draft: ConfigurationDraft): JsonObject =>
  withRules(
    draft,
    withProfiles(draft, draft.source),
    draft.rules.filter((rule) => !leaves(draft, rule)).map((rule) => savedRule(draft, rule)),
  );

/** Whether leaving the page would lose something, including a new rule that the current lock type leaves out. */
export const isUnsaved = (draft: ConfigurationDraft): boolean =>
  isChanged(draft) || draft.rules.some((rule) => rule.id === undefined && !rule.deleted);

/** Whether there is anything that saving would change. */
export const isChanged = (draft: ConfigurationDraft): boolean =>
  draft.base
    ? !jsonEqual(intendedConfiguration(draft), draft.base.source)
    : hasRules(draft) || !jsonEqual(draft.source, draftOf(null).source);

const sentRule = (draft: ConfigurationDraft, rule: RuleDraft): JsonObject =>
  rule.id !== undefined && leaves(draft, rule) ? { id: rule.id, _delete: true } : savedRule(draft, rule);

/**
 * The request that turns what was read into what the draft means; null when they are the same. A module without a
 * configuration always gets one (POST), even the default.
 *
 * Zoho does not say whether PUT changes only the keys in its body or replaces the configuration. So the body holds
 * everything that can be written, changed or not, unknown keys included: that is right under both readings. An existing rule
 * is sent in full with its id, a new one without, and a removed rule as `{id, _delete: true}`, since leaving it out would
 * keep it under the first reading. An unchanged rule with `lock_existing_records` asks to lock its matching records again.
 * Keys that only the server writes are never sent; `system_defined` is sent with POST alone, as in Zoho's own sample.
 */
export const configurationRequest = (draft: ConfigurationDraft): ConfigurationRequest | null => {
  const { base } = draft;
  if (base && !isChanged(draft)) return null;
  const intended = intendedConfiguration(draft);
  const word = stringAt(intended, 'locked_for');
  const source = word === undefined ? intended : { ...intended, locked_for: lockedForWord(word) };
  const sent = requestRules(draft).map((rule) => sentRule(draft, rule));
  const body = without(sent.length ? put(source, 'locking_rules', sent) : source, [
    ...SERVER_KEYS,
    ...(base ? ['system_defined'] : []),
  ]);
  return { method: base ? 'PUT' : 'POST', body: { record_locking_configurations: [body] } };
};
