import type { Named } from '../../../crm/read-metadata';
import { identityOf, type ListedItem } from '../../../locking/configuration';
import { stringAt } from '../../../locking/json';
import type { PickerOption, TokenPickerTexts } from '../../../ui/TokenPicker';
import type { SettingsContext } from '../../settings-context';

/** A profile or button as it stands in the configuration; its name as far as it is known. */
export const listedOption = (item: ListedItem, known: readonly Named[] | undefined): PickerOption => {
  const id = identityOf(item) ?? '';
  return { id, label: known?.find((one) => one.id === id)?.name ?? stringAt(item, 'name') ?? id };
};

export const namedOption = ({ id, name }: Named): PickerOption => ({ id, label: name });

/** `loading`: the options are still on their way. */
export const pickerTexts = ({ t }: SettingsContext, add: string, loading: boolean): TokenPickerTexts => ({
  remove: (label) => t('settings.removeToken', { name: label }),
  full: t('settings.full'),
  none: t(loading ? 'settings.optionsLoading' : 'settings.noOption'),
  add: t(add),
});
