import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/base/json';
import type { Field } from '../../../src/locking/configuration/fields';
import { EMPTY } from '../../../src/locking/criteria/values/comparators';
import { explainLock } from '../../../src/locking/lock/explanation';
import type { Lock } from '../../../src/locking/lock/lock';
import {
  EXPLANATION_LIMIT,
  explanationVariable,
  parseExplanation,
} from '../../../src/locking/published/explanation';
import { explanationText, fingerprint } from '../../../src/locking/published/explanation-text';
import { ALL_OFF } from '../../../src/locking/published/switches';
import { criteria, json } from '../arbitraries';

const field = (apiName: string, dataType: string): Field => ({
  apiName,
  id: `id of ${apiName}`,
  label: apiName,
  dataType,
  readOnly: false,
  filterable: true,
  picklist: [],
  lookupModule: undefined,
});
const FIELDS = [field('Stage', 'picklist'), field('Owner', 'ownerlookup'), field('Account', 'lookup')];
const OFFER = { reasons: ['Being audited'], common: ['Ask finance'], free: false };
const is = (api_name: string, value: JsonObject[string]) => ({
  comparator: 'equal',
  field: { api_name, id: `id of ${api_name}` },
  value,
});
const configuration = (change: JsonObject = {}): JsonObject => ({
  id: '1',
  modified_time: '2026-01-01T00:00:00Z',
  modified_by: { id: '9', name: 'Somebody' },
  locking_rules: [{ id: '11', name: 'Closed Won', criteria: is('Stage', 'Closed Won') }],
  restricted_actions: ['update', 'delete'],
  restricted_communications: ['send_mail'],
  restricted_custom_buttons: [{ id: '6', name: 'Send contract' }],
  excluded_fields: [{ api_name: 'Description', id: '5' }],
  lock_excluded_profiles: [{ id: '7', name: 'Bosses' }],
  ...change,
});
const lock: Lock = {
  id: '2',
  source: 'automatic',
  reason: null,
  lockedBy: null,
  lockedAt: null,
  ruleId: '11',
  configurationId: '1',
};
const textOf = (source: JsonObject | null, fields: readonly Field[] | null = FIELDS) =>
  explanationText('Deals', source, fields, OFFER) ?? '';

describe('a published explanation', () => {
  it('explains a lock as the whole configuration would', () => {
    const explanation = parseExplanation(textOf(configuration()), 'Deals');
    expect(explainLock(lock, explanation?.configuration)).toEqual({
      ruleName: 'Closed Won',
      criteria: { comparator: 'equal', field: { api_name: 'Stage' }, value: 'Closed Won' },
      blocked: ['update', 'delete', 'send_mail'],
      blockedButtons: ['Send contract'],
      editableFields: ['Description'],
      labels: {},
    });
    expect(explanation).toMatchObject({ ...OFFER, modified: '2026-01-01T00:00:00Z', dropped: [] });
    expect(explanation?.configuration).toMatchObject({ lock_excluded_profiles: [{ id: '7' }] });
  });

  it('names no people, no records and no profiles', () => {
    const person = { id: '3', name: 'Patricia' };
    const rules = [
      is('Owner', person),
      is('Owner', 'Patricia'),
      is('Account', [person]),
      is('Gone', 'Patricia'),
    ];
    const text = textOf(
      configuration({
        created_by: person,
        locking_rules: [
          {
            id: '11',
            name: 'R',
            criteria: { group_operator: 'OR', group: [...rules, is('Owner', EMPTY)] },
          },
        ],
      }),
    );
    for (const secret of ['Patricia', 'Somebody', 'Bosses', 'id of']) expect(text).not.toContain(secret);
    expect(text).toContain(EMPTY);
  });

  it('keeps no name behind a link, in a list or of an unknown field, whatever form it has', () => {
    const toldOf = (criteria: JsonObject) => {
      const text = textOf(configuration({ locking_rules: [{ id: '11', name: 'R', criteria }] }));
      return explainLock(lock, parseExplanation(text, 'Deals')?.configuration)?.criteria;
    };
    const told = (api_name: string, value: JsonObject[string]) => ({
      comparator: 'equal',
      field: { api_name },
      value,
    });
    const person = { id: '3', name: 'Patricia' };
    expect(toldOf(is('Account', 'Zylker'))).toEqual(told('Account', {}));
    expect(toldOf(is('Account', [person, 'Zylker']))).toEqual(told('Account', [{}, {}]));
    expect(toldOf(is('Stage', ['Won', person, EMPTY]))).toEqual(told('Stage', ['Won', {}, EMPTY]));
    expect(toldOf(is('Gone', ['Won', null, EMPTY]))).toEqual(told('Gone', [{}, null, EMPTY]));
    // That there is no value is nobody's secret.
    expect(toldOf(is('Owner', null))).toEqual(told('Owner', null));
    const { value: _, ...without } = is('Owner', null);
    expect(toldOf(without)).toEqual(told('Owner', null));
    // A field that is known by its id alone is told by its name.
    expect(toldOf({ ...is('Stage', 'Won'), field: { id: 'id of Stage' } })).toEqual(told('Stage', 'Won'));
    expect(toldOf({ field: {}, value: 'Won' })).toEqual({
      comparator: '',
      field: { api_name: '' },
      value: {},
    });
    expect(toldOf({ group_operator: 'OR', group: ['Patricia', is('Stage', 'Won')] })).toEqual({
      group_operator: 'OR',
      group: [null, told('Stage', 'Won')],
    });
    expect(toldOf({ group: [] })).toEqual({ group_operator: '', group: [] });
  });

  it('tells no more of what Zoho might one day write otherwise than that it is there', () => {
    const none = {
      id: '',
      lock_type: '',
      restricted_custom_buttons: [],
      locking_rules: [],
      restricted_actions: [],
      restricted_communications: [],
      excluded_fields: [],
      lock_excluded_profiles: [],
    };
    expect(parseExplanation(textOf({}), 'Deals')).toEqual({
      ...OFFER,
      dismissed: [],
      v: 1,
      module: 'Deals',
      hash: fingerprint({}),
      modified: '',
      configuration: none,
      fields: {},
      switches: ALL_OFF,
      dropped: [],
    });
    const odd = {
      locking_rules: ['Patricia', {}],
      restricted_actions: ['update', { name: 'Patricia' }],
      restricted_communications: 'send_mail',
      excluded_fields: ['Patricia', { id: '5' }, { api_name: 'Description', label: 'Patricia' }],
      lock_excluded_profiles: [{ name: 'Bosses' }],
    };
    expect(parseExplanation(textOf(odd), 'Deals')?.configuration).toEqual({
      ...none,
      locking_rules: [{ id: '', name: '', criteria: null }],
      restricted_actions: ['update'],
      excluded_fields: [{ api_name: 'Description' }],
    });
  });

  it('calls fields and list values what people call them, and says which are gone', () => {
    const fields = [
      {
        ...field('field3', 'picklist'),
        label: 'Contract state',
        picklist: [{ value: 'Option 2', label: 'Signed' }],
      },
      { ...field('field7', 'textarea'), label: 'Remark' },
      { ...field('Amount', 'currency'), label: 'Volume' },
      { ...field('Owner', 'ownerlookup'), label: 'Keeper' },
    ];
    const group = [
      is('field3', ['Option 2', 'Option 9', EMPTY]),
      is('Amount', '50000'),
      is('Owner', { id: '3', name: 'Patricia' }),
      is('field9', 'Old'),
    ];
    const text = textOf(
      configuration({
        locking_rules: [{ id: '11', name: 'R', criteria: { group_operator: 'AND', group } }],
        excluded_fields: [{ api_name: 'field7' }, { api_name: 'field8' }],
      }),
      fields,
    );
    expect(text).not.toContain('Patricia');
    expect(parseExplanation(text, 'Deals')?.fields).toEqual({
      field3: { label: 'Contract state', values: { 'Option 2': 'Signed', 'Option 9': null } },
      Amount: { label: 'Volume', number: true },
      Owner: { label: 'Keeper' },
      field9: { label: null },
      field7: { label: 'Remark' },
      field8: { label: null },
    });
  });

  it('calls nothing anything where the fields are not known', () => {
    expect(parseExplanation(textOf(configuration(), null), 'Deals')?.fields).toEqual({});
  });

  it('holds what is turned on, by ids alone', () => {
    const switches = {
      requests: true,
      requestsTo: ['7', '8'],
      unlockReason: false,
      trail: true,
      reminders: true,
    };
    const text = explanationText('Deals', null, FIELDS, { ...OFFER, switches });
    expect(parseExplanation(text, 'Deals')?.switches).toEqual(switches);
  });

  it.each([
    [null, ALL_OFF],
    [{ requests: 'true', requestsTo: '7', trail: 1, reminders: {} }, ALL_OFF],
    [{ requestsTo: ['7', { id: '8' }, 'x', '', '1', '2', '3'] }, { ...ALL_OFF, requestsTo: ['7', '1', '2'] }],
    // A reason for unlocking is kept nowhere else.
    [{ unlockReason: true }, { ...ALL_OFF, unlockReason: true, trail: true }],
  ])('has turned on nothing that it does not say plainly: %j', (switches, read) => {
    const text = textOf(configuration()).replace(
      /"switches":{.*?}/,
      `"switches":${JSON.stringify(switches)}`,
    );
    expect(parseExplanation(text, 'Deals')?.switches).toEqual(read);
  });

  it('of an earlier version has no labels, and nothing turned on', () => {
    const { fields: _, switches: __, ...before } = JSON.parse(textOf(configuration()));
    expect(parseExplanation(JSON.stringify(before), 'Deals')).toMatchObject({
      fields: {},
      switches: ALL_OFF,
    });
  });

  it('of a module without a configuration holds the reasons alone', () => {
    expect(parseExplanation(textOf(null, null), 'Deals')).toEqual({
      ...OFFER,
      dismissed: [],
      v: 1,
      module: 'Deals',
      hash: '',
      modified: '',
      configuration: null,
      fields: {},
      switches: ALL_OFF,
      dropped: [],
    });
  });

  it('may be as long as the limit to a letter', () => {
    const reasons = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(2_400));
    const short = explanationText('Deals', null, FIELDS, { ...OFFER, reasons })?.length ?? 0;
    const offer = (more: number) => ({ ...OFFER, reasons: [...reasons, 'x'.repeat(more)] });
    // The reason that is added stands between quotes, after a comma.
    const room = EXPLANATION_LIMIT - short - 3;
    const whole = explanationText('Deals', null, FIELDS, offer(room));
    expect(whole).toHaveLength(EXPLANATION_LIMIT);
    expect(parseExplanation(whole, 'Deals')).toMatchObject(offer(room));
    expect(parseExplanation(`${whole} `, 'Deals')).toBeNull();
    expect(explanationText('Deals', null, FIELDS, offer(room + 1))).toBeNull();
  });

  it('tells no values at all where the fields are not known, and says so', () => {
    const text = textOf(configuration(), null);
    expect(text).not.toContain('"value":"Closed Won"');
    expect(parseExplanation(text, 'Deals')?.dropped).toEqual(['values']);
  });

  it('is about one module', () => {
    expect(parseExplanation(textOf(configuration()), 'Leads')).toBeNull();
    expect(explanationVariable('Deals')).toBe('record_lock_Deals');
  });

  it('leaves out labels first when it is too long, and says so', () => {
    const long = is('Stage', 'x'.repeat(4_000));
    const explanation = parseExplanation(
      textOf(configuration({ locking_rules: [{ id: '11', name: 'R', criteria: { group: [long, long] } }] })),
      'Deals',
    );
    expect(explanation).toMatchObject({ dropped: ['labels'], fields: {} });
  });

  it('leaves out what rules demand, from the last on, when it is too long, and says so', () => {
    const long = is('Stage', 'x'.repeat(4_000));
    const rules = ['11', '12', '13'].map((id) => ({ id, name: `Rule ${id}`, criteria: long }));
    const explanation = parseExplanation(textOf(configuration({ locking_rules: rules })), 'Deals');
    expect(explanation?.dropped).toEqual(['labels', 'criteria 13']);
    expect(explainLock({ ...lock, ruleId: '13' }, explanation?.configuration)).toMatchObject({
      ruleName: 'Rule 13',
      criteria: null,
    });
  });

  it('does not exist when even the reasons do not fit', () => {
    const reasons = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(3_000));
    expect(explanationText('Deals', null, FIELDS, { ...OFFER, reasons })).toBeNull();
  });

  it('is behind as soon as anything that it tells has changed, and not for anything else', () => {
    const before = fingerprint(configuration());
    expect(fingerprint(configuration({ modified_time: 'later', lock_for_portal_users: false }))).toBe(before);
    expect(fingerprint(null)).not.toBe(before);
    const rule = { id: '11', name: 'Closed Won', criteria: is('Stage', 'Closed Won') };
    const changes: readonly JsonObject[] = [
      { id: '2' },
      { excluded_fields: null },
      { restricted_actions: ['update'] },
      { restricted_actions: ['update', 'deleTe'] },
      { restricted_communications: [] },
      { restricted_custom_buttons: [] },
      { lock_type: 'both' },
      { lock_excluded_profiles: [] },
      { locking_rules: [] },
      { locking_rules: [{ ...rule, id: '12' }] },
      { locking_rules: [{ ...rule, name: 'Closed Wun' }] },
      { locking_rules: [{ ...rule, criteria: is('Stage', 'Closed Wun') }] },
    ];
    const after = changes.map((change) => fingerprint(configuration(change)));
    expect(new Set([before, ...after]).size).toBe(changes.length + 1);
    const lasting = { locking_rules: [{ ...rule, lock_existing_records: true }] };
    expect(fingerprint(configuration(lasting))).toBe(before);
  });
});

describe('whatever a configuration holds', () => {
  it('the published explanation is short, can be read, and tells every rule and its name', () => {
    const rule = fc.record({
      id: fc.stringMatching(/^\d{3,5}$/),
      name: fc.string({ maxLength: 256 }),
      criteria,
    });
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 5 }),
        fc.dictionary(fc.string(), json, { maxKeys: 3 }),
        (rules, more) => {
          const source = configuration({ ...more, id: '1', locking_rules: rules });
          const text = textOf(source);
          expect(text.length).toBeLessThanOrEqual(EXPLANATION_LIMIT);
          const explanation = parseExplanation(text, 'Deals');
          expect(explanation?.hash).toBe(fingerprint(source));
          expect(explanation?.configuration).toMatchObject({
            locking_rules: rules.map(({ id, name }) => ({ id, name })),
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what is found in a variable', () => {
  it.each([
    ['nothing', null],
    ['markup', '<script>alert(1)</script>'],
    ['half of it', textOf(configuration()).slice(0, -20)],
    ['a megabyte', ' '.repeat(1_000_000) + textOf(configuration())],
    ['a later version', textOf(configuration()).replace('"v":1', '"v":2')],
    ['deep nesting', '['.repeat(9_000)],
    ['null', 'null'],
    ['a text', '"Deals"'],
    ['a list of blank reasons', textOf(configuration()).replace('Being audited', ' ')],
    ['a reason that is no text', textOf(configuration()).replace('"Being audited"', '5')],
  ])('%s is not read', (_, value) => {
    expect(parseExplanation(value, 'Deals')).toBeNull();
  });

  it('is read whole or not at all', () => {
    const whole: JsonObject = JSON.parse(textOf(configuration()));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), json, (key, value) => {
        const explanation = parseExplanation(JSON.stringify({ ...whole, [key]: value }), 'Deals');
        if (!explanation) return;
        expect(typeof explanation.free).toBe('boolean');
        for (const reason of [...explanation.reasons, ...explanation.common])
          expect(reason.trim()).not.toBe('');
        // Explaining from it never fails, whatever stands inside.
        explainLock(lock, explanation.configuration);
      }),
      { numRuns: 300 },
    );
  });
});
