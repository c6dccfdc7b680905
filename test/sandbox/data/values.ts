import { isObject, type Json, textAt } from '../api/json';
import { zohoDay, zohoTime } from '../api/times';
import type { Field, Person } from '../api/types';
import { city, company, duty, matter } from './names';
import { below } from './random';

/** What a value may depend on. Reading `now` once keeps a whole seed on one clock. */
export interface ValueContext {
  readonly next: () => number;
  readonly now: Date;
  readonly index: number;
  readonly people: readonly Person[];
  /** Names and ids of the records made so far, by module. */
  readonly names: ReadonlyMap<string, readonly { id: string; name: string }[]>;
}

const DAY_MS = 86_400_000;
const ago = ({ next, now }: ValueContext, from: number, to: number): Date =>
  new Date(now.getTime() + (from + next() * (to - from)) * DAY_MS);

export const userValue = (user: Person): Json => ({ name: user.name, id: user.id, email: user.email });

const chosen = (context: ValueContext): Json => {
  const user = context.people[below(context.next, context.people.length)];
  return user ? userValue(user) : null;
};

function text(field: Field, context: ValueContext): string {
  const { next, index } = context;
  if (field.api_name === 'Company' || field.api_name === 'Account_Name') return company(next, index);
  if (field.api_name === 'Vendor_Name') return `${company(next, index)} Supplies`;
  if (field.api_name === 'Last_Name') return duty(next);
  if (field.api_name.endsWith('City')) return city(next);
  if (field.system_mandatory) return matter(next);
  return `${field.field_label} ${below(next, 90) + 10}`;
}

/** A likely value for a field, by its data type; the same for the same context. */
export function valueFor(field: Field, context: ValueContext): Json {
  const { next, index } = context;
  const picks = field.pick_list_values;
  if (field.data_type === 'ownerlookup') return chosen(context);
  if (field.api_name === 'Tag') return [];
  if (!field.system_mandatory && !field.read_only && next() < 0.15 && field.data_type !== 'boolean')
    return null;
  switch (field.data_type) {
    case 'textarea':
      return `${matter(next)}.\nSecond line of ${field.field_label.toLowerCase()}.`;
    case 'email':
      return `desk${index + 1}@customer.example`;
    case 'phone':
      return `+1 555 01${String(below(next, 100)).padStart(2, '0')}`;
    case 'website':
      return `https://customer${index + 1}.example`;
    case 'picklist':
      return picks[below(next, picks.length)]?.actual_value ?? null;
    case 'multiselectpicklist':
      return picks.filter(() => next() < 0.4).map((pick) => pick.actual_value);
    case 'integer':
      return below(next, 100);
    case 'bigint':
      return `9007199254${String(below(next, 1_000_000_000)).padStart(9, '0')}`;
    case 'double':
    case 'percent':
      return below(next, 10_000) / 100;
    case 'currency':
      return below(next, 4_000) * 50;
    case 'formula':
      return below(next, 100_000) / 100;
    case 'date':
      return zohoDay(ago(context, -200, 200));
    case 'datetime':
      return zohoTime(ago(context, -200, 0));
    case 'boolean':
      return next() < 0.4;
    case 'userlookup':
      return chosen(context);
    case 'autonumber':
      return `${field.field_label.slice(0, 1)}-${String(index + 1).padStart(6, '0')}`;
    case 'lookup': {
      const target = isObject(field.lookup.module) ? textAt(field.lookup.module, 'api_name') : undefined;
      const options = context.names.get(target ?? '') ?? [];
      return options[below(next, options.length)] ?? null;
    }
    case 'subform':
    case 'fileupload':
      return [];
    default:
      return text(field, context);
  }
}
