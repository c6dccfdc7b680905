import fc from 'fast-check';
import type { JsonObject } from '../../src/base/json';
import * as edit from '../../src/locking/configuration/draft';
import { isParseProblem, parseConfiguration } from '../../src/locking/configuration/model';
import * as rules from '../../src/locking/configuration/rules';
import { addCondition, removeNode, setValue, wrapInGroup } from '../../src/locking/criteria/tree/edit';
import { keySource, type NewKey } from '../../src/locking/criteria/tree/node';

type Draft = edit.ConfigurationDraft;
export type Step = { readonly what: number; readonly which: number; readonly on: boolean };

/** What an administrator does, one edit after the other. */
export const steps = fc.array(fc.record({ what: fc.nat(16), which: fc.nat(5), on: fc.boolean() }), {
  maxLength: 10,
});

const play = (draft: Draft, { what, which, on }: Step, newKey: NewKey, stamp: number): Draft => {
  const key = draft.rules[which % Math.max(draft.rules.length, 1)]?.key ?? '';
  const item = { id: `5843${which}`, name: `Item ${which}` };
  const field = { api_name: ['Stage', 'Amount', 'Next_Step', 'Type', 'Phone', 'Fax'][which] ?? 'Stage' };
  const criteriaEdit = (change: Parameters<typeof rules.editCriteria>[2]) =>
    rules.editCriteria(draft, key, change);
  return (
    [
      () => edit.setLockType(draft, which < 2 ? 'both' : which < 4 ? 'automatic' : 'manual'),
      () => edit.setLockedFor(draft, on ? 'all_profiles' : 'all_profiles_except_excluded_profiles'),
      () => edit.setPortalUsersLocked(draft, on),
      () => edit.setActionRestricted(draft, ['delete', 'tags', 'newest_action'][which % 3] ?? '', on),
      () => edit.setCommunicationRestricted(draft, 'send_mail', on),
      () => edit.addExcludedProfile(draft, item),
      () => edit.removeExcludedProfile(draft, draft.settings.excludedProfiles[which] ?? item),
      () => edit.addExcludedField(draft, field),
      () => edit.removeExcludedField(draft, field),
      () => edit.addRestrictedButton(draft, item),
      () => edit.removeRestrictedButton(draft, draft.settings.restrictedButtons[which] ?? item),
      () => rules.addRule(draft, newKey, `New ${stamp}`),
      () => rules.duplicateRule(draft, key, newKey, `Copy ${stamp}`),
      () => (on ? rules.deleteRule(draft, key) : rules.restoreRule(draft, key)),
      () => rules.setRuleName(draft, key, `Name ${stamp}`),
      () => rules.setLockExisting(draft, key, on),
      () =>
        criteriaEdit((root) =>
          on
            ? addCondition(root, newKey)
            : which % 3 === 0
              ? setValue(root, root?.key ?? '', `value ${stamp}`)
              : which % 3 === 1
                ? wrapInGroup(root, root?.key ?? '', newKey)
                : removeNode(root, root?.kind === 'group' ? (root.children[0]?.key ?? '') : ''),
        ),
    ][what]?.() ?? draft
  );
};

/** A configuration read and edited. `stamp` is in the names and values of the first edit, the next in those of the second … */
export const edited = (
  source: JsonObject,
  sequence: readonly Step[],
  newKey = keySource(),
  stamp = 0,
): Draft => {
  const base = parseConfiguration(source, newKey);
  if (isParseProblem(base)) throw new Error(base.problem);
  return sequence.reduce((draft, step, i) => play(draft, step, newKey, stamp + i), edit.draftOf(base));
};
