import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfigurationDraft } from '../../../src/locking/configuration/draft';
import { configurationChanges } from '../../../src/locking/configuration/saving/changes';
import { configurationDifferences } from '../../../src/locking/configuration/saving/differences';
import {
  configurationRequest,
  intendedConfiguration,
  leaves,
} from '../../../src/locking/configuration/saving/request';
import { keepDraft, restoreDraft } from '../../../src/locking/configuration/saving/stored-draft';
import { keySource, serialiseCriteria } from '../../../src/locking/criteria/tree/node';
import { configuration } from '../arbitraries';
import { put } from '../put-model';
import { edited, steps } from '../random-edits';
import { read } from '../samples';

/** What a configuration says, in a form that does not depend on orders and on how emptiness is written. */
const meaning = (settings: ConfigurationDraft['settings']) => ({
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
