import { describe, expect, it } from 'vitest';
import { parseField } from '../../../src/locking/configuration/fields';
import { DEFAULT_LIMITS } from '../../../src/locking/configuration/limits';
import { intendedConfiguration } from '../../../src/locking/configuration/saving/request';
import { validateConfiguration } from '../../../src/locking/configuration/validation/validate-configuration';
import { keySource } from '../../../src/locking/criteria/tree/node';
import { findingsOf } from '../../../src/locking/findings/find';
import { finishedValues } from '../../../src/locking/starting-points/finished-values';
import { type StartingContext, startingPoints } from '../../../src/locking/starting-points/starting-points';
import { createSandbox } from '../../sandbox/api/sandbox';
import { field } from '../samples';

const PROFILES = [
  { id: '1', name: 'Administrator' },
  { id: '2', name: 'Standard' },
];
const { org } = createSandbox();
const MODULES = org.catalogue.modules.filter((module) => module.locking).map(({ api_name }) => api_name);

const contextOf = (module: string, more: Partial<StartingContext> = {}): StartingContext => ({
  module: { apiName: module },
  fields: (org.module(module)?.fields ?? []).flatMap((one) => parseField(one) ?? []),
  profiles: PROFILES,
  stages: new Map(
    (org.field(module, 'Stage')?.pick_list_values ?? []).flatMap((pick) =>
      pick.forecast_type ? [[pick.actual_value, pick.forecast_type] as const] : [],
    ),
  ),
  ruleName: (kind) => `Rule ${kind}`,
  newKey: keySource('start'),
  ...more,
});
const kinds = (...args: Parameters<typeof contextOf>) =>
  startingPoints(contextOf(...args)).map(({ kind }) => kind);

describe.each(MODULES)('the starting points of %s', (module) => {
  it.each([
    ['with everything known', {}],
    ['without profiles', { profiles: undefined }],
    ['without stages', { stages: undefined }],
  ])('are sound %s', (_, more) => {
    const context = contextOf(module, more);
    const points = startingPoints(context);
    expect(points.length).toBeGreaterThan('profiles' in more ? 0 : 1);
    expect(points.length).toBeLessThan(5);
    for (const { draft } of points) {
      const { fields, profiles } = context;
      const known = { module, fields, profiles, explanation: 'current' as const };
      expect(findingsOf(draft, known)).toEqual([]);
      expect(validateConfiguration(draft, { module, fields, profiles, limits: DEFAULT_LIMITS })).toEqual([]);
    }
  });
});

describe('starting points', () => {
  it.each([
    ['Deals', ['closedDeals', 'wonDeals', 'manualOnly', 'manualExceptAdministrators']],
    ['Invoices', ['paidInvoices', 'manualOnly', 'manualExceptAdministrators']],
    ['Sales_Orders', ['deliveredOrders', 'manualOnly', 'manualExceptAdministrators']],
    ['Tasks', ['completedTasks', 'manualOnly', 'manualExceptAdministrators']],
    ['Contacts', ['manualOnly', 'manualExceptAdministrators']],
  ])('of %s follow its own fields', (module, expected) => {
    expect(kinds(module)).toEqual(expected);
  });

  it('of deals ask the stages that the organisation calls closed, else Zoho’s tokens', () => {
    const [closed] = startingPoints(contextOf('Deals'));
    expect(closed?.values?.length).toBeGreaterThan(1);
    expect(closed && intendedConfiguration(closed.draft)).toMatchObject({
      lock_type: 'both',
      locking_rules: [
        { name: 'Rule closedDeals', criteria: { comparator: 'in', field: { api_name: 'Stage' } } },
      ],
    });
    const [byToken] = startingPoints(contextOf('Deals', { stages: undefined }));
    expect(byToken && intendedConfiguration(byToken.draft)).toMatchObject({
      locking_rules: [{ criteria: { group_operator: 'OR', group: [{ value: `\${${'CLOSEDWON'}}` }, {}] } }],
    });
  });

  it('block deleting and changing the owner, and leave one way to correct a mistake', () => {
    const [paid] = startingPoints(contextOf('Invoices'));
    expect(paid && intendedConfiguration(paid.draft)).toMatchObject({
      restricted_actions: ['update', 'delete', 'change_owner'],
    });
    const only = { fields: [field('Status', 'picklist', { picklist: values('Open', 'Paid') })] };
    const [exempt] = startingPoints(contextOf('Invoices', only));
    expect(exempt && intendedConfiguration(exempt.draft)).toMatchObject({
      lock_excluded_profiles: [{ id: '1', name: 'Administrator' }],
    });
  });
});

const values = (...names: string[]) => names.map((value) => ({ value, label: value }));

describe('a finished value', () => {
  it.each([
    ['paid', ['Open', 'Paid', 'Unpaid', 'Partially Paid', 'Cancelled'], ['Paid', 'Cancelled']],
    ['paid', ['Offen', 'Bezahlt', 'Nicht bezahlt'], ['Bezahlt']],
    ['closed', ['New', 'Closed', 'Not Closed', 'Disclosed'], ['Closed']],
    ['approved', ['Draft', 'Pending approved', 'Approved', 'Disapproved'], ['Approved']],
    ['delivered', ['Created', 'Delivered'], ['Delivered']],
    ['delivered', ['Delivered'], undefined],
    ['delivered', ['Created'], undefined],
  ] as const)('%s of %j', (kind, names, expected) => {
    const fields = [field('Status', 'picklist', { picklist: values(...names) })];
    expect(finishedValues('X', fields, kind)?.values.map(({ value }) => value)).toEqual(expected);
  });

  it('is found by its label where the stored value says nothing', () => {
    const picklist = [
      { value: 'a', label: 'Open' },
      { value: 'b', label: 'Closed' },
    ];
    const fields = [field('Field_3', 'picklist', { label: 'Case status', picklist })];
    expect(finishedValues('X', fields, 'closed')?.values).toEqual([picklist[1]]);
  });
});
