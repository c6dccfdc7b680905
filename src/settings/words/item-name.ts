import { stringAt } from '../../base/json';
import type { Named } from '../../base/named';
import { type Field, findField } from '../../locking/configuration/fields';
import { identityOf, type ListedItem } from '../../locking/configuration/model';
import { fieldReference } from '../../locking/criteria/tree/node';
import { type Editing, itemsOf } from '../editing/editing-state';

/** The module's lists as far as they are known: they give names to what a configuration holds by id. */
export interface Lists {
  readonly fields?: readonly Field[] | undefined;
  readonly profiles?: readonly Named[] | undefined;
  readonly buttons?: readonly Named[] | undefined;
}

/** An entry of a configuration as an administrator knows it. */
export function itemName(kind: 'profile' | 'field' | 'button', item: ListedItem, lists: Lists): string {
  if (kind === 'field') {
    const reference = fieldReference(item);
    return findField(lists.fields ?? [], reference)?.label ?? reference.api_name ?? identityOf(item) ?? '';
  }
  const id = identityOf(item) ?? '';
  const known = kind === 'profile' ? lists.profiles : lists.buttons;
  return known?.find((one) => one.id === id)?.name ?? stringAt(item, 'name') ?? id;
}

/** The lists of what is being edited. */
export const listsOf = ({
  fields,
  profiles,
  buttons,
}: Pick<Editing, 'fields' | 'profiles' | 'buttons'>): Lists => ({
  fields: itemsOf(fields),
  profiles: itemsOf(profiles),
  buttons: itemsOf(buttons),
});
