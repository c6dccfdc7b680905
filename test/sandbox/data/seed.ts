import type { SandboxOptions } from '../api/options';
import { zohoTime } from '../api/times';
import type { Catalogue, CrmRecord, Module, OrgState } from '../api/types';
import { seedConfigurations } from './configurations';
import { seedDeals } from './deals';
import { addFixedData } from './fixed-data';
import { idOf, KNOWN } from './ids';
import { addDeals, lockDeals } from './many-deals';
import { configureMore } from './more-modules';
import { random } from './random';
import { seedTimeline } from './timeline';
import { type ValueContext, valueFor } from './values';

const SIZES: Readonly<Record<string, number>> = {
  Deals: 2048,
  Accounts: 60,
  Contacts: 80,
  Leads: 60,
  Products: 40,
};
const USUAL = 24;
/** Those that others point to come first. */
const FIRST = ['Accounts', 'Contacts', 'Campaigns', 'Vendors', 'Products', 'Deals'];
const DAY_MS = 86_400_000;

/** Left out: `Locked__s`, which follows from the locks, and the many extra fields of a large org, which stay empty. */
function makeRecord(module: Module, id: string, context: ValueContext): CrmRecord {
  const record: CrmRecord = { id };
  for (const field of module.fields)
    if (field.api_name !== 'Locked__s' && !field.api_name.startsWith('Extra_'))
      record[field.api_name] = valueFor(field, context);
  const created = context.now.getTime() - (1 + context.next() * 300) * DAY_MS;
  const modified = created + context.next() * (context.now.getTime() - created);
  record.Created_Time = zohoTime(new Date(created));
  record.Modified_Time = zohoTime(new Date(modified));
  record.Last_Activity_Time = record.Modified_Time;
  return record;
}

/** The sample data: pure, and the same for the same options and the same `now`, to which its times are relative. */
export function seedState(catalogue: Catalogue, options: SandboxOptions, now: Date): OrgState {
  const next = random(options.seed ?? 1);
  const state: OrgState = {
    counter: KNOWN.counter,
    records: {},
    locks: {},
    configurations: {},
    variables: [],
    notes: {},
    timeline: {},
  };
  const names = new Map<string, { id: string; name: string }[]>();
  const modules = [...catalogue.modules].sort((a, b) => rank(a) - rank(b));
  let number: number = KNOWN.firstRecord;
  for (const module of modules) {
    const records: Record<string, CrmRecord> = {};
    const named: { id: string; name: string }[] = [];
    names.set(module.api_name, named);
    for (let index = 0; index < (SIZES[module.api_name] ?? USUAL); index++, number += 3) {
      const id = idOf(catalogue.prefix, number);
      const record = makeRecord(module, id, { next, now, index, people: catalogue.people, names });
      records[id] = record;
      named.push({ id, name: String(record[module.nameField]) });
    }
    state.records[module.api_name] = records;
  }
  seedDeals(catalogue, state, now);
  addDeals(catalogue, state, now, options.seed ?? 1, options.deals ?? 0);
  if (options.edition !== 'without-locking') {
    seedConfigurations(catalogue, state, now);
    seedTimeline(catalogue, state);
    configureMore(catalogue, state, now);
    lockDeals(catalogue, state, now, options.lockedDeals ?? 0);
  }
  // Deals of the other org wait for a configuration from elsewhere.
  if (options.orgKey === 'other')
    [state.configurations, state.locks] = [withoutDeals(state.configurations), {}];
  const group = { id: idOf(catalogue.prefix, 910_001), api_name: 'General' };
  state.variables.push({
    id: idOf(catalogue.prefix, 910_004),
    name: 'Support Address',
    api_name: 'Support_Address',
    type: 'email',
    value: 'support@sandbox.example',
    description: 'Whom customers write to',
    variable_group: group,
  });
  addFixedData(catalogue, state, now, options.fixtures);
  return state;
}

const withoutDeals = ({ Deals: _, ...others }: OrgState['configurations']): OrgState['configurations'] =>
  others;

function rank(module: Module): number {
  const position = FIRST.indexOf(module.api_name);
  return position < 0 ? FIRST.length : position;
}
