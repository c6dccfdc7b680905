import { useMemo } from 'preact/hooks';
import { addExcludedField, removeExcludedField } from '../../../locking/configuration/draft';
import { excludedFieldObstacle, type Field, findField } from '../../../locking/configuration/fields';
import { identityOf, type ListedItem } from '../../../locking/configuration/model';
import { fieldReference } from '../../../locking/criteria/tree/node';
import { Section } from '../../../ui/Section';
import type { PickerOption } from '../../../ui/TokenPicker';
import { useEditing, useEditor } from '../../context/editor';
import { useWords, type Words } from '../../context/words';
import { itemsOf } from '../../editing/editing-state';
import { nearlyFull } from '../../words/nearly-full';
import { SettingPicker } from './SettingPicker';

/** A field of the configuration under its label; one that the module does not have (any more) under its API name. */
const chosenOption = (item: ListedItem, fields: readonly Field[] | undefined, { t }: Words): PickerOption => {
  const reference = fieldReference(item);
  const field = fields && findField(fields, reference);
  const name = reference.api_name ?? identityOf(item) ?? '';
  if (field) return { id: field.apiName, label: field.label, hint: field.apiName };
  const label = name.replaceAll('_', ' ');
  return { id: name, label: fields ? t('settings.saving.gone', { name: label }) : label, hint: name };
};

/** The fields that stay editable on locked records. */
export function FieldsSection() {
  const words = useWords();
  const { t } = words;
  const { limits, commands } = useEditor();
  const items = useEditing(({ draft }) => draft.settings.excludedFields);
  const fields = useEditing((editing) => itemsOf(editing.fields));
  const limit = limits.excludedFields;
  const options = useMemo(
    () =>
      (fields ?? []).map((field): PickerOption => {
        const obstacle = excludedFieldObstacle(field);
        return {
          id: field.apiName,
          label: field.label,
          hint: field.apiName,
          ...(obstacle ? { disabledReason: t(`settings.obstacle.${obstacle}`) } : {}),
        };
      }),
    [fields, t],
  );
  return (
    <Section
      id="fields"
      title={t('settings.setting.excluded_fields')}
      help={t('settings.fieldsHelp')}
      count={nearlyFull(items.length, limit) ? t('settings.used', { count: items.length, limit }) : undefined}
    >
      <SettingPicker
        setting="excluded_fields"
        items={items}
        options={options}
        limit={limit}
        part="fields"
        add="settings.addField"
        help="fields-help"
        optionOf={(item) => chosenOption(item, fields, words)}
        onAdd={({ id }) => commands.edit((before) => addExcludedField(before, { api_name: id }))}
        onRemove={(item) => commands.edit((before) => removeExcludedField(before, fieldReference(item)))}
      />
    </Section>
  );
}
