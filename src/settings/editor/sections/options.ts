import { stringAt } from '../../../base/json';
import type { Named } from '../../../base/named';
import { identityOf, type ListedItem } from '../../../locking/configuration/model';
import type { PickerOption } from '../../../ui/TokenPicker';

/** A profile or button as it stands in the configuration; its name as far as it is known. */
export const listedOption = (item: ListedItem, known: readonly Named[] | undefined): PickerOption => {
  const id = identityOf(item) ?? '';
  return { id, label: known?.find((one) => one.id === id)?.name ?? stringAt(item, 'name') ?? id };
};

export const namedOption = ({ id, name }: Named): PickerOption => ({ id, label: name });
