import type { SandboxOptions } from '../api/options';
import type { Button, Catalogue, Module } from '../api/types';
import { commonFields, type FieldSpec, field, makeField, pick } from './field-kinds';
import { withFixedModules } from './fixed-data';
import { idOf, KNOWN, prefixOf } from './ids';
import type { ModuleSpec } from './module-spec';
import { MODULES } from './modules';
import { moreModules } from './more-modules';
import { otherNames } from './other-org';
import { buildPeople } from './people';

/** Fields of Deals whose ids Zoho's samples print. */
const SAMPLE_FIELDS: Readonly<Record<string, number>> = {
  'Deals.Stage': KNOWN.stageField,
  'Deals.Description': KNOWN.descriptionField,
};
const BUTTONS: Readonly<Record<string, readonly string[]>> = {
  Deals: ['Send Contract', 'Create Project', 'Request Discount', 'Print Summary'],
  Leads: ['Enrich Lead', 'Assign to Partner'],
  Quotes: ['Send for Signature'],
  Site_Visits: ['Plan Route'],
  // More than one configuration may restrict.
  Contacts: Array.from({ length: 35 }, (_, index) => `Contact Action ${index + 1}`),
};

const LARGE_TYPES = [
  'text',
  'textarea',
  'integer',
  'currency',
  'date',
  'datetime',
  'boolean',
  'email',
] as const;

/** Enough fields and values to try pickers and lists at Zoho's own maxima. */
const largeFields = (): FieldSpec[] => [
  ...Array.from({ length: 499 }, (_, index) =>
    field(LARGE_TYPES[index % LARGE_TYPES.length] ?? 'text', `Extra_${index + 1}`, { custom: true }),
  ),
  pick(
    'Branch_Office',
    Array.from({ length: 1000 }, (_, index) => `Branch ${index + 1}`),
    { custom: true },
  ),
];

function buildModule(specs: readonly ModuleSpec[], spec: ModuleSpec, prefix: string, large: boolean): Module {
  const position = specs.indexOf(spec);
  const moduleId = (name: string) => idOf(prefix, specs.find((one) => one.name === name)?.id ?? 0);
  const own = large && spec.name === 'Deals' ? largeFields() : [];
  const fields = [...spec.fields, ...own, ...commonFields(spec.locking)];
  return {
    id: idOf(prefix, spec.id),
    api_name: spec.name,
    singular_label: spec.singular,
    plural_label: spec.plural,
    generated_type: spec.custom ? 'custom' : 'default',
    locking: spec.locking,
    mail: spec.mail,
    nameField: spec.nameField,
    fields: fields.map((one, index) => {
      const number = SAMPLE_FIELDS[`${spec.name}.${one.name}`] ?? 30_000 + 3_000 * position + 3 * index;
      return makeField(one, number, prefix, moduleId);
    }),
  };
}

function buildButtons(prefix: string, large: boolean): Button[] {
  const more = Array.from({ length: large ? 100 : 0 }, (_, index) => `Deal Action ${index + 1}`);
  const all = { ...BUTTONS, Deals: [...(BUTTONS.Deals ?? []), ...more] };
  return Object.entries(all).flatMap(([module, names], group) =>
    names.map((name, index) => ({
      id: idOf(prefix, 500_001 + 1_000 * group + 3 * index),
      name,
      api_name: name.replaceAll(' ', '_'),
      module,
    })),
  );
}

/** What is fixed in an org: the same for the same options. */
export function buildCatalogue(options: SandboxOptions): Catalogue {
  const prefix = prefixOf(options.orgKey);
  const large = options.size === 'large';
  const usual = MODULES.filter(({ locking }) => locking).length;
  const sample = [...MODULES, ...moreModules((options.modules ?? usual) - usual)];
  const specs = withFixedModules(sample, options.fixtures);
  const catalogue = {
    prefix,
    modules: specs.map((spec) => buildModule(specs, spec, prefix, large)),
    ...buildPeople(prefix, large),
    buttons: buildButtons(prefix, large),
  };
  return options.orgKey === 'other' ? otherNames(catalogue) : catalogue;
}
