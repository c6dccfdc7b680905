import type { JsonObject } from '../../src/base/json';
import type { Field } from '../../src/locking/configuration/fields';
import {
  type Configuration,
  isParseProblem,
  parseConfiguration,
} from '../../src/locking/configuration/model';

/** The bodies that Zoho's API guide prints for Deals. */
export const CREATED: JsonObject = {
  locked_for: 'all_profiles',
  excluded_fields: [{ api_name: 'Description' }],
  feature_type: 'record_locking',
  locking_rules: [
    {
      name: 'Closed Won',
      lock_existing_records: true,
      criteria: { comparator: 'equal', field: { api_name: 'Stage' }, value: 'Closed Won' },
    },
  ],
  restricted_actions: ['update'],
  lock_for_portal_users: true,
  restricted_communications: null,
  system_defined: false,
  lock_type: 'automatic',
  restricted_custom_buttons: null,
  lock_excluded_profiles: null,
};

export const RULE_ID = '5843104000001068052';

export const READ: JsonObject = {
  created_time: '2023-10-23T03:25:06-04:00',
  locked_for: 'all_profiles',
  excluded_fields: [{ api_name: 'Description', id: '5843104000000002587' }],
  created_by: { name: 'Patricia Boyle', id: '5843104000000424672' },
  feature_type: 'record_locking',
  locking_rules: [
    {
      name: 'Closed Won',
      id: RULE_ID,
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
  modified_time: '2023-10-23T03:42:00-04:00',
  restricted_communications: null,
  system_defined: false,
  modified_by: { name: 'John Smith', id: '5843104000000424001' },
  id: '5843104000001068044',
  lock_type: 'automatic',
  restricted_custom_buttons: null,
  lock_excluded_profiles: null,
};

export const read = (source: unknown): Configuration => {
  const result = parseConfiguration(source);
  if (isParseProblem(result)) throw new Error(`not a configuration: ${result.problem}`);
  return result;
};

export const field = (apiName: string, dataType: string, more: Partial<Field> = {}): Field => ({
  apiName,
  id: `58431040000000${apiName.length}${dataType.length}00`,
  label: apiName.replaceAll('_', ' '),
  dataType,
  readOnly: false,
  filterable: true,
  picklist: [],
  lookupModule: undefined,
  ...more,
});

export const FIELDS: readonly Field[] = [
  field('Stage', 'picklist', { id: '5843104000000002565' }),
  field('Description', 'textarea', { id: '5843104000000002587' }),
  field('Amount', 'currency'),
  field('Closing_Date', 'date'),
  field('Called_At', 'datetime'),
  field('Private', 'boolean'),
  field('Account_Name', 'lookup', { lookupModule: 'Accounts' }),
  field('Owner', 'ownerlookup'),
  field('Tag', 'text'),
  field('Interests', 'multiselectpicklist'),
  field('Expected_Revenue', 'currency', { readOnly: true }),
  field('Photo', 'profileimage', { filterable: false }),
];
