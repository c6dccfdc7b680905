import { isJson, isList, isObject, type Json, type JsonObject, stringAt, without } from '../../../base/json';
import { type NewKey, parseCriteria } from '../../criteria/tree/node';
import type { ConfigurationDraft } from '../draft';
import { type Configuration, readSettings, ruleOf } from '../model';
import { ruleJson } from '../rules';
import { configurationDifferences } from './differences';

/** The people who saved the configuration: a draft needs no names. */
const PEOPLE = ['created_by', 'modified_by'];

/**
 * The draft as JSON, to survive a reload of the page. Only the version of `base` is kept, and no names of people.
 */
export const keepDraft = (draft: ConfigurationDraft): JsonObject => ({
  base: versionOf(draft.base),
  source: without(draft.source, PEOPLE),
  rules: draft.rules.map((rule) => ({ json: ruleJson(rule), deleted: rule.deleted })),
});

/** Changes whenever Zoho saves a configuration. */
const versionOf = (base: Configuration | null): Json =>
  base && [base.id ?? null, base.source.modified_time ?? null];

/**
 * The draft that was kept, on top of what was just read. Undefined when it belongs to another version of the configuration,
 * or was not written by `keepDraft`. Its nodes get new keys.
 */
export const restoreDraft = (
  base: Configuration | null,
  kept: unknown,
  newKey: NewKey,
): ConfigurationDraft | undefined => {
  if (!isJson(kept) || !isObject(kept)) return undefined;
  const { source: own, rules } = kept;
  if (JSON.stringify(kept.base) !== JSON.stringify(versionOf(base))) return undefined;
  if (!isObject(own) || !isList(rules)) return undefined;
  const people = Object.entries(base?.source ?? {}).filter(([key]) => PEOPLE.includes(key));
  const source = people.length ? { ...own, ...Object.fromEntries(people) } : own;
  const known = new Set(base?.rules.map((rule) => rule.id));
  const drafts = rules.filter(isObject).flatMap(({ json, deleted }) => {
    if (!isObject(json)) return [];
    const id = stringAt(json, 'id');
    if (id !== undefined && !known.has(id)) return [];
    const { criteria } = json;
    const node = criteria === undefined || criteria === null ? null : parseCriteria(criteria, newKey);
    return [{ ...ruleOf(newKey(), json, node), deleted: deleted === true }];
  });
  return drafts.length === rules.length
    ? { base, source, settings: readSettings(source), rules: drafts }
    : undefined;
};

/**
 * Whether the configuration already says what was kept: the page was closed before it learned that its changes had been
 * saved.
 */
export const isKeptSaved = (base: Configuration | null, kept: unknown): boolean => {
  if (!base || !isJson(kept) || !isObject(kept) || !isObject(kept.source) || !isList(kept.rules))
    return false;
  const rules = kept.rules
    .filter(isObject)
    .flatMap(({ json, deleted }) => (deleted === true || json === undefined ? [] : [json]));
  const meant = { ...kept.source, locking_rules: kept.source.lock_type === 'manual' ? [] : rules };
  return !configurationDifferences(meant, base.source).length;
};
