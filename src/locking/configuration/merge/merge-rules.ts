import { type Json, type JsonObject, jsonEqual, without } from '../../../base/json';
import { canonicalCriteria } from '../../criteria/implication/canonical';
import { parseCriteria } from '../../criteria/tree/node';
import type { RuleDraft } from '../draft';
import { type LockingRule, ruleOf } from '../model';
import type { Path } from '../paths';
import { ruleJson } from '../rules';
import { type Choose, conflictAt, settle, type Three } from './three-way';

/** The rules of each side that take part in the merge. */
export interface RuleVersions {
  readonly base: readonly LockingRule[];
  readonly mine: readonly RuleDraft[];
  readonly theirs: readonly LockingRule[];
}

/** What a value of a rule means: the order of conditions does not matter, and an absent flag means `false`. */
const meaningOf = (key: string, value: Json | undefined): Json => {
  if (key === 'lock_existing_records') return value ?? false;
  if (value === undefined || value === null) return null;
  return key === 'criteria' ? canonicalCriteria(parseCriteria(value, () => '')) : value;
};

const meaningOfRule = (json: JsonObject | undefined): Json | undefined =>
  json &&
  Object.fromEntries(
    [...new Set([...Object.keys(json), 'lock_existing_records', 'criteria'])]
      .filter((key) => key !== 'id')
      .map((key): [string, Json] => [key, meaningOf(key, json[key])])
      .filter(([, value]) => value !== null),
  );

const sameRule = (a: LockingRule, b: LockingRule): boolean =>
  jsonEqual(meaningOfRule(ruleJson(a)), meaningOfRule(ruleJson(b)));

/** The rule as a new one, without the id that no longer exists. */
export const asNew = (rule: RuleDraft, deleted: boolean): RuleDraft => ({
  ...ruleOf(rule.key, without(ruleJson(rule), ['id']), rule.criteria),
  deleted,
});

/** A rule that all three have, key by key. */
const mergeParts = (
  { base, mine, theirs }: Three<LockingRule>,
  path: Path,
  name: string,
  choose: Choose,
): RuleDraft => {
  const json = { base: ruleJson(base), mine: ruleJson(mine), theirs: ruleJson(theirs) };
  const keys = new Set(Object.values(json).flatMap((one) => Object.keys(one)));
  let [source, { criteria }] = [json.theirs, theirs];
  // Equal criteria keep my nodes, so that the editor keeps its place.
  if (jsonEqual(json.mine.criteria, json.theirs.criteria)) criteria = mine.criteria;
  for (const key of keys) {
    if (key === 'id') continue;
    const values = { base: json.base[key], mine: json.mine[key], theirs: json.theirs[key] };
    const meanings = {
      base: meaningOf(key, values.base),
      mine: meaningOf(key, values.mine),
      theirs: meaningOf(key, values.theirs),
    };
    const ask = () => choose(conflictAt([...path, key], values, { rule: name }));
    if (settle(values, meanings, ask) === 'theirs') continue;
    source = values.mine === undefined ? without(source, [key]) : { ...source, [key]: values.mine };
    if (key === 'criteria') criteria = mine.criteria;
  }
  return { ...ruleOf(mine.key, source, criteria), deleted: false };
};

/** A rule that one side may have deleted. Rules that I delete stay in the draft, where they can be restored before saving. */
const mergeRule = (
  { base, mine, theirs }: Three<LockingRule | undefined> & { readonly mine: RuleDraft | undefined },
  manual: boolean,
  choose: Choose,
): RuleDraft | undefined => {
  const kept = mine?.deleted ? undefined : mine;
  const name = (kept ?? theirs ?? base)?.name ?? '';
  const path: Path = ['locking_rules', base?.id ?? ''];
  if (base && kept && theirs) return mergeParts({ base, mine: kept, theirs }, path, name, choose);
  const json = (rule: LockingRule | undefined) => rule && ruleJson(rule);
  const values = { base: json(base), mine: json(kept), theirs: json(theirs) };
  const meanings = {
    base: meaningOfRule(values.base),
    mine: meaningOfRule(values.mine),
    theirs: meaningOfRule(values.theirs),
  };
  const ask = () => choose(conflictAt(path, values, { rule: name }));
  // Under manual locking a rule cannot be added: mine waits for another lock type.
  const side = settle(values, meanings, manual && !theirs ? () => 'mine' : ask);
  if (theirs) return { ...theirs, key: mine?.key ?? theirs.key, deleted: side === 'mine' };
  return kept && side === 'mine' ? asNew(kept, false) : undefined;
};

/**
 * Their rules with my changes. Rules are matched by id. New rules of both sides stay, except one of mine that equals one of
 * theirs. `inForce`: which of my new rules would be saved; the others stay as deleted ones.
 * `manual`: the merged lock type is manual.
 */
export const mergeRules = (
  { base, mine, theirs }: RuleVersions,
  inForce: (rule: RuleDraft) => boolean,
  manual: boolean,
  choose: Choose,
): readonly RuleDraft[] => {
  const known = (rule: LockingRule): boolean =>
    rule.id !== undefined && base.some((other) => other.id === rule.id);
  const find = <T extends LockingRule>(rules: readonly T[], id: string | undefined): T | undefined =>
    rules.find((rule) => rule.id === id);
  const added = theirs.filter((rule) => !known(rule));
  const twins = [...added];
  const mineAdded = mine
    .filter((rule) => !known(rule))
    .filter((rule) => {
      const twin = inForce(rule) ? twins.findIndex((other) => sameRule(rule, other)) : -1;
      if (twin >= 0) twins.splice(twin, 1);
      return twin < 0;
    });
  return [
    ...base.filter(known).flatMap((rule) => {
      const sides = { base: rule, mine: find(mine, rule.id), theirs: find(theirs, rule.id) };
      return mergeRule(sides, manual, choose) ?? [];
    }),
    ...added.map((rule) => ({ ...rule, deleted: false })),
    ...mineAdded.map((rule) => asNew(rule, !inForce(rule))),
  ];
};

/** Whether a side added or edited rules. Removing rules does not count. */
export const changesRules = (rules: readonly LockingRule[], base: readonly LockingRule[]): boolean =>
  rules.some((rule) => !base.some((other) => other.id === rule.id && sameRule(rule, other)));
