import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/base/json';
import { isTasksCriteria, TASKS_CRITERIA } from '../../../src/locking/criteria/tasks';
import { keySource, parseCriteria } from '../../../src/locking/criteria/tree/node';

const status = { comparator: 'equal', field: { api_name: 'Status' }, value: 'Closed' };

describe('what tasks are locked by', () => {
  it.each<[string, Json, boolean]>([
    ['what an editor offers', TASKS_CRITERIA, true],
    ['the status closed', status, true],
    ['in whatever case', { ...status, value: 'cLOSED' }, true],
    ['as a token', { ...status, value: `\${${'CLOSED'}}` }, true],
    ['of a field that is told by its id', { ...status, field: { id: '58431' } }, true],
    ['not another status', { ...status, value: 'Deferred' }, false],
    ['not a status that begins so', { ...status, value: 'Closed Won' }, false],
    ['not a status that ends so', { ...status, value: 'Not Closed' }, false],
    ['not a list', { ...status, value: ['Closed'] }, false],
    ['not another field', { ...status, field: { api_name: 'Priority' } }, false],
    ['not another comparator', { ...status, comparator: 'not_equal' }, false],
    ['not a group', { group_operator: 'AND', group: [status] }, false],
    ['not what nobody knows', 'Closed', false],
  ])('is %s', (_, criteria, is) => {
    expect(isTasksCriteria(parseCriteria(criteria, keySource()))).toBe(is);
  });
});
