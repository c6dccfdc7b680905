import { type JsonObject, stringAt, without } from '../../../base/json';
import type { NewKey } from '../../criteria/tree/node';
import { parseCriteria } from '../../criteria/tree/node';
import { type ConfigurationDraft, draftOf, type RuleDraft } from '../draft';
import {
  type Configuration,
  isParseProblem,
  type LockingRule,
  parseConfiguration,
  readSettings,
  ruleOf,
  SERVER_KEYS,
} from '../model';
import { ruleJson } from '../rules';
import { type ConfigurationChange, configurationChanges } from '../saving/changes';
import type { KeptVersion } from './kept-versions';

/** The current rule that an earlier one is: by id, else by name, so that it is edited instead of replaced. */
const partnerOf = (
  rule: LockingRule,
  current: readonly LockingRule[],
  taken: ReadonlySet<LockingRule>,
): LockingRule | undefined => {
  const free = current.filter((other) => !taken.has(other));
  return (
    free.find((other) => rule.id !== undefined && other.id === rule.id) ??
    free.find(
      (other) => other.name === rule.name && !current.some(({ id }) => id !== undefined && id === rule.id),
    )
  );
};

const earlierRule = (rule: LockingRule, partner: LockingRule | undefined, newKey: NewKey): RuleDraft => {
  const json = ruleJson(rule);
  const source: JsonObject = partner?.id === undefined ? without(json, ['id']) : { ...json, id: partner.id };
  const criteria = source.criteria ?? null;
  return {
    ...ruleOf(partner?.key ?? newKey(), source, criteria === null ? null : parseCriteria(criteria, newKey)),
    deleted: false,
  };
};

/**
 * An earlier version as a draft over what the module has now (null: nothing). Its rules are those that still exist, edited, or
 * new ones; rules that came later are marked as deleted. Keys that the version does not know stay. Null when the version is no
 * configuration, or that there was none: then there is nothing to load.
 */
export const versionDraft = (
  current: Configuration | null,
  version: KeptVersion,
  newKey: NewKey,
): ConfigurationDraft | null => {
  const parsed = version.source && parseConfiguration(version.source, newKey);
  if (!parsed || isParseProblem(parsed)) return null;
  const own = without(parsed.source, ['id', 'system_defined', ...SERVER_KEYS]);
  const base = draftOf(current);
  const source: JsonObject = { ...base.source, ...own };
  const taken = new Set<LockingRule>();
  const rules = parsed.rules.map((rule) => {
    const partner = partnerOf(rule, base.rules, taken);
    if (partner) taken.add(partner);
    return earlierRule(rule, partner, newKey);
  });
  const later = base.rules.filter((rule) => !taken.has(rule)).map((rule) => ({ ...rule, deleted: true }));
  return { base: current, source, settings: readSettings(source), rules: [...rules, ...later] };
};

/** What loading a version would change, in the order of the editor; null when it cannot be loaded. */
export const versionChanges = (
  current: Configuration | null,
  version: KeptVersion,
  newKey: NewKey,
): readonly ConfigurationChange[] | null => {
  const draft = versionDraft(current, version, newKey);
  return draft && configurationChanges(draft);
};

/** The lock type and the number of rules that a version had, for a list; null: there was no configuration. */
export const versionSummary = ({
  source,
}: KeptVersion): { readonly lockType: string; readonly rules: number } | null => {
  if (!source) return null;
  const { locking_rules: rules } = source;
  return { lockType: stringAt(source, 'lock_type') ?? '', rules: Array.isArray(rules) ? rules.length : 0 };
};
