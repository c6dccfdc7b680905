import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainLock } from '../../../src/locking/lock/explanation';
import type { Lock } from '../../../src/locking/lock/lock';

const lock: Lock = {
  id: '5843104000001072001',
  source: 'automatic',
  reason: null,
  lockedBy: null,
  lockedAt: null,
  ruleId: '11',
  configurationId: '1',
};

const configuration = {
  id: '1',
  locking_rules: [
    { id: '10', name: 'Paid' },
    { id: '11', name: 'Closed Won', criteria: { comparator: 'equal' } },
  ],
  restricted_actions: ['update', 'delete', 'archive'],
  restricted_communications: ['send_mail'],
  restricted_custom_buttons: [{ id: '2586', name: 'Send contract' }],
  excluded_fields: [
    { api_name: 'Description', id: '2587' },
    { api_name: 'Next_Step', id: '2588' },
  ],
};

describe('explaining a lock', () => {
  it('names the rule, what is blocked and what stays editable', () => {
    expect(explainLock(lock, configuration)).toEqual({
      ruleName: 'Closed Won',
      criteria: { comparator: 'equal' },
      blocked: ['update', 'delete', 'archive', 'send_mail'],
      blockedButtons: ['Send contract'],
      editableFields: ['Description', 'Next_Step'],
      labels: {},
    });
  });

  it('names no rule where the configuration no longer has it, or none holds the lock', () => {
    expect(explainLock({ ...lock, ruleId: '99' }, configuration)?.ruleName).toBeNull();
    expect(explainLock({ ...lock, ruleId: null }, configuration)?.ruleName).toBeNull();
  });

  it('says nothing out of another configuration, nor out of none', () => {
    expect(explainLock(lock, { ...configuration, id: '2' })).toBeNull();
    expect(explainLock(lock, null)).toBeNull();
    expect(explainLock(lock, [configuration])).toBeNull();
  });

  it('takes the configuration there is when the lock names none', () => {
    expect(explainLock({ ...lock, configurationId: null }, configuration)?.ruleName).toBe('Closed Won');
  });

  it('names no rule whose name is no text', () => {
    const locking_rules = [{ id: '11', name: 5 }];
    expect(explainLock(lock, { ...configuration, locking_rules })?.ruleName).toBeNull();
  });

  it('takes nulls and absent lists for nothing blocked and nothing editable', () => {
    const bare = { id: '1', locking_rules: null, restricted_communications: null, excluded_fields: null };
    expect(explainLock(lock, bare)).toEqual({
      ruleName: null,
      criteria: null,
      blocked: [],
      blockedButtons: [],
      editableFields: [],
      labels: {},
    });
  });

  it('survives whatever a configuration holds, and hands on texts only', () => {
    fc.assert(
      fc.property(
        fc.record({
          id: fc.constantFrom('1', undefined),
          locking_rules: fc.anything(),
          restricted_actions: fc.anything(),
          restricted_communications: fc.array(fc.anything()),
          restricted_custom_buttons: fc.anything(),
          excluded_fields: fc.array(fc.anything()),
        }),
        (anything) => {
          const found = explainLock({ ...lock, configurationId: null }, anything);
          for (const text of [
            ...(found?.blocked ?? []),
            ...(found?.blockedButtons ?? []),
            ...(found?.editableFields ?? []),
          ])
            expect(typeof text).toBe('string');
        },
      ),
    );
  });
});
