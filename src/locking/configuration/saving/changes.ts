import { jsonEqual } from '../../../base/json';
import { impliesCriteria } from '../../criteria/implication/implies';
import { type CriteriaNode, serialiseCriteria } from '../../criteria/tree/node';
import { type ConfigurationDraft, draftOf, type RuleDraft } from '../draft';
import { type Configuration, identityOf, type ListedItem, type LockingRule, sameField } from '../model';
import { leaves } from './request';

/** What a change does to the people who work with the records. `neutral`: neither, or not certain. */
export type Effect = 'tightens' | 'loosens' | 'neutral';

/** A change of a configuration as an administrator thinks of it. */
export type ConfigurationChange = { readonly effect: Effect } & (
  | { readonly kind: 'created' }
  | { readonly kind: 'lockType'; readonly from: string; readonly to: string }
  | { readonly kind: 'lockedFor'; readonly from: string; readonly to: string }
  | { readonly kind: 'portalUsers'; readonly locked: boolean }
  | { readonly kind: 'profile' | 'field' | 'button'; readonly item: ListedItem; readonly added: boolean }
  | { readonly kind: 'action' | 'communication'; readonly name: string; readonly blocked: boolean }
  | { readonly kind: 'ruleAdded'; readonly rule: RuleDraft }
  /** `byType`: removed because the lock type becomes manual. */
  | { readonly kind: 'ruleRemoved'; readonly rule: LockingRule; readonly byType: boolean }
  | { readonly kind: 'ruleRenamed'; readonly rule: RuleDraft; readonly from: string; readonly to: string }
  | { readonly kind: 'ruleExisting'; readonly rule: RuleDraft; readonly lockExisting: boolean }
  | {
      readonly kind: 'ruleCriteria';
      readonly rule: RuleDraft;
      readonly from: CriteriaNode | null;
      readonly to: CriteriaNode | null;
    }
);

const tighter = (yes: boolean): Effect => (yes ? 'tightens' : 'loosens');

/** `both` includes `manual` and `automatic`; those two cannot be compared. */
const typeEffect = (from: string, to: string): Effect =>
  to === 'both' ? 'tightens' : from === 'both' ? 'loosens' : 'neutral';

const listChanges = (
  kind: 'profile' | 'field' | 'button',
  before: readonly ListedItem[],
  after: readonly ListedItem[],
  addedEffect: Effect,
  same: (a: ListedItem, b: ListedItem) => boolean,
): ConfigurationChange[] => {
  const missing = (item: ListedItem, list: readonly ListedItem[]): boolean =>
    !list.some((other) => same(item, other));
  const removedEffect = tighter(addedEffect === 'loosens');
  return [
    ...after
      .filter((item) => missing(item, before))
      .map((item) => ({ kind, item, added: true, effect: addedEffect })),
    ...before
      .filter((item) => missing(item, after))
      .map((item) => ({ kind, item, added: false, effect: removedEffect })),
  ];
};

const wordChanges = (
  kind: 'action' | 'communication',
  before: readonly string[],
  after: readonly string[],
): ConfigurationChange[] => [
  ...after
    .filter((name) => !before.includes(name))
    .map((name) => ({ kind, name, blocked: true, effect: 'tightens' as const })),
  ...before
    .filter((name) => !after.includes(name))
    .map((name) => ({ kind, name, blocked: false, effect: 'loosens' as const })),
];

const sameItem = (a: ListedItem, b: ListedItem): boolean => identityOf(a) === identityOf(b);

const criteriaEffect = (from: CriteriaNode | null, to: CriteriaNode | null): Effect => {
  if (!from || !to) return 'neutral';
  const [wider, narrower] = [impliesCriteria(from, to), impliesCriteria(to, from)];
  return wider === narrower ? 'neutral' : tighter(wider);
};

const ruleChanges = (rule: RuleDraft, before: LockingRule): ConfigurationChange[] => {
  const { name, lockExisting, criteria } = rule;
  const json = (node: CriteriaNode | null) => node && serialiseCriteria(node);
  const edited = !jsonEqual(json(criteria), json(before.criteria));
  return [
    ...(name === before.name
      ? []
      : [{ kind: 'ruleRenamed' as const, rule, from: before.name, to: name, effect: 'neutral' as const }]),
    ...(lockExisting === before.lockExisting
      ? []
      : [{ kind: 'ruleExisting' as const, rule, lockExisting, effect: tighter(lockExisting) }]),
    ...(edited
      ? [
          {
            kind: 'ruleCriteria' as const,
            rule,
            from: before.criteria,
            to: criteria,
            effect: criteriaEffect(before.criteria, criteria),
          },
        ]
      : []),
  ];
};

/** Exempt profiles only count with the exception. */
const exempt = ({ settings }: Configuration | ConfigurationDraft): readonly ListedItem[] =>
  settings.lockedFor === 'all_profiles' ? [] : settings.excludedProfiles;

/**
 * What saving the draft changes, in the order of the editor. For a module without a configuration it begins with `created`
 * and continues with what differs from Zoho's defaults.
 */
export const configurationChanges = (draft: ConfigurationDraft): ConfigurationChange[] => {
  const base = draft.base ?? draftOf(null);
  const [from, to] = [base.settings, draft.settings];
  const changes: ConfigurationChange[] = draft.base ? [] : [{ kind: 'created', effect: 'tightens' }];
  if (from.lockType !== to.lockType)
    changes.push({
      kind: 'lockType',
      from: from.lockType,
      to: to.lockType,
      effect: typeEffect(from.lockType, to.lockType),
    });
  if (from.lockedFor !== to.lockedFor)
    changes.push({
      kind: 'lockedFor',
      from: from.lockedFor,
      to: to.lockedFor,
      effect: tighter(to.lockedFor === 'all_profiles'),
    });
  changes.push(...listChanges('profile', exempt(base), exempt(draft), 'loosens', sameItem));
  if (from.lockForPortalUsers !== to.lockForPortalUsers)
    changes.push({
      kind: 'portalUsers',
      locked: to.lockForPortalUsers,
      effect: tighter(to.lockForPortalUsers),
    });
  changes.push(
    ...wordChanges('action', from.restrictedActions, to.restrictedActions),
    ...wordChanges('communication', from.restrictedCommunications, to.restrictedCommunications),
    ...listChanges('button', from.restrictedButtons, to.restrictedButtons, 'tightens', sameItem),
    ...listChanges('field', from.excludedFields, to.excludedFields, 'loosens', sameField),
  );
  for (const rule of draft.rules) {
    const before = rule.id === undefined ? undefined : base.rules.find((other) => other.id === rule.id);
    if (!before && !leaves(draft, rule)) changes.push({ kind: 'ruleAdded', rule, effect: 'tightens' });
    else if (before && leaves(draft, rule))
      changes.push({ kind: 'ruleRemoved', rule: before, byType: !rule.deleted, effect: 'loosens' });
    else if (before) changes.push(...ruleChanges(rule, before));
  }
  return changes;
};
