import { describe, expect, it } from 'vitest';
import { isObject, type Json } from '../../../../src/base/json';
import {
  type CriteriaVocabulary,
  describeCriteria,
} from '../../../../src/locking/criteria/describe/describe';
import { keySource, parseCriteria } from '../../../../src/locking/criteria/tree/node';

const PHRASES: { readonly [choice: string]: string } = {
  equal: 'is',
  greater_than: 'is more than',
  between: 'is between',
  in: 'is one of',
  empty: 'is empty',
  not_empty: 'is not empty',
};

const english: CriteriaVocabulary = {
  field: ({ api_name, id }) => api_name?.replaceAll('_', ' ') ?? id ?? '…',
  value: (value) => (isObject(value) ? String(value.name) : value === null ? '…' : String(value)),
  token: (token) => token.slice(2, -1).toLowerCase(),
  compare: (choice, field, values) =>
    [field, PHRASES[choice] ?? choice, values.join(' and ')].filter(Boolean).join(' '),
  unknownComparator: (comparator, field, values) => `${field} ‹${comparator}› ${values.join(', ')}`,
  join: (operator, parts) => parts.join(operator === 'AND' ? ' and ' : ' or '),
  bracket: (text) => `(${text})`,
  unknown: (source) => `‹${JSON.stringify(source)}›`,
  nothing: () => 'no conditions',
};

const say = (source: Json | null) =>
  describeCriteria(source === null ? null : parseCriteria(source, keySource()), english);
const is = (api_name: string, value: Json, comparator = 'equal'): Json => ({
  comparator,
  field: { api_name },
  value,
});
const or = (...group: Json[]): Json => ({ group_operator: 'OR', group });
const and = (...group: Json[]): Json => ({ group_operator: 'AND', group });

describe('criteria in words', () => {
  const won = is('Stage', 'Closed Won');
  const large = is('Amount', '50000', 'greater_than');
  it.each<[string, Json | null]>([
    ['no conditions', null],
    ['Stage is Closed Won', won],
    ['Stage is Closed Won or Amount is more than 50000', or(won, large)],
    [
      'Type is New and (Stage is Closed Won or Amount is more than 50000)',
      and(is('Type', 'New'), or(won, large)),
    ],
    [
      '(Stage is Closed Won and Type is New) or Amount is more than 50000',
      or(and(won, is('Type', 'New')), large),
    ],
    ['Stage is Closed Won or Amount is more than 50000', and(or(won, large))],
    ['Stage is Closed Won and Type is New', and(won, or(is('Type', 'New')))],
    ['no conditions', or()],
    ['Closing Date is today', is('Closing_Date', '$' + '{TODAY}')],
    ['Amount is between 1 and 9', is('Amount', ['1', '9'], 'between')],
    ['Phone is empty', is('Phone', '$' + '{EMPTY}')],
    ['Phone is not empty', is('Phone', '$' + '{EMPTY}', 'not_equal')],
    ['Owner is John Smith', is('Owner', { id: '5843104000000424001', name: 'John Smith' })],
    ['Stage ‹is_near› Closed', is('Stage', 'Closed', 'is_near')],
    ['… is …', { comparator: 'equal', field: {} }],
    ['Stage is Closed Won and ‹{"formula":"1=1"}›', and(won, { formula: '1=1' })],
  ])('%s', (sentence, source) => {
    expect(say(source)).toBe(sentence);
  });
});
