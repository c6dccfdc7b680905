import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../../src/locking/configuration/model';
import { serialiseCriteria } from '../../../src/locking/criteria/tree/node';
import { READ, RULE_ID, read } from '../samples';

describe('reading a configuration', () => {
  it('reads the one of Zoho’s guide', () => {
    const { settings, rules, id, systemDefined } = read(READ);
    expect({ id, systemDefined }).toEqual({ id: '5843104000001068044', systemDefined: false });
    expect(settings).toEqual({
      lockType: 'automatic',
      lockedFor: 'all_profiles',
      excludedProfiles: [],
      excludedFields: READ.excluded_fields,
      restrictedActions: ['update'],
      restrictedCommunications: [],
      restrictedButtons: [],
      lockForPortalUsers: true,
      opaque: [],
    });
    expect(rules).toMatchObject([{ id: RULE_ID, name: 'Closed Won', lockExisting: true }]);
    expect(rules[0]?.criteria && serialiseCriteria(rules[0].criteria)).toMatchObject({ value: 'Closed Won' });
  });

  it('reads an absent key as Zoho’s default', () => {
    expect(read({ lock_type: 'manual' })).toMatchObject({
      id: undefined,
      rules: [],
      settings: { lockedFor: 'all_profiles', lockForPortalUsers: true, restrictedActions: [] },
    });
  });

  it.each(['all_profiles_except_excluded_profile', 'all_profile_except_excluded_profiles'])(
    'reads %s as the exception',
    (word) => {
      expect(read({ ...READ, locked_for: word }).settings.lockedFor).toBe(
        'all_profiles_except_excluded_profiles',
      );
    },
  );

  it('keeps what has an unknown shape, and says so', () => {
    const source = {
      ...READ,
      lock_type: 1,
      excluded_fields: ['Description'],
      restricted_actions: 'all',
      restricted_custom_buttons: [{ label: 'x' }],
      lock_for_portal_users: 'sometimes',
      locking_rules: ['Closed Won'],
    };
    const configuration = read(source);
    expect(configuration.source).toBe(source);
    expect([...configuration.settings.opaque].sort()).toEqual([
      'excluded_fields',
      'lock_for_portal_users',
      'lock_type',
      'locking_rules',
      'restricted_actions',
      'restricted_custom_buttons',
    ]);
  });

  it.each([
    [null, 'notAnObject'],
    ['text', 'notAnObject'],
    [[READ], 'notAnObject'],
    [{ id: '1', when: Number.NaN }, 'notAnObject'],
    [{ ...READ, id: 5843 }, 'badId'],
    [{ ...READ, id: null }, 'badId'],
  ])('refuses %j', (source, problem) => {
    expect(parseConfiguration(source)).toEqual({ problem });
  });
});
