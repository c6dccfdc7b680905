import { zohoTime } from '../api/times';
import type { Catalogue, OrgState } from '../api/types';
import { field, lookup, pick } from './field-kinds';
import { idOf } from './ids';
import type { ModuleSpec } from './module-spec';

/** What companies keep in modules of their own. */
const THINGS = [
  ...['Agreement', 'Asset', 'Audit', 'Branch Visit', 'Campaign Idea', 'Certificate', 'Claim', 'Complaint'],
  ...['Contract', 'Course', 'Delivery Note', 'Demo', 'Device', 'Dispute', 'Donation', 'Event Booth'],
  ...['Expense', 'Feature Wish', 'Grant', 'Handover', 'Incident', 'Inspection', 'Installation', 'Interview'],
  ...['Lease', 'Licence', 'Loan', 'Machine', 'Maintenance Plan', 'Membership', 'Milestone', 'Offer Letter'],
  ...['Partner Deal', 'Permit', 'Policy', 'Project', 'Property', 'Recall', 'Referral', 'Rental'],
  ...['Repair', 'Sample', 'Shipment Plan', 'Survey', 'Test Drive', 'Trial', 'Vehicle', 'Warranty'],
];
const FIRST_ID = 330_001;
const HOUR_MS = 3_600_000;

const nameOf = (index: number): string => {
  const thing = THINGS[index % THINGS.length] ?? 'Thing';
  const round = Math.floor(index / THINGS.length);
  return round === 0 ? thing : `${thing} ${round + 1}`;
};

/** Custom modules that support locking, so many as are asked for. */
export const moreModules = (count: number): ModuleSpec[] =>
  Array.from({ length: Math.max(0, count) }, (_, index) => {
    const singular = nameOf(index);
    return {
      name: `${singular.replaceAll(' ', '_')}s`,
      id: FIRST_ID + 3 * index,
      singular,
      plural: `${singular}s`,
      nameField: 'Name',
      custom: true,
      locking: true,
      mail: index % 2 === 0,
      fields: [
        field('text', 'Name', { mandatory: true, length: 300, label: `${singular} Name` }),
        lookup('Account', 'Accounts', { custom: true }),
        pick('Status', ['Draft', 'In Review', 'Approved', 'Cancelled'], { custom: true }),
        field('currency', 'Value', { custom: true }),
        field('date', 'Valid_Until', { custom: true }),
        field('boolean', 'Confidential', { custom: true }),
      ],
    };
  });

/** Every third of them is not configured, the others lock by hand, or by a rule besides; some of their records are locked. */
export function configureMore(catalogue: Catalogue, state: OrgState, now: Date): void {
  const admin = catalogue.people.find(({ key }) => key === 'admin');
  const by = { name: admin?.name ?? '', id: admin?.id ?? '' };
  const isMore = (id: string) => id >= idOf(catalogue.prefix, FIRST_ID);
  const modules = catalogue.modules.filter(
    (module) => module.generated_type === 'custom' && isMore(module.id),
  );
  modules.forEach((module, index) => {
    if (index % 3 === 0) return;
    const number = 1_080_001 + 30 * index;
    const id = idOf(catalogue.prefix, number);
    const status = module.fields.find(({ api_name }) => api_name === 'Status');
    const time = zohoTime(new Date(now.getTime() - (24 + 7 * index) * HOUR_MS));
    const rule = {
      id: idOf(catalogue.prefix, number + 3),
      name: 'Approved',
      lock_existing_records: false,
      criteria: {
        comparator: 'equal',
        field: { api_name: 'Status', id: status?.id ?? '' },
        value: 'Approved',
      },
    };
    state.configurations[module.api_name] = {
      id,
      lock_type: index % 3 === 1 ? 'manual' : 'both',
      locked_for: 'all_profiles',
      locking_rules: index % 3 === 1 ? null : [rule],
      excluded_fields: null,
      lock_excluded_profiles: null,
      restricted_actions: ['update', 'delete'],
      restricted_communications: null,
      restricted_custom_buttons: null,
      lock_for_portal_users: true,
      feature_type: 'record_locking',
      system_defined: false,
      created_time: time,
      created_by: by,
      modified_time: time,
      modified_by: by,
    };
    const records = Object.values(state.records[module.api_name] ?? {}).slice(0, (index * 5) % 17);
    state.locks[module.api_name] = Object.fromEntries(
      records.map((record, position) => [
        record.id,
        {
          id: idOf(catalogue.prefix, 1_090_001 + 100 * index + 3 * position),
          source: 'Manual',
          reason: 'Being checked',
          time,
          by,
          rule: null,
          configuration: id,
        },
      ]),
    );
  });
}
