import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/base/json';
import { configurationDifferences } from '../../../../src/locking/configuration/saving/differences';
import { intendedConfiguration, isChanged } from '../../../../src/locking/configuration/saving/request';
import {
  addVersion,
  type KeptVersion,
  keepVersions,
  MOST_VERSIONS,
  readVersions,
  VERSIONS_ROOM,
} from '../../../../src/locking/configuration/versions/kept-versions';
import {
  versionChanges,
  versionDraft,
  versionSummary,
} from '../../../../src/locking/configuration/versions/version-draft';
import { keySource } from '../../../../src/locking/criteria/tree/node';
import { configuration } from '../../arbitraries';
import { READ, RULE_ID, read } from '../../samples';

const change = (lock_type: string, more: JsonObject = {}): JsonObject => ({ ...READ, lock_type, ...more });
const versionOf = (source: JsonObject | null): KeptVersion => {
  const [version] = addVersion([], source, 1);
  if (!version) throw new Error('no version');
  return version;
};
const types = (versions: readonly KeptVersion[]) => versions.map(({ source }) => source?.lock_type ?? null);

describe('the versions of a module', () => {
  it('begin with what was found, and go on with what was saved, the newest first', () => {
    const found = addVersion([], change('manual'), 1);
    const saved = addVersion(found, change('both'), 2);
    expect(types(saved)).toEqual(['both', 'manual']);
    expect(saved[0]).toMatchObject({ savedAt: READ.modified_time, savedBy: 'John Smith', seenAt: 2 });
    expect(types(addVersion(saved, null, 3))).toEqual([null, 'both', 'manual']);
  });

  it('are not kept again when nothing but the time of saving differs', () => {
    const found = addVersion([], change('manual'), 1);
    expect(addVersion(found, change('manual', { modified_time: '2026-01-01T00:00:00Z' }), 2)).toBe(found);
  });

  it('hold nobody’s name but that of the person who saved', () => {
    expect(JSON.stringify(keepVersions(addVersion([], READ, 1)))).not.toContain('Patricia');
  });

  it('are at most ten, and take no more room than there is', () => {
    let versions: readonly KeptVersion[] = [];
    for (let i = 0; i < 25; i++) versions = addVersion(versions, change(`${i}`), i);
    expect(types(versions)).toEqual(Array.from({ length: MOST_VERSIONS }, (_, i) => `${24 - i}`));
    const long = 'x'.repeat(VERSIONS_ROOM / 3);
    for (let i = 0; i < 5; i++) versions = addVersion(versions, change(`${i}`, { long }), i);
    expect(JSON.stringify(keepVersions(versions)).length).toBeLessThan(VERSIONS_ROOM * 1.1);
    const huge = addVersion([], change('huge', { long: 'x'.repeat(VERSIONS_ROOM) }), 1);
    expect(keepVersions(huge)).toEqual([]);
  });

  it('come back as they were kept, without what is damaged', () => {
    const versions = addVersion(addVersion([], null, 1), READ, 2);
    expect(readVersions(JSON.parse(JSON.stringify(keepVersions(versions))))).toEqual(versions);
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        expect(Array.isArray(readVersions(kept))).toBe(true);
      }),
    );
    expect(
      readVersions([{ source: 5 }, { source: null, savedAt: null, savedBy: null, seenAt: 1 }]),
    ).toHaveLength(1);
  });
});

describe('an earlier version', () => {
  const newKey = keySource('v');

  it('loaded over the same configuration changes nothing', () => {
    fc.assert(
      fc.property(configuration, (source) => {
        const draft = versionDraft(read(source), versionOf(source), newKey);
        expect(draft && isChanged(draft)).toBe(false);
        expect(versionChanges(read(source), versionOf(source), newKey)).toEqual([]);
      }),
    );
  });

  it('loaded over another one means what it said, with the ids of now', () => {
    fc.assert(
      fc.property(configuration, configuration, (earlier, now) => {
        const draft = versionDraft(read(now), versionOf(earlier), newKey);
        if (!draft) throw new Error('not loaded');
        const meant = intendedConfiguration(draft);
        expect(meant.id).toBe(now.id);
        expect(meant.lock_type).toBe(earlier.lock_type);
        // Exempt profiles that do not count stay as they are.
        const apart = { locking_rules: [], lock_excluded_profiles: null };
        const [left, right] = [
          { ...meant, ...apart },
          { ...now, ...earlier, ...apart },
        ];
        expect(configurationDifferences(left, right)).toEqual([]);
      }),
    );
  });

  it('edits a rule that still exists, makes a lost one anew, and marks later ones as deleted', () => {
    const rule = (name: string, id: string): JsonObject => ({
      id,
      name,
      criteria: { comparator: 'equal', field: { api_name: 'Stage' }, value: name },
    });
    const earlier = change('both', {
      locking_rules: [rule('Won', RULE_ID), rule('Lost', '8'), rule('Gone', '9')],
    });
    const now = change('both', {
      locking_rules: [rule('Renamed', RULE_ID), rule('Lost', '88'), rule('Later', '10')],
    });
    const draft = versionDraft(read(now), versionOf(earlier), newKey);
    expect(draft?.rules.map(({ id, name, deleted }) => [id, name, deleted])).toEqual([
      [RULE_ID, 'Won', false],
      ['88', 'Lost', false],
      [undefined, 'Gone', false],
      ['10', 'Later', true],
    ]);
    expect(versionChanges(read(now), versionOf(earlier), newKey)?.map(({ kind }) => kind)).toEqual([
      'ruleRenamed',
      'ruleCriteria',
      'ruleAdded',
      'ruleRemoved',
    ]);
  });

  it('can be loaded where there is no configuration any more, as a new one', () => {
    const draft = versionDraft(null, versionOf(READ), newKey);
    expect(draft?.base).toBeNull();
    expect(draft?.rules.map(({ id }) => id)).toEqual([undefined]);
  });

  it('of which there was none cannot be loaded', () => {
    expect(versionDraft(read(READ), versionOf(null), newKey)).toBeNull();
    expect([versionSummary(versionOf(null)), versionSummary(versionOf(READ))]).toEqual([
      null,
      { lockType: 'automatic', rules: 1 },
    ]);
  });
});
