import { isObject, type Json } from '../api/json';
import { zohoTime } from '../api/times';
import type { Catalogue, CrmRecord, OrgState } from '../api/types';
import type { FixedField, FixedModule, Fixtures } from '../fixtures/fixtures';
import type { FieldSpec } from './field-kinds';
import { idOf } from './ids';
import type { ModuleSpec } from './module-spec';
import { userValue } from './values';

/** What a fixtures file adds to the sample org. */
const FIRST_MODULE = 980_001;
const FIRST_RECORD = 985_001;
const FIRST_VARIABLE = 989_001;

const fieldSpec = ({ api_name, type = 'text', label, values, to, mandatory }: FixedField): FieldSpec => ({
  name: api_name,
  type,
  custom: true,
  ...(label === undefined ? {} : { label }),
  ...(values === undefined ? {} : { picks: values }),
  ...(to === undefined ? {} : { to }),
  ...(mandatory === undefined ? {} : { mandatory }),
});

function moduleSpec(fixed: FixedModule, index: number): ModuleSpec {
  const { api_name, name_field = 'Name', fields = [] } = fixed;
  const singular = fixed.singular ?? api_name.replaceAll('_', ' ');
  const hasName = fields.some((field) => field.api_name === name_field);
  const name: FieldSpec = { name: name_field, type: 'text', label: `${singular} Name`, mandatory: true };
  return {
    id: FIRST_MODULE + 3 * index,
    name: api_name,
    singular,
    plural: fixed.plural ?? singular,
    nameField: name_field,
    custom: true,
    locking: true,
    mail: true,
    fields: [...(hasName ? [] : [name]), ...fields.map(fieldSpec)],
  };
}

/** The modules of the sample org with the fields that are added to them, and the added modules. */
export function withFixedModules(specs: readonly ModuleSpec[], fixtures: Fixtures = {}): ModuleSpec[] {
  const more = (spec: ModuleSpec): ModuleSpec => {
    const fields = fixtures.fields?.[spec.name]?.map(fieldSpec) ?? [];
    return { ...spec, fields: [...spec.fields, ...fields] };
  };
  return [...specs, ...(fixtures.modules ?? []).map(moduleSpec)].map(more);
}

/** Adds the records and variables of the fixtures. A module of theirs that has records of its own gets no sample records. */
export function addFixedData(
  catalogue: Catalogue,
  state: OrgState,
  now: Date,
  fixtures: Fixtures = {},
): void {
  const [owner] = catalogue.people;
  const by = owner ? userValue(owner) : null;
  let number = FIRST_RECORD;
  for (const [module, records] of Object.entries(fixtures.records ?? {})) {
    const fields = catalogue.modules.find(({ api_name }) => api_name === module)?.fields ?? [];
    const empty = Object.fromEntries(
      fields.flatMap(({ api_name, data_type }): [string, Json][] =>
        api_name === 'Locked__s' ? [] : [[api_name, data_type === 'boolean' ? false : null]],
      ),
    );
    const isOwn = fixtures.modules?.some(({ api_name }) => api_name === module);
    const list: Record<string, CrmRecord> = isOwn ? {} : (state.records[module] ?? {});
    for (const record of records) {
      const id = typeof record.id === 'string' ? record.id : idOf(catalogue.prefix, number);
      const [Created_Time, Modified_Time] = [zohoTime(now), zohoTime(now)];
      const values: unknown = JSON.parse(JSON.stringify(record));
      const stamps = { Owner: by, Created_By: by, Modified_By: by, Created_Time, Modified_Time };
      list[id] = { ...empty, Tag: [], ...stamps, ...(isObject(values) ? values : {}), id };
      number += 3;
    }
    state.records[module] = list;
  }
  for (const [index, [api_name, value]] of Object.entries(fixtures.variables ?? {}).entries())
    state.variables.push({
      id: idOf(catalogue.prefix, FIRST_VARIABLE + 3 * index),
      name: api_name,
      api_name,
      type: 'textarea',
      value,
      description: null,
      variable_group: { id: idOf(catalogue.prefix, 910_001), api_name: 'General' },
    });
}
