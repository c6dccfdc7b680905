import { type Json, type JsonObject, plainText, stringAt } from '../../../base/json';
import type { Named } from '../../../base/named';
import { type Field, findField, type PicklistValue } from '../../configuration/fields';
import type { FieldReference } from '../../criteria/tree/node';
import type { ExportedConfiguration, ExportedField } from '../export/export-configuration';
import type { Choices, Mapped, Missing, NamedKind, ThingKind, TransferTarget } from '../report';
import { lookupBy } from './lookup';

/** What is transferred, and where to. */
export interface Transfer {
  readonly exported: ExportedConfiguration;
  readonly target: TransferTarget;
  readonly choices: Choices;
}

/** What matches a thing in the target and how it was found, or why nothing does. */
export type Match<T> = { readonly to: T; readonly mapped: Mapped } | { readonly missing: Missing };

/** `of`: what the thing belongs to, where its name alone is not unique. */
export const keyOf = (kind: ThingKind, name: string, of?: string): string =>
  [kind, ...(of === undefined ? [] : [of]), name].join(':');

export const missed = (
  kind: ThingKind,
  name: string,
  reason: Missing['reason'],
  of?: string,
): { readonly missing: Missing } => ({ missing: { kind, key: keyOf(kind, name, of), name, reason } });

const exportedById = lookupBy<ExportedField>(({ id }) => id);
const exportedByName = lookupBy<ExportedField>(({ api_name }) => api_name);
const fieldsByLabel = lookupBy<Field>(({ label }) => label);
const thingsByName = lookupBy<Named>(({ name }) => name);
const valuesByValue = lookupBy<PicklistValue>(({ value }) => value);
const valuesByLabel = lookupBy<PicklistValue>(({ label }) => label);

/** What the export says about a field. */
export const exportedField = (
  { exported: { fields } }: Transfer,
  { id, api_name }: FieldReference,
): ExportedField | undefined =>
  (id === undefined ? undefined : exportedById(fields).first(id)) ??
  (api_name === undefined ? undefined : exportedByName(fields).first(api_name));

/** The field of the target: the chosen one, else the one with the same API name, else with the same label. */
export const matchField = (transfer: Transfer, reference: FieldReference): Match<Field> => {
  const {
    target: { fields },
    choices,
  } = transfer;
  const source = exportedField(transfer, reference);
  const from = reference.api_name ?? source?.api_name ?? reference.id ?? '';
  const key = keyOf('field', from);
  const found = (to: Field, how: Mapped['how']): Match<Field> => ({
    to,
    mapped: { kind: 'field', key, from, to: to.apiName, how },
  });
  const choice = choices.get(key);
  const chosen = choice === undefined ? undefined : findField(fields, { api_name: choice });
  if (chosen) return found(chosen, 'chosen');
  const same = findField(fields, { api_name: from });
  if (same) return found(same, 'apiName');
  const [one, another] = source?.label ? fieldsByLabel(fields).called(source.label) : [];
  if (another) return missed('field', from, 'ambiguous');
  return one ? found(one, 'label') : missed('field', from, 'absent');
};

export const listed = ({ profiles, buttons, users, roles, groups }: TransferTarget, kind: NamedKind) =>
  ({ profile: profiles, button: buttons, user: users, role: roles, group: groups })[kind];

/** The profile, button, user, role or group of the target with the name of `{id, name}`. The id decides only between several. */
export const matchNamed = (
  { target, choices }: Transfer,
  kind: NamedKind,
  item: JsonObject,
): Match<Named> => {
  const from = stringAt(item, 'name') ?? stringAt(item, 'id') ?? '';
  const key = keyOf(kind, from);
  const found = (to: Named, how: Mapped['how']): Match<Named> => ({
    to,
    mapped: { kind, key, from, to: to.name, how },
  });
  const list = listed(target, kind);
  if (!list) return missed(kind, from, 'notListed');
  const choice = choices.get(key);
  const chosen = list.find(({ id }) => id === choice);
  if (chosen) return found(chosen, 'chosen');
  const namesakes = thingsByName(list).called(from);
  const one = namesakes.length > 1 ? namesakes.find(({ id }) => id === item.id) : namesakes[0];
  if (one) return found(one, 'name');
  return missed(kind, from, namesakes.length ? 'ambiguous' : 'absent');
};

/** The value of the target's picklist: the chosen one, else the same value, else the one with the same label. */
export const matchValue = (
  { choices }: Transfer,
  field: Field,
  source: ExportedField | undefined,
  value: Json,
): Match<string> => {
  const from = plainText(value);
  const of = source?.api_name ?? field.apiName;
  const key = keyOf('value', from, of);
  const found = (to: string, how: Mapped['how']): Match<string> => ({
    to,
    mapped: { kind: 'value', key, from, to, how },
  });
  const values = valuesByValue(field.picklist);
  const has = (text: string): boolean => values.first(text) !== undefined;
  const choice = choices.get(key);
  if (choice !== undefined && has(choice)) return found(choice, 'chosen');
  if (has(from)) return found(from, 'value');
  const label = valuesByValue(source?.values ?? []).first(from)?.label ?? from;
  const [one, another] = valuesByLabel(field.picklist).called(label);
  if (another) return missed('value', from, 'ambiguous', of);
  return one ? found(one.value, 'label') : missed('value', from, 'absent', of);
};
