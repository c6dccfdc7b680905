import type { Catalogue, Field, Module } from '../api/types';

/** What administrators of the other org named otherwise, or never made. Its ids are all different anyhow. */
const PROFILES: Readonly<Record<string, string>> = { Contracts: 'Contract Management' };
const NO_BUTTON = ['Request Discount'];
const DEALS = {
  gone: ['Next_Step'],
  /** API names; labels are the same. */
  renamed: { Legal_Approved: 'Approved_by_Legal' } as Readonly<Record<string, string>>,
  noValue: ['Closed-Lost to Competition'],
};

const otherField = (field: Field): Field => ({
  ...field,
  api_name: DEALS.renamed[field.api_name] ?? field.api_name,
  pick_list_values: field.pick_list_values.filter((value) => !DEALS.noValue.includes(value.actual_value)),
});

const otherModule = (module: Module): Module =>
  module.api_name !== 'Deals'
    ? module
    : {
        ...module,
        fields: module.fields.filter((field) => !DEALS.gone.includes(field.api_name)).map(otherField),
      };

const renamed = <T extends { readonly name: string }>(named: T): T => ({
  ...named,
  name: PROFILES[named.name] ?? named.name,
});

/** The same kind of org, less some names and with others, to try what a carried configuration meets there. */
export const otherNames = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  modules: catalogue.modules.map(otherModule),
  profiles: catalogue.profiles.map(renamed),
  people: catalogue.people.map((person) => ({ ...person, profile: renamed(person.profile) })),
  buttons: catalogue.buttons.filter(({ name }) => !NO_BUTTON.includes(name)),
});
