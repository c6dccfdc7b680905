import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isParseProblem, parseConfiguration } from '../../src/locking/configuration';
import { configurationChanges } from '../../src/locking/configuration-changes';
import { configurationDifferences } from '../../src/locking/configuration-differences';
import * as edit from '../../src/locking/configuration-draft';
import { keepDraft, restoreDraft } from '../../src/locking/configuration-keeping';
import { configurationRequest, intendedConfiguration, leaves } from '../../src/locking/configuration-request';
import * as rules from '../../src/locking/configuration-rules';
import { addCondition, removeNode, setValue, wrapInGroup } from '../../src/locking/criteria/edit';
import { keySource, type NewKey, serialiseCriteria } from '../../src/locking/criteria/node';
import type { JsonObject } from '../../src/locking/json';
import { configuration } from './arbitraries';
import { put } from './put-model';
import { read } from './samples';

type Draft = edit.ConfigurationDraft;
type Step = { readonly what: number; readonly which: number; readonly on: boolean };

const steps = fc.array(fc.record({ what: fc.nat(16), which: fc.nat(5), on: fc.boolean() }), {
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

const edited = (source: JsonObject, sequence: readonly Step[]): Draft => {
  const newKey = keySource();
  const base = parseConfiguration(source, newKey);
  if (isParseProblem(base)) throw new Error(base.problem);
  return sequence.reduce((draft, step, i) => play(draft, step, newKey, i), edit.draftOf(base));
};

/** What a configuration says, in a form that does not depend on orders and on how emptiness is written. */
const meaning = (settings: Draft['settings']) => ({
  ...settings,
  excludedProfiles:
    settings.lockedFor === 'all_profiles'
      ? 'not counted'
      : new Set(settings.excludedProfiles.map(({ id }) => id)),
  excludedFields: new Set(settings.excludedFields.map(({ api_name }) => api_name)),
  restrictedActions: new Set(settings.restrictedActions),
  restrictedButtons: new Set(settings.restrictedButtons.map(({ id }) => id)),
});

describe.each(['partial', 'replace'] as const)('when PUT is %s', (reading) => {
  it('any sequence of edits arrives as it was meant', () => {
    fc.assert(
      fc.property(configuration, steps, (source, sequence) => {
        const draft = edited(source, sequence);
        const request = configurationRequest(draft);
        const found = request ? put(source, request.body.record_locking_configurations[0], reading) : source;
        expect(meaning(read(found).settings)).toEqual(meaning(draft.settings));
        const kept = draft.rules.filter((rule) => !leaves(draft, rule));
        expect(new Set(read(found).rules.map(({ name, lockExisting }) => `${name} ${lockExisting}`))).toEqual(
          new Set(kept.map(({ name, lockExisting }) => `${name} ${lockExisting}`)),
        );
        expect(configurationDifferences(intendedConfiguration(draft), found)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any configuration', () => {
  it('read and not edited is not sent, and is whole', () => {
    fc.assert(
      fc.property(configuration, (source) => {
        const draft = edited(source, []);
        expect(configurationRequest(draft)).toBeNull();
        expect(configurationChanges(draft)).toEqual([]);
        expect(JSON.stringify(intendedConfiguration(draft))).toBe(JSON.stringify(source));
      }),
    );
  });

  it('keeps every rule that is not named byte for byte in the request', () => {
    fc.assert(
      fc.property(configuration, steps, (source, sequence) => {
        const draft = edited(source, sequence);
        const sent = JSON.stringify(configurationRequest(draft)?.body ?? source);
        for (const rule of draft.rules) {
          const first = draft.base?.rules.find(({ id }) => id === rule.id);
          if (
            first &&
            !leaves(draft, rule) &&
            rule.source === first.source &&
            rule.criteria === first.criteria
          )
            expect(sent).toContain(JSON.stringify(first.source));
        }
      }),
    );
  });

  it('lists a change if and only if there is something to send', () => {
    fc.assert(
      fc.property(configuration, steps, (source, sequence) => {
        const draft = edited(source, sequence);
        const request = configurationRequest(draft);
        expect(configurationChanges(draft).length > 0).toBe(request !== null);
      }),
    );
  });

  it('is the same draft after a reload of the page', () => {
    fc.assert(
      fc.property(configuration, steps, (source, sequence) => {
        const draft = edited(source, sequence);
        const kept: unknown = JSON.parse(JSON.stringify(keepDraft(draft)));
        const restored = restoreDraft(read(source), kept, keySource('again'));
        expect(restored && configurationRequest(restored)).toEqual(configurationRequest(draft));
        expect(
          restored?.rules.map((rule) => [rule.deleted, rule.criteria && serialiseCriteria(rule.criteria)]),
        ).toEqual(
          draft.rules.map((rule) => [rule.deleted, rule.criteria && serialiseCriteria(rule.criteria)]),
        );
        expect(
          restoreDraft(read({ ...source, modified_time: 'another' }), kept, keySource()),
        ).toBeUndefined();
      }),
    );
  });
});

it.each([
  [null],
  [5],
  [[]],
  [{}],
  [{ base: null, source: {}, rules: [1] }],
  [{ base: null, source: {}, rules: {} }],
])('a kept draft that is none (%j) is not restored', (kept) => {
  expect(restoreDraft(null, kept, keySource())).toBeUndefined();
});
