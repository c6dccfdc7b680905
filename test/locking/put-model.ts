import { isList, isObject, type Json, type JsonObject } from '../../src/base/json';

/** How Zoho might read a PUT: its documentation does not say. */
export type Reading = 'partial' | 'replace';

const SERVER_OWNED = ['id', 'created_time', 'created_by', 'modified_by', 'system_defined'];

const DEFAULTS: JsonObject = {
  locked_for: 'all_profiles',
  lock_excluded_profiles: null,
  excluded_fields: null,
  restricted_actions: ['update'],
  restricted_communications: null,
  restricted_custom_buttons: null,
  lock_for_portal_users: true,
  feature_type: 'record_locking',
};

const rulesOf = (configuration: JsonObject): JsonObject[] =>
  isList(configuration.locking_rules) ? configuration.locking_rules.filter(isObject) : [];

/** What a server makes of a condition: its keys in another order, with ids and `type`. */
const stored = (node: Json): Json => {
  if (!isObject(node)) return node;
  if (isList(node.group)) return { ...node, group: node.group.map(stored) };
  const { field, ...rest } = node;
  return isObject(field) && 'comparator' in node
    ? { type: 'value', field: { id: '58439', ...field }, ...rest }
    : node;
};

const storedRule = (rule: JsonObject): JsonObject => ({
  ...rule,
  ...('criteria' in rule && rule.criteria !== undefined && { criteria: stored(rule.criteria) }),
});

const putRules = (current: JsonObject, sent: JsonObject[], reading: Reading): JsonObject[] => {
  const left = new Map(rulesOf(current).map((rule) => [rule.id, rule]));
  const next = reading === 'partial' ? new Map(left) : new Map<Json | undefined, JsonObject>();
  for (const [i, rule] of sent.entries()) {
    if (rule.id !== undefined && !left.has(rule.id)) throw new Error('no such rule');
    if (rule._delete) next.delete(rule.id);
    else if (rule.id === undefined) next.set(`new${i}`, { id: `58436${i}`, ...storedRule(rule) });
    else next.set(rule.id, { ...(reading === 'partial' && left.get(rule.id)), ...storedRule(rule) });
  }
  return [...next.values()];
};

/** The configuration after a PUT, under one reading of it. Refuses what Zoho alone writes. */
export const put = (current: JsonObject, body: JsonObject, reading: Reading): JsonObject => {
  for (const key of SERVER_OWNED)
    if (key !== 'id' && key in body) throw new Error(`${key} is not for the client to write`);
  const kept = reading === 'partial' ? current : pick(current, SERVER_OWNED);
  const rules = isList(body.locking_rules)
    ? putRules(current, rulesOf(body), reading)
    : reading === 'partial'
      ? rulesOf(current)
      : [];
  return {
    ...DEFAULTS,
    ...kept,
    ...body,
    modified_time: '2026-01-01T00:00:00Z',
    locking_rules: rules,
  };
};

const pick = (object: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));
