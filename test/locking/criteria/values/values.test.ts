import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/base/json';
import { type ComparatorChoice, valueEditor } from '../../../../src/locking/criteria/values/comparators';
import { normaliseValue, valuesOf } from '../../../../src/locking/criteria/values/values';
import { field } from '../../samples';

const editor = (dataType: string, choice: ComparatorChoice) => valueEditor(field('X', dataType), choice);
const TODAY = '$' + '{TODAY}';
const person = { id: '5843104000000424001', name: 'John Smith' };

describe('values as Zoho takes them', () => {
  it.each<[string, ComparatorChoice, Json, Json]>([
    ['currency', 'equal', 50000, '50000'],
    ['currency', 'equal', ' 12345678901234567890.10 ', '12345678901234567890.10'],
    ['currency', 'equal', '+.5', '0.5'],
    ['currency', 'equal', '-.5', '-0.5'],
    ['integer', 'equal', '7.', '7'],
    ['integer', 'between', [1, '20'], ['1', '20']],
    ['integer', 'in', [3, '1'], ['3', '1']],
    ['text', 'equal', '  Acme ', 'Acme'],
    ['text', 'in', ['a;b', 'c'], ['a;b', 'c']],
    ['picklist', 'equal', ' odd ', ' odd '],
    ['multiselectpicklist', 'equal', ['A', 'B'], 'A;B'],
    ['multiselectpicklist', 'equal', 'A;B', 'A;B'],
    ['multiselectpicklist', 'equal', ';A;;B', 'A;B'],
    ['multiselectpicklist', 'equal', 5, '5'],
    ['date', 'equal', '2024-02-29', '2024-02-29'],
    ['date', 'between', ['2024-01-01', '2024-01-01'], ['2024-01-01', '2024-01-01']],
    ['date', 'less_than', TODAY, TODAY],
    ['datetime', 'equal', '2023-10-23T03:25:06-04:00', '2023-10-23T03:25:06-04:00'],
    ['datetime', 'equal', '2023-10-23T03:25:06Z', '2023-10-23T03:25:06Z'],
    ['boolean', 'equal', true, true],
    ['boolean', 'equal', 'true', true],
    ['boolean', 'equal', ' false ', false],
    ['ownerlookup', 'equal', person, person],
    ['lookup', 'in', [person], [person]],
    ['text', 'empty', '$' + '{EMPTY}', '$' + '{EMPTY}'],
    ['unheard_of', 'equal', { a: [1] }, { a: [1] }],
  ])('%s %s %j', (dataType, choice, entered, value) => {
    expect(normaliseValue(editor(dataType, choice), entered)).toEqual({ ok: true, value });
  });

  it.each<[string, ComparatorChoice, Json | undefined, string]>([
    ['currency', 'equal', '1,000', 'number'],
    ['currency', 'equal', '.', 'number'],
    ['currency', 'equal', '', 'missing'],
    ['currency', 'equal', null, 'missing'],
    ['text', 'equal', null, 'missing'],
    ['ownerlookup', 'equal', '', 'missing'],
    ['ownerlookup', 'equal_group', 'All', 'reference'],
    ['ownerlookup', 'equal_role', 'CEO', 'reference'],
    ['unheard_of', 'equal', '', 'missing'],
    ['date', 'equal', '2023-13-01', 'date'],
    ['date', 'equal', '2023-04-31', 'date'],
    ['datetime', 'equal', '2023-02-29T10:00:00Z', 'datetime'],
    ['text', 'equal', '   ', 'missing'],
    ['text', 'equal', undefined, 'missing'],
    ['text', 'in', [], 'missing'],
    ['date', 'equal', '2023-02-29', 'date'],
    ['date', 'equal', '23/10/2023', 'date'],
    ['datetime', 'equal', '2023-10-23T03:25:06', 'datetime'],
    ['datetime', 'equal', '2023-10-23T24:25:06Z', 'datetime'],
    ['boolean', 'equal', 'yes', 'boolean'],
    ['ownerlookup', 'equal', 'John Smith', 'reference'],
    ['lookup', 'equal', { name: 'Acme' }, 'reference'],
    ['integer', 'between', ['1'], 'range'],
    ['integer', 'between', ['9', '10', '11'], 'range'],
    ['integer', 'between', ['10', '9'], 'order'],
    ['date', 'between', ['2024-01-02', '2024-01-01'], 'order'],
    ['datetime', 'between', ['2024-01-01T10:00:00+02:00', '2024-01-01T07:59:59Z'], 'order'],
    ['integer', 'in', ['1', 'two'], 'number'],
  ])('%s %s %j is refused', (dataType, choice, entered, problem) => {
    expect(normaliseValue(editor(dataType, choice), entered)).toEqual({ ok: false, problem });
  });

  it('takes lists apart', () => {
    expect(valuesOf(editor('multiselectpicklist', 'equal'), 'A;B')).toEqual(['A', 'B']);
    expect(valuesOf(editor('text', 'in'), 'A;B')).toEqual(['A;B']);
    expect(valuesOf(editor('text', 'in'), ['A', 'B'])).toEqual(['A', 'B']);
    for (const nothing of [null, undefined, '']) expect(valuesOf(editor('text', 'in'), nothing)).toEqual([]);
  });

  it('needs no value where the comparator says it all', () => {
    expect(normaliseValue(editor('text', 'empty'), undefined)).toEqual({ ok: true, value: null });
    expect(normaliseValue(editor('text', 'not_empty'), '')).toEqual({ ok: true, value: '' });
  });
});
