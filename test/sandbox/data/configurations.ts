import type { JsonObject } from '../api/json';
import { zohoTime } from '../api/times';
import type { Catalogue, Configuration, FieldRef, Lock, OrgState, Ref, Rule } from '../api/types';
import { idOf, KNOWN } from './ids';

const HOUR_MS = 3_600_000;

/** The seeded configurations and locks; modules that are not named here are not configured. */
export function seedConfigurations(catalogue: Catalogue, state: OrgState, now: Date): void {
  const id = (number: number) => idOf(catalogue.prefix, number);
  const fieldOf = (module: string, name: string): FieldRef => {
    const fields = catalogue.modules.find((one) => one.api_name === module)?.fields;
    return { api_name: name, id: fields?.find((one) => one.api_name === name)?.id ?? '' };
  };
  const who = (key: string): Ref => {
    const person = catalogue.people.find((one) => one.key === key);
    return { name: person?.name ?? '', id: person?.id ?? '' };
  };
  const desk = catalogue.people.find((person) => person.key === 'exempt')?.profile.id;
  const contracts = catalogue.profiles
    .filter((profile) => profile.id === desk)
    .map(({ name, id: profile }) => ({ name, id: profile }));
  const leaf = (module: string, field: string, comparator: string, value: string): JsonObject => ({
    comparator,
    field: fieldOf(module, field),
    value,
  });
  const rule = (number: number, name: string, criteria: JsonObject): Rule => ({
    id: id(number),
    name,
    lock_existing_records: false,
    criteria,
  });
  const configure = (module: string, number: number, own: Partial<Configuration>): void => {
    state.configurations[module] = {
      id: id(number),
      lock_type: 'manual',
      locked_for: 'all_profiles',
      locking_rules: null,
      excluded_fields: null,
      lock_excluded_profiles: null,
      restricted_actions: ['update'],
      restricted_communications: null,
      restricted_custom_buttons: null,
      lock_for_portal_users: true,
      feature_type: 'record_locking',
      system_defined: false,
      created_time: zohoTime(new Date(now.getTime() - 900 * HOUR_MS)),
      created_by: who('admin'),
      modified_time: zohoTime(new Date(now.getTime() - 300 * HOUR_MS)),
      modified_by: who('admin'),
      ...own,
    };
  };
  const exceptContracts = {
    locked_for: 'all_profiles_except_excluded_profiles',
    lock_excluded_profiles: contracts,
  };

  configure('Deals', KNOWN.dealsConfiguration, {
    ...exceptContracts,
    lock_type: 'both',
    locking_rules: [rule(KNOWN.closedWonRule, 'Closed Won', leaf('Deals', 'Stage', 'equal', 'Closed Won'))],
    excluded_fields: [fieldOf('Deals', 'Description'), fieldOf('Deals', 'Next_Step')],
    restricted_actions: ['update', 'delete', 'change_owner'],
  });
  configure('Leads', 1_068_201, {
    restricted_actions: ['update', 'delete', 'change_owner', 'tags', 'convert'],
    restricted_communications: ['send_mail'],
  });
  configure('Invoices', 1_068_221, {
    ...exceptContracts,
    lock_type: 'automatic',
    locking_rules: [rule(1_068_224, 'Paid', leaf('Invoices', 'Status', 'equal', 'Paid'))],
    restricted_actions: ['update', 'delete'],
  });
  configure('Quotes', 1_068_241, {
    ...exceptContracts,
    lock_type: 'both',
    locking_rules: [
      // Newer replies carry a type beside the value.
      rule(1_068_244, 'Confirmed or large', {
        group_operator: 'OR',
        group: [
          { ...leaf('Quotes', 'Quote_Stage', 'equal', 'Confirmed'), type: 'value' },
          { ...leaf('Quotes', 'Grand_Total', 'greater_than', '150000'), type: 'value' },
        ],
      }),
    ],
    excluded_fields: [fieldOf('Quotes', 'Description')],
    restricted_actions: ['update', 'delete', 'change_owner', 'tags'],
    restricted_communications: ['send_mail'],
  });
  configure('Accounts', 1_068_261, { system_defined: true, restricted_actions: ['update', 'delete'] });

  const lock = (number: number, hours: number, own: Partial<Lock>): Lock => ({
    id: id(number),
    source: 'Manual',
    reason: null,
    time: zohoTime(new Date(now.getTime() - hours * HOUR_MS)),
    by: null,
    rule: null,
    configuration: id(KNOWN.dealsConfiguration),
    ...own,
  });
  const closedWon = id(KNOWN.closedWonRule);
  const sales = who('sales');
  const locks: Record<string, Lock> = {
    [id(KNOWN.automaticDeal)]: lock(1_072_001, 50, { source: 'Automatic', rule: closedWon }),
    [id(KNOWN.manualDeal)]: lock(1_072_004, 3, {
      reason: 'Prices are being checked.\nPlease do not change the amount before Friday.',
      by: sales,
    }),
    [id(KNOWN.bothDeal)]: lock(1_072_007, 26, {
      source: 'Both',
      reason: 'Contract is with the customer for signature',
      by: sales,
      rule: closedWon,
    }),
  };
  // Most deals that are won already were so before the rule came: only a handful is locked.
  const won = Object.values(state.records.Deals ?? {}).filter((deal) => deal.Stage === 'Closed Won');
  const kept = new Set([...Object.keys(locks), id(KNOWN.wonUnlockedDeal)]);
  won
    .filter((deal) => !kept.has(deal.id))
    .slice(0, 6)
    .forEach((deal, index) => {
      locks[deal.id] = lock(1_072_010 + 3 * index, 60 + index, { source: 'Automatic', rule: closedWon });
    });
  state.locks.Deals = locks;
}
