import { type Json, type JsonObject, without } from '../../base/json';
import type { Root } from '../criteria/tree/edit';
import { type NewKey, newCondition, parseCriteria, serialiseCriteria } from '../criteria/tree/node';
import type { ConfigurationDraft, RuleDraft } from './draft';
import { ruleOf } from './model';

/**
 * The rule's JSON with its criteria as edited; the same object that was read when nothing was edited. Removed criteria are
 * null, not absent: a partial PUT would keep absent ones.
 */
export const ruleJson = (rule: Pick<RuleDraft, 'source' | 'criteria'>): JsonObject => {
  const { source, criteria } = rule;
  if (!criteria) return (source.criteria ?? null) === null ? source : { ...source, criteria: null };
  const json = serialiseCriteria(criteria);
  return json === source.criteria ? source : { ...source, criteria: json };
};

const editRule = (
  draft: ConfigurationDraft,
  key: string,
  edit: (rule: RuleDraft) => RuleDraft,
): ConfigurationDraft => ({
  ...draft,
  rules: draft.rules.map((rule) => (rule.key === key ? edit(rule) : rule)),
});

const withSource = (rule: RuleDraft, change: JsonObject): RuleDraft => ({
  ...ruleOf(rule.key, { ...rule.source, ...change }, rule.criteria),
  deleted: rule.deleted,
});

/** Adds a rule with one condition to fill in, with its keys in the order of Zoho's sample. */
export const addRule = (draft: ConfigurationDraft, newKey: NewKey, name = ''): ConfigurationDraft => ({
  ...draft,
  rules: [
    ...draft.rules,
    {
      ...ruleOf(newKey(), { name, lock_existing_records: false }, newCondition(newKey)),
      deleted: false,
    },
  ],
});

/** Adds a rule from its JSON as a new one, without its id. */
export const addRuleFrom = (
  draft: ConfigurationDraft,
  newKey: NewKey,
  source: JsonObject,
): ConfigurationDraft => {
  const fresh = without(source, ['id', '_delete']);
  const criteria: Json = fresh.criteria ?? null;
  return {
    ...draft,
    rules: [
      ...draft.rules,
      {
        ...ruleOf(newKey(), fresh, criteria === null ? null : parseCriteria(criteria, newKey)),
        deleted: false,
      },
    ],
  };
};

/** Adds a copy of a rule at the end, under another name (names and criteria must be unique before saving). */
export const duplicateRule = (
  draft: ConfigurationDraft,
  key: string,
  newKey: NewKey,
  name: string,
): ConfigurationDraft => {
  const rule = draft.rules.find((other) => other.key === key);
  return rule ? addRuleFrom(draft, newKey, { ...ruleJson(rule), name }) : draft;
};

export const deleteRule = (draft: ConfigurationDraft, key: string): ConfigurationDraft =>
  editRule(draft, key, (rule) => ({ ...rule, deleted: true }));

export const restoreRule = (draft: ConfigurationDraft, key: string): ConfigurationDraft =>
  editRule(draft, key, (rule) => ({ ...rule, deleted: false }));

export const setRuleName = (draft: ConfigurationDraft, key: string, name: string): ConfigurationDraft =>
  editRule(draft, key, (rule) => withSource(rule, { name }));

/** Whether saving the rule also locks the records that match it already. An absent flag means no and stays absent. */
export const setLockExisting = (
  draft: ConfigurationDraft,
  key: string,
  lockExisting: boolean,
): ConfigurationDraft =>
  editRule(draft, key, (rule) => {
    if (rule.lockExisting === lockExisting) return rule;
    const first = draft.base?.rules.find((other) => rule.id !== undefined && other.id === rule.id);
    if (first?.lockExisting !== lockExisting)
      return withSource(rule, { lock_existing_records: lockExisting });
    const value = first.source.lock_existing_records;
    return value === undefined
      ? { ...rule, source: without(rule.source, ['lock_existing_records']), lockExisting }
      : withSource(rule, { lock_existing_records: value });
  });

/** Applies an edit of criteria/edit or criteria/move to one rule. */
export const editCriteria = (
  draft: ConfigurationDraft,
  key: string,
  edit: (criteria: Root) => Root,
): ConfigurationDraft =>
  editRule(draft, key, (rule) => {
    const criteria = edit(rule.criteria);
    return criteria === rule.criteria ? rule : { ...rule, criteria };
  });

/** Whether the rules can be edited: not when their list has an unknown shape, see `opaque` of the settings. */
export const rulesEditable = (draft: ConfigurationDraft): boolean =>
  !draft.settings.opaque.includes('locking_rules');
