import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/base/json';
import { draftOf, setLockType } from '../../../src/locking/configuration/draft';
import { addRuleFrom, deleteRule } from '../../../src/locking/configuration/rules';
import { keySource } from '../../../src/locking/criteria/tree/node';
import { fieldsToRead, trialDifference, tryRecord } from '../../../src/locking/trial/try-record';
import { whoCanDoWhat } from '../../../src/locking/trial/who-can-do-what';
import { FIELDS, READ, read } from '../samples';

const context = { module: 'Deals', fields: FIELDS, today: '2026-03-18', dayOf: () => undefined };
const leaf = (api_name: string, value: Json, comparator = 'equal'): Json => ({
  comparator,
  field: { api_name },
  value,
});
const rule = (name: string, criteria: Json, id?: string): JsonObject => ({
  ...(id && { id }),
  name,
  criteria,
});
const draft = (...rules: JsonObject[]) =>
  draftOf(read({ ...READ, lock_type: 'automatic', locking_rules: rules }));
const won = rule('Won', leaf('Stage', 'Closed Won'), '1');
const large = rule('Large', leaf('Amount', '50000', 'greater_than'), '2');
const bosses = rule('Bosses', leaf('Owner', { id: '9' }, 'equal_role'), '3');
const DEAL = { Stage: 'Closed Won', Amount: 5, Owner: { id: '7', name: 'A' } };

describe('trying a record on a draft', () => {
  it('names the rules that would lock it', () => {
    const trial = tryRecord(draft(won, large), DEAL, context);
    expect(trial.verdict).toBe('locked');
    expect(trial.by.map(({ name }) => name)).toEqual(['Won']);
    expect(trial.rules.map(({ truth }) => truth)).toEqual(['met', 'notMet']);
    expect(trial.missing).toEqual([]);
  });

  it('says that none would', () => {
    expect(tryRecord(draft(large), DEAL, context)).toMatchObject({
      verdict: 'notLocked',
      by: [],
      missing: [],
    });
  });

  it('says what is missing where it cannot be told, unless another rule certainly locks it', () => {
    expect(tryRecord(draft(large, bosses), DEAL, context)).toMatchObject({
      verdict: 'unknown',
      missing: ['role'],
    });
    expect(tryRecord(draft(won, bosses), DEAL, context)).toMatchObject({ verdict: 'locked', missing: [] });
  });

  it('passes over rules that will be gone after saving', () => {
    const both = draft(won, large);
    expect(tryRecord(deleteRule(both, both.rules[0]?.key ?? ''), DEAL, context).verdict).toBe('notLocked');
    expect(tryRecord(setLockType(both, 'manual'), DEAL, context)).toMatchObject({
      verdict: 'notLocked',
      rules: [],
    });
  });

  it('reads the fields of the rules that stay, each once', () => {
    const more = rule(
      'More',
      { group_operator: 'OR', group: [leaf('Stage', 'A'), leaf('Amount', '1')] },
      '4',
    );
    expect(fieldsToRead(draft(won, more), context)).toEqual(['Stage', 'Amount']);
  });

  it.each<[string, ReturnType<typeof draft>, boolean | null, boolean, string | null]>([
    ['locked as expected', draft(won), true, false, null],
    ['not locked as expected', draft(large), false, false, null],
    ['not locked, though a saved rule matches', draft(won), false, false, 'matchedBefore'],
    ['locked by a person', draft(large), true, true, 'manual'],
    ['locked by a rule that does not match', draft(large), true, false, 'otherRules'],
    ['not read', draft(won), null, false, null],
    ['open', draft(bosses), true, false, null],
    [
      'not locked, since the rule is new',
      addRuleFrom(draft(large), keySource('t'), rule('New', leaf('Stage', 'Closed Won'))),
      false,
      false,
      'notSaved',
    ],
  ])('compares with the record now: %s', (_, tried, locked, manually, difference) => {
    const trial = tryRecord(tried, DEAL, context);
    expect(trialDifference(trial, { locked, manually }, ({ id }) => id !== undefined)).toBe(difference);
  });
});

describe('who can do what with a locked record', () => {
  const PROFILES = [
    { id: '1', name: 'Administrator' },
    { id: '2', name: 'Standard' },
  ];
  const setting = (change: JsonObject) => draftOf(read({ ...READ, ...change }));
  const exempting = {
    locked_for: 'all_profiles_except_excluded_profiles',
    lock_excluded_profiles: [{ id: '1', name: 'Administrator' }],
  };
  const cell = (table: ReturnType<typeof whoCanDoWhat>, row: number, name: string) =>
    table.audiences[row]?.permissions[table.deeds.findIndex((deed) => deed.name === name)];

  it('is nothing blocked for exempt profiles, and what the draft says for the others', () => {
    const table = whoCanDoWhat(
      setting({
        ...exempting,
        restricted_actions: ['update', 'delete'],
        restricted_communications: ['send_mail'],
      }),
      'Deals',
      PROFILES,
    );
    expect(table.audiences.map(({ name, kind, exempt }) => [name ?? kind, exempt])).toEqual([
      ['Administrator', true],
      ['Standard', false],
      ['portalUsers', false],
    ]);
    for (const deed of ['update', 'delete', 'send_mail']) expect(cell(table, 0, deed)).toBe('allowed');
    for (const deed of ['update', 'delete', 'send_mail']) expect(cell(table, 1, deed)).toBe('blocked');
    expect(cell(table, 1, 'change_owner')).toBe('allowed');
    expect(table.editableFields).toEqual(['Description']);
  });

  it('has converting for leads only, blocked buttons by name, and portal users as the draft says', () => {
    const buttons = { restricted_custom_buttons: [{ id: '70', name: 'Send' }], lock_for_portal_users: false };
    const table = whoCanDoWhat(setting(buttons), 'Leads', PROFILES);
    expect(table.deeds.map(({ name }) => name)).toContain('convert');
    expect(whoCanDoWhat(setting({}), 'Deals', PROFILES).deeds.map(({ name }) => name)).not.toContain(
      'convert',
    );
    expect(table.deeds.at(-1)).toEqual({ kind: 'button', name: '70', label: 'Send' });
    expect(cell(table, 1, '70')).toBe('blocked');
    expect(cell(table, 2, 'update')).toBe('allowed');
  });

  it('is told for everybody who is not exempt where profiles cannot be read', () => {
    const table = whoCanDoWhat(setting(exempting), 'Deals', null);
    expect(table.audiences.map(({ name, kind }) => name ?? kind)).toEqual([
      'Administrator',
      'otherProfiles',
      'portalUsers',
    ]);
  });

  it('cannot be told where this version does not know for whom records are locked', () => {
    const table = whoCanDoWhat(setting({ locked_for: 'nobody_on_fridays' }), 'Deals', PROFILES);
    expect(cell(table, 0, 'update')).toBe('unknown');
  });
});
