import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJson, type Json, type JsonObject } from '../../../src/base/json';
import { DEEPEST } from '../../../src/locking/criteria/tree/node';
import { exportConfiguration } from '../../../src/locking/transfer/export/export-configuration';
import { type ImportReading, readExport } from '../../../src/locking/transfer/import/import-configuration';
import { configuration, json } from '../arbitraries';
import { nested as deep } from '../deep-criteria';
import { FIELDS, field, READ, read } from '../samples';

const DEALS = { apiName: 'Deals', label: 'Deals' };
const made = () =>
  exportConfiguration(read(READ), { module: DEALS, fields: FIELDS, now: '2026-01-31T10:00:00Z' });
const textOf = (change: JsonObject): string => JSON.stringify({ ...made(), ...change });
const holding = (change: JsonObject): string =>
  textOf({ configuration: { ...made().configuration, ...change } });
const OPEN = `\${${'OPEN'}}`;
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const refusalOf = (reading: ImportReading) => (reading.ok ? 'accepted' : reading.refusal);

const isJsonText = (text: string): boolean => {
  try {
    return isJson(JSON.parse(text));
  } catch {
    return false;
  }
};

describe('an export', () => {
  it('says where it comes from, by names, and holds nothing of its place but ids beside names', () => {
    expect(made()).toStrictEqual({
      format: 'record-lock-configuration',
      version: 1,
      exported: '2026-01-31T10:00:00Z',
      module: { api_name: 'Deals', label: 'Deals' },
      fields: [
        { api_name: 'Description', id: '5843104000000002587', label: 'Description', data_type: 'textarea' },
        { api_name: 'Stage', id: '5843104000000002565', label: 'Stage', data_type: 'picklist' },
      ],
      configuration: {
        locked_for: 'all_profiles',
        excluded_fields: [{ api_name: 'Description', id: '5843104000000002587' }],
        feature_type: 'record_locking',
        locking_rules: [
          {
            name: 'Closed Won',
            lock_existing_records: true,
            criteria: {
              comparator: 'equal',
              field: { api_name: 'Stage', id: '5843104000000002565' },
              value: 'Closed Won',
            },
          },
        ],
        restricted_actions: ['update'],
        lock_for_portal_users: true,
        restricted_communications: null,
        lock_type: 'automatic',
        restricted_custom_buttons: null,
        lock_excluded_profiles: null,
      },
    });
  });

  it('names what has an id alone', () => {
    const source = {
      ...READ,
      lock_excluded_profiles: [{ id: '1' }, { id: '2' }],
      restricted_custom_buttons: [{ id: '3' }],
      excluded_fields: [{ id: '5843104000000002587' }],
    };
    const { configuration: held, fields } = exportConfiguration(read(source), {
      module: DEALS,
      fields: FIELDS,
      profiles: [{ id: '1', name: 'Contracts' }],
      buttons: [{ id: '3', name: 'Send' }],
    });
    expect(held.lock_excluded_profiles).toEqual([{ id: '1', name: 'Contracts' }, { id: '2' }]);
    expect(held.restricted_custom_buttons).toEqual([{ id: '3', name: 'Send' }]);
    expect(fields.map(({ api_name }) => api_name)).toEqual(['Description', 'Stage']);
  });

  it('keeps names that are there, and what it cannot name', () => {
    const lists = {
      lock_excluded_profiles: [{ id: '1', name: 'Own name' }, { id: '9' }],
      restricted_custom_buttons: ['3', { id: '3' }],
    };
    const { configuration: held } = exportConfiguration(read({ ...READ, ...lists }), {
      module: DEALS,
      profiles: [{ id: '1', name: 'Contracts' }],
      buttons: [{ id: '3', name: 'Send' }],
    });
    expect(held.lock_excluded_profiles).toStrictEqual(lists.lock_excluded_profiles);
    expect(held.restricted_custom_buttons).toStrictEqual(['3', { id: '3', name: 'Send' }]);
  });

  it('says of a picklist the values that rules compare with, and what people see', () => {
    const picklist = ['A', 'B', 'C', 'D', OPEN].map((value) => ({ value, label: `Label ${value}` }));
    const fields = [
      field('Stage', 'picklist', { id: '1', picklist }),
      field('Kinds', 'multiselectpicklist', { id: '2', picklist }),
    ];
    const is = (api_name: string, comparator: string, value: Json) => ({
      comparator,
      field: { api_name },
      value,
    });
    const criteria = {
      group_operator: 'AND',
      group: [
        is('Stage', 'equal', 'A'),
        is('Kinds', 'equal', 'B;C'),
        is('Stage', 'in', ['C']),
        is('Stage', 'equal', OPEN),
      ],
    };
    const source = { ...READ, excluded_fields: null, locking_rules: [{ name: 'x', criteria }] };
    expect(exportConfiguration(read(source), { module: DEALS, fields }).fields).toStrictEqual([
      {
        api_name: 'Stage',
        id: '1',
        label: 'Stage',
        data_type: 'picklist',
        values: [
          { value: 'A', label: 'Label A' },
          { value: 'C', label: 'Label C' },
        ],
      },
      {
        api_name: 'Kinds',
        id: '2',
        label: 'Kinds',
        data_type: 'multiselectpicklist',
        values: [
          { value: 'B', label: 'Label B' },
          { value: 'C', label: 'Label C' },
        ],
      },
    ]);
  });

  it('says of fields that are not known what the configuration says', () => {
    const criteria = { comparator: 'equal', field: { api_name: 'Later', id: '7' }, value: 'x' };
    const source = {
      ...READ,
      excluded_fields: [{ api_name: 'Later' }, { api_name: 'Plain' }],
      locking_rules: [{ name: 'x', criteria }, { name: 'none yet' }],
    };
    const whole = exportConfiguration(read(source), { module: DEALS });
    expect(whole.fields).toStrictEqual([{ api_name: 'Later', id: '7' }, { api_name: 'Plain' }]);
    expect(whole).not.toHaveProperty('exported');
  });

  it('leaves out the marks of a rule that is to go', () => {
    const source = { ...READ, locking_rules: [{ id: '1', _delete: true, name: 'x' }] };
    const whole = exportConfiguration(read(source), { module: DEALS });
    expect(whole.configuration.locking_rules).toStrictEqual([{ name: 'x' }]);
  });

  it('can be read again, whatever is in the configuration', () => {
    fc.assert(
      fc.property(configuration, (source) => {
        const whole = exportConfiguration(read(source), { module: DEALS, fields: FIELDS });
        const reading = readExport(JSON.stringify(whole, null, 2));
        if (reading.ok) expect(reading.exported).toEqual(JSON.parse(JSON.stringify(whole)));
        else expect(reading.refusal.problem).toBe('forbiddenKey');
      }),
    );
  });
});

describe('a file', () => {
  it('is read whole, with labels in place of those it does not tell', () => {
    const fields = [
      {
        api_name: 'Stage',
        id: '1',
        label: 'Stage of it',
        data_type: 'picklist',
        values: [{ value: 'a', label: 'A' }, { value: 'b' }],
      },
      { api_name: 'Amount' },
    ];
    const reading = readExport(
      textOf({ exported: undefined as never, module: { api_name: 'Deals' }, fields }),
    );
    expect(reading).toStrictEqual({
      ok: true,
      exported: {
        format: 'record-lock-configuration',
        version: 1,
        module: { api_name: 'Deals', label: 'Deals' },
        fields: [
          {
            ...fields[0],
            values: [
              { value: 'a', label: 'A' },
              { value: 'b', label: 'b' },
            ],
          },
          { api_name: 'Amount' },
        ],
        configuration: made().configuration,
      },
    });
    const labelled = readExport(textOf({ module: { api_name: 'Deals', label: 'Offers' } }));
    expect(labelled.ok && labelled.exported.module.label).toBe('Offers');
    const bare = readExport(textOf({ fields: undefined as never }));
    expect(bare.ok && bare.exported.fields).toEqual([]);
  });

  it('may be as long, and hold lists as long, as is allowed', () => {
    const text = holding({ excluded_fields: Array(1000).fill({ id: '1' }) });
    expect(readExport(text.padEnd(1_000_000))).toMatchObject({ ok: true });
  });

  it.each<[string, () => string, object]>([
    ['nothing in it', () => '', { problem: 'notJson', path: [], at: { line: 1, column: 1 } }],
    [
      'a million signs and one',
      () => ' '.repeat(1_000_001),
      { problem: 'tooLarge', path: [], limit: 1_000_000 },
    ],
    [
      'too much depth',
      () => nested(101),
      { problem: 'tooDeep', path: [], limit: 100, at: { line: 1, column: 101 } },
    ],
    ['a mark in the midst', () => '{}\uFEFF', { problem: 'notJson', path: [], at: { line: 1, column: 3 } }],
    [
      'a newer version',
      () => textOf({ version: 2 }),
      { problem: 'newerVersion', path: ['version'], limit: 1 },
    ],
    ['version 0', () => textOf({ version: 0 }), { problem: 'wrongType', path: ['version'] }],
    ['a version in words', () => textOf({ version: '1' }), { problem: 'wrongType', path: ['version'] }],
    ['a date that is none', () => textOf({ exported: 7 }), { problem: 'wrongType', path: ['exported'] }],
    [
      'an empty name',
      () => textOf({ module: { api_name: '' } }),
      { problem: 'missing', path: ['module', 'api_name'] },
    ],
    [
      'a label that is none',
      () => textOf({ module: { api_name: 'Deals', label: 7 } }),
      { problem: 'wrongType', path: ['module', 'label'] },
    ],
    ['fields that are no list', () => textOf({ fields: {} }), { problem: 'wrongType', path: ['fields'] }],
    ...['id', 'label', 'data_type'].map((key): [string, () => string, object] => [
      `a field’s ${key} that is none`,
      () => textOf({ fields: [{ api_name: 'A', [key]: 7 }] }),
      { problem: 'wrongType', path: ['fields', 0, key] },
    ]),
    [
      'a value that is missing',
      () => textOf({ fields: [{ api_name: 'A', values: [{}] }] }),
      { problem: 'missing', path: ['fields', 0, 'values', 0, 'value'] },
    ],
    [
      'a value’s label that is none',
      () => textOf({ fields: [{ api_name: 'A', values: [{ value: 'x', label: 1 }] }] }),
      { problem: 'wrongType', path: ['fields', 0, 'values', 0, 'label'] },
    ],
  ])('with %s is refused for just that', (_, text, refusal) => {
    expect(refusalOf(readExport(text()))).toStrictEqual(refusal);
  });

  it.each<[string, string, object]>([
    ['nothing', '', { problem: 'notJson', at: { line: 1, column: 1 } }],
    ['no JSON', '{\n  "format": record\n}', { problem: 'notJson', at: { line: 2, column: 13 } }],
    ['a comma too many', '{"a": [1,\n 2,]}', { problem: 'notJson', at: { line: 2, column: 4 } }],
    ['an end that is missing', '{"a": 1', { problem: 'notJson', at: { line: 1, column: 8 } }],
    ['more after its end', '{} {}', { problem: 'notJson', at: { line: 1, column: 4 } }],
    ['a text without an end', '{"a": "b}', { problem: 'notJson', at: { line: 1, column: 7 } }],
    ['a bracket of another kind', '{"a": [1}}', { problem: 'notJson', at: { line: 1, column: 9 } }],
    ['a number beyond numbers', '{"a": 1e999}', { problem: 'notJson', at: { line: 1, column: 7 } }],
    ['a key that is no text', '{1: 2}', { problem: 'notJson', at: { line: 1, column: 2 } }],
    ['a million signs', `"${'x'.repeat(1_000_000)}"`, { problem: 'tooLarge', limit: 1_000_000 }],
    ['depth', nested(101), { problem: 'tooDeep', limit: 100, at: { line: 1, column: 101 } }],
    [
      'groups inside one another',
      holding({ locking_rules: [{ name: 'A' }, { name: 'B', criteria: deep(DEEPEST + 1) }] }),
      {
        problem: 'criteriaTooDeep',
        limit: DEEPEST,
        path: ['configuration', 'locking_rules', 1, 'criteria'],
      },
    ],
    ['depth without an end', '['.repeat(900_000), { problem: 'tooDeep', limit: 100 }],
    [
      'a key of objects themselves',
      '{"a": [{"__proto__": {}}]}',
      { problem: 'forbiddenKey', path: ['a', 0, '__proto__'] },
    ],
    [
      'another one',
      holding({ constructor: 1 }),
      { problem: 'forbiddenKey', path: ['configuration', 'constructor'] },
    ],
    [
      'a huge list',
      holding({ excluded_fields: Array(1001).fill({ id: '1' }) }),
      { problem: 'listTooLong', path: ['configuration', 'excluded_fields'], limit: 1000 },
    ],
    ['a list', '[]', { problem: 'wrongFormat', path: ['format'] }],
    ['something else', '{"format": "recipes"}', { problem: 'wrongFormat', path: ['format'] }],
    ['a newer version', textOf({ version: 2 }), { problem: 'newerVersion', path: ['version'] }],
    ['a version that is none', textOf({ version: 1.5 }), { problem: 'wrongType', path: ['version'] }],
    ['no version', textOf({ version: null }), { problem: 'missing', path: ['version'] }],
    ['no module', textOf({ module: {} }), { problem: 'missing', path: ['module', 'api_name'] }],
    ['a module that is text', textOf({ module: 'Deals' }), { problem: 'wrongType', path: ['module'] }],
    [
      'fields that are none',
      textOf({ fields: [{ api_name: 'A' }, { label: 'B' }] }),
      { problem: 'missing', path: ['fields', 1, 'api_name'] },
    ],
    [
      'values that are none',
      textOf({ fields: [{ api_name: 'A', values: ['x'] }] }),
      { problem: 'wrongType', path: ['fields', 0, 'values', 0] },
    ],
    ['no configuration', textOf({ configuration: null }), { problem: 'missing', path: ['configuration'] }],
    [
      'no lock type',
      holding({ lock_type: null }),
      { problem: 'missing', path: ['configuration', 'lock_type'] },
    ],
    [
      'a lock type that is a number',
      holding({ lock_type: 5 }),
      { problem: 'wrongType', path: ['configuration', 'lock_type'] },
    ],
    [
      'profiles that are no list',
      holding({ lock_excluded_profiles: 'all' }),
      { problem: 'wrongType', path: ['configuration', 'lock_excluded_profiles'] },
    ],
    [
      'a rule that is none',
      holding({ locking_rules: [7] }),
      { problem: 'wrongType', path: ['configuration', 'locking_rules'] },
    ],
    [
      'a rule name that is none',
      holding({ locking_rules: [{ name: 7 }] }),
      { problem: 'wrongType', path: ['configuration', 'locking_rules', 0, 'name'] },
    ],
  ])('with %s is refused, and the place is named', (_, text, refusal) => {
    expect(refusalOf(readExport(text))).toMatchObject(refusal);
  });

  it('may be as deep as allowed, begin with a byte order mark and hold what is not known yet', () => {
    const text = holding({ criteria_of_tomorrow: JSON.parse(nested(47)) });
    expect(readExport(`\uFEFF${text}`)).toMatchObject({ ok: true });
  });

  it('loses ids that belong to its place', () => {
    const reading = readExport(holding({ id: 5, modified_by: { name: 'John Smith' }, system_defined: true }));
    expect(reading).toEqual({ ok: true, exported: made() });
  });

  it('of any kind is read or refused, and never throws', () => {
    const broken = fc
      .tuple(fc.constant(textOf({})), fc.nat(), fc.nat(40), fc.string())
      .map(([text, at, length, other]) => {
        const start = at % text.length;
        return text.slice(0, start) + other + text.slice(start + length);
      });
    const changed = fc
      .dictionary(fc.constantFrom(...Object.keys(made())), json)
      .map((change) => textOf(change));
    const held = fc
      .dictionary(fc.constantFrom(...Object.keys(made().configuration)), json)
      .map((change) => holding(change));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          broken,
          changed,
          held,
          json.map((one) => JSON.stringify(one)),
        ),
        (text) => {
          const reading = readExport(text);
          if (reading.ok) expect(readExport(JSON.stringify(reading.exported))).toEqual(reading);
          else expect(reading.refusal.problem).toBeTypeOf('string');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is refused as no JSON exactly when it is none', () => {
    const text = fc.oneof(
      json.map((one) => JSON.stringify(one, null, 1)),
      fc.string({ unit: fc.constantFrom(...'{}[],:"\\ \n\u00a0\u00011e-+.0tru"fals"null'), maxLength: 12 }),
      json.chain((one) => {
        const whole = JSON.stringify(one);
        return fc.nat(whole.length).map((cut) => whole.slice(0, cut) + whole.slice(cut + 1));
      }),
    );
    fc.assert(
      fc.property(text, (one) => {
        const sound = isJsonText(one);
        const refusal = refusalOf(readExport(one));
        expect(typeof refusal === 'object' && refusal.problem === 'notJson').toBe(!sound);
      }),
      { numRuns: 500 },
    );
  });
});
