import { type Json, jsonEqual } from '../../../base/json';
import type { ConfigurationDraft, RuleDraft } from '../../configuration/draft';
import type { Field } from '../../configuration/fields';
import type { LockingRule } from '../../configuration/model';
import * as rules from '../../configuration/rules';
import { canonicalCriteria } from '../../criteria/implication/canonical';
import { type NewKey, parseCriteria } from '../../criteria/tree/node';
import type { LeftOutRule, Mapped, Missing } from '../report';
import { type CarriedCriteria, transferCriteria } from './map-criteria';
import { missed, type Transfer } from './names';

interface CarriedRules {
  readonly draft: ConfigurationDraft;
  readonly mapped: readonly Mapped[];
  readonly missing: readonly Missing[];
  readonly leftOut: readonly LeftOutRule[];
}

/** A rule as it comes, and what becomes of its criteria. */
interface Coming {
  readonly rule: LockingRule;
  readonly carried: CarriedCriteria;
}

const KNOWN = ['id', '_delete', 'name', 'lock_existing_records', 'criteria'];

const criteriaJson = (rule: LockingRule): Json => rules.ruleJson(rule).criteria ?? null;
const sameJson = (a: LockingRule, b: LockingRule): boolean => jsonEqual(criteriaJson(a), criteriaJson(b));
const plain = ({ name }: LockingRule): string => name.trim().toLowerCase();

const sameMeaning = ({ carried }: Coming, there: RuleDraft, fields: readonly Field[]): boolean =>
  !carried.missing.length &&
  there.criteria !== null &&
  canonicalCriteria(
    parseCriteria(carried.criteria, () => ''),
    fields,
  ) === canonicalCriteria(there.criteria, fields);

/** Pairs rules with those that are there, each with one at most; the closest kinship goes first. */
const pairs = (
  coming: readonly Coming[],
  there: readonly RuleDraft[],
  fields: readonly Field[],
): ReadonlyMap<Coming, RuleDraft> => {
  const paired = new Map<Coming, RuleDraft>();
  const kinships: readonly ((one: Coming, other: RuleDraft) => boolean)[] = [
    ({ rule }, other) => rule.name === other.name && sameJson(rule, other),
    ({ rule }, other) => rule.name === other.name,
    ({ rule }, other) => plain(rule) === plain(other),
    ({ rule }, other) => sameJson(rule, other),
    (one, other) => sameMeaning(one, other, fields),
  ];
  for (const akin of kinships)
    for (const one of coming.filter((each) => !paired.has(each))) {
      const taken = new Set(paired.values());
      const partner = there.find((other) => !taken.has(other) && akin(one, other));
      if (partner) paired.set(one, partner);
    }
  return paired;
};

/** Brings a rule into the draft, in place of its partner's words when it has one. */
const bring = (
  draft: ConfigurationDraft,
  { rule, carried }: Coming,
  partner: RuleDraft | undefined,
  criteriaStay: boolean,
  newKey: NewKey,
): ConfigurationDraft => {
  const { name, lockExisting } = rule;
  const { criteria } = carried;
  if (!partner)
    return rules.addRuleFrom(draft, newKey, { name, lock_existing_records: lockExisting, criteria });
  const named = name === partner.name ? draft : rules.setRuleName(draft, partner.key, name);
  const flagged = rules.setLockExisting(named, partner.key, lockExisting);
  return criteriaStay
    ? flagged
    : rules.editCriteria(flagged, partner.key, () => parseCriteria(criteria, newKey));
};

/** Keys of a rule that this software does not know, unless its partner has them as well. */
const strangeKeys = ({ rule }: Coming, partner: RuleDraft | undefined): readonly Missing[] =>
  Object.entries(rule.source)
    .filter(
      ([key, value]) => !KNOWN.includes(key) && value !== null && !jsonEqual(partner?.source[key], value),
    )
    .map(([key]) => missed('setting', key, 'unknown', rule.name).missing);

/** The target's rules after the transfer; see `mapConfiguration`. */
export const transferRules = (
  transfer: Transfer,
  start: ConfigurationDraft,
  sources: readonly LockingRule[],
  newKey: NewKey,
): CarriedRules => {
  const { fields } = transfer.target;
  const coming = sources.map((rule) => ({ rule, carried: transferCriteria(transfer, rule.criteria) }));
  const paired = pairs(coming, start.rules, fields);
  const kept = new Set([...paired.values()].map(({ key }) => key));
  let draft = start.rules
    .filter(({ key }) => !kept.has(key))
    .reduce((one, { key }) => rules.deleteRule(one, key), start);
  const [mapped, missing, leftOut]: [Mapped[], Missing[], LeftOutRule[]] = [[], [], []];
  for (const one of coming) {
    const partner = paired.get(one);
    const there = partner !== undefined && sameJson(one.rule, partner);
    if (!there && one.carried.missing.length) {
      leftOut.push({ name: one.rule.name, causes: one.carried.missing });
      continue;
    }
    const stays = there || (partner !== undefined && sameMeaning(one, partner, fields));
    draft = bring(draft, one, partner, stays, newKey);
    missing.push(...strangeKeys(one, partner));
    if (!one.carried.missing.length) mapped.push(...one.carried.mapped);
  }
  return { draft, mapped, missing, leftOut };
};
