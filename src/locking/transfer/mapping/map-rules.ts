import { type Json, jsonEqual } from '../../../base/json';
import type { ConfigurationDraft, RuleDraft } from '../../configuration/draft';
import type { Field } from '../../configuration/fields';
import type { LockingRule } from '../../configuration/model';
import * as rules from '../../configuration/rules';
import { canonicalCriteria } from '../../criteria/implication/canonical';
import { type NewKey, parseCriteria } from '../../criteria/tree/node';
import type { LeftOutRule, Mapped, Missing } from '../report';
import { type TransferredCriteria, transferCriteria } from './map-criteria';
import { missed, type Transfer } from './names';

interface TransferredRules {
  readonly draft: ConfigurationDraft;
  readonly mapped: readonly Mapped[];
  readonly missing: readonly Missing[];
  readonly leftOut: readonly LeftOutRule[];
}

/** A rule of the source with its criteria translated to the target. */
interface IncomingRule {
  readonly rule: LockingRule;
  readonly transferred: TransferredCriteria;
}

const KNOWN = ['id', '_delete', 'name', 'lock_existing_records', 'criteria'];

const criteriaJson = (rule: LockingRule): Json => rules.ruleJson(rule).criteria ?? null;
const sameJson = (a: LockingRule, b: LockingRule): boolean => jsonEqual(criteriaJson(a), criteriaJson(b));
const plain = ({ name }: LockingRule): string => name.trim().toLowerCase();

const sameMeaning = ({ transferred }: IncomingRule, there: RuleDraft, fields: readonly Field[]): boolean =>
  !transferred.missing.length &&
  there.criteria !== null &&
  canonicalCriteria(
    parseCriteria(transferred.criteria, () => ''),
    fields,
  ) === canonicalCriteria(there.criteria, fields);

/** Pairs each rule with at most one of the target's, the most similar first. */
const pairs = (
  incoming: readonly IncomingRule[],
  there: readonly RuleDraft[],
  fields: readonly Field[],
): ReadonlyMap<IncomingRule, RuleDraft> => {
  const paired = new Map<IncomingRule, RuleDraft>();
  const likenesses: readonly ((one: IncomingRule, other: RuleDraft) => boolean)[] = [
    ({ rule }, other) => rule.name === other.name && sameJson(rule, other),
    ({ rule }, other) => rule.name === other.name,
    ({ rule }, other) => plain(rule) === plain(other),
    ({ rule }, other) => sameJson(rule, other),
    (one, other) => sameMeaning(one, other, fields),
  ];
  for (const alike of likenesses)
    for (const one of incoming.filter((each) => !paired.has(each))) {
      const taken = new Set(paired.values());
      const partner = there.find((other) => !taken.has(other) && alike(one, other));
      if (partner) paired.set(one, partner);
    }
  return paired;
};

/** Puts a rule into the draft: as a new one, or as an edit of its partner. */
const bring = (
  draft: ConfigurationDraft,
  { rule, transferred }: IncomingRule,
  partner: RuleDraft | undefined,
  criteriaStay: boolean,
  newKey: NewKey,
): ConfigurationDraft => {
  const { name, lockExisting } = rule;
  const { criteria } = transferred;
  if (!partner)
    return rules.addRuleFrom(draft, newKey, { name, lock_existing_records: lockExisting, criteria });
  const named = name === partner.name ? draft : rules.setRuleName(draft, partner.key, name);
  const flagged = rules.setLockExisting(named, partner.key, lockExisting);
  return criteriaStay
    ? flagged
    : rules.editCriteria(flagged, partner.key, () => parseCriteria(criteria, newKey));
};

/** Unknown keys of a rule, unless its partner has them too. */
const unknownKeys = ({ rule }: IncomingRule, partner: RuleDraft | undefined): readonly Missing[] =>
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
): TransferredRules => {
  const { fields } = transfer.target;
  const incoming = sources.map((rule) => ({ rule, transferred: transferCriteria(transfer, rule.criteria) }));
  const paired = pairs(incoming, start.rules, fields);
  const kept = new Set([...paired.values()].map(({ key }) => key));
  let draft = start.rules
    .filter(({ key }) => !kept.has(key))
    .reduce((one, { key }) => rules.deleteRule(one, key), start);
  const [mapped, missing, leftOut]: [Mapped[], Missing[], LeftOutRule[]] = [[], [], []];
  for (const one of incoming) {
    const partner = paired.get(one);
    const there = partner !== undefined && sameJson(one.rule, partner);
    if (!there && one.transferred.missing.length) {
      leftOut.push({ name: one.rule.name, causes: one.transferred.missing });
      continue;
    }
    const stays = there || (partner !== undefined && sameMeaning(one, partner, fields));
    draft = bring(draft, one, partner, stays, newKey);
    missing.push(...unknownKeys(one, partner));
    if (!one.transferred.missing.length) mapped.push(...one.transferred.mapped);
  }
  return { draft, mapped, missing, leftOut };
};
