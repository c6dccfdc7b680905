import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/base/json';
import { keySource, parseCriteria } from '../../../src/locking/criteria/tree/node';
import { criteriaProblems } from '../../../src/locking/criteria/validation';
import { FIELDS } from '../samples';

const is = (field: Json, value: Json, comparator = 'equal'): Json => ({ comparator, field, value });
const amount = { api_name: 'Amount' };
const stageId = '5843104000000002565';

const problems = (criteria: Json, fields = FIELDS) =>
  criteriaProblems(parseCriteria(criteria, keySource()), { module: 'Deals', fields, known: () => false }, [
    'criteria',
  ]).map(({ code, path, params }) => [code, path.slice(1), params]);

describe('what is wrong with a condition, with the words to say it', () => {
  it.each<[Json, [string, (string | number)[], object]]>([
    [is({}, '1'), ['fieldMissing', ['field'], {}]],
    [is({ api_name: 'Gone' }, '1'), ['fieldUnknown', ['field'], { field: 'Gone' }]],
    [is({ id: '5' }, '1'), ['fieldUnknown', ['field'], { field: '5' }]],
    [is({ api_name: 'Amount', id: stageId }, '1'), ['fieldAmbiguous', ['field'], { field: 'Amount' }]],
    [
      is({ api_name: 'Photo' }, '1'),
      ['fieldNotSupported', ['field'], { field: 'Photo', obstacle: 'typeNotSupported' }],
    ],
    [is(amount, '1', ''), ['comparatorMissing', ['comparator'], {}]],
    [
      is({ api_name: 'Closing_Date' }, 'x', 'contains'),
      ['comparatorNotSupported', ['comparator'], { comparator: 'contains', field: 'Closing Date' }],
    ],
    [is(amount, ''), ['valueMissing', ['value'], {}]],
    [is(amount, 'much'), ['valueInvalid', ['value'], { problem: 'number' }]],
    [{ group_operator: 'AND', group: [] }, ['groupEmpty', ['group'], {}]],
  ])('%j', (criteria, problem) => {
    expect(problems(criteria)).toEqual([problem]);
    expect(problems({ group_operator: 'OR', group: [is(amount, '1'), criteria] })).toEqual([
      [problem[0], ['group', 1, ...problem[1]], problem[2]],
    ]);
  });

  it.each<[Json]>([
    [is({ id: stageId }, 'Closed Won')],
    [is({ api_name: 'Stage', id: stageId }, 'Closed Won')],
    [{ formula: '1=1' }],
  ])('nothing with %j', (criteria) => {
    expect(problems(criteria)).toEqual([]);
  });
});
