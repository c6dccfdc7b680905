import { useMemo } from 'preact/hooks';
import { identityOf, type ListedItem } from '../../../locking/configuration';
import { addExcludedField, removeExcludedField } from '../../../locking/configuration-draft';
import { fieldReference } from '../../../locking/criteria/node';
import { excludedFieldObstacle, type Field, findField } from '../../../locking/fields';
import { type PickerOption, TokenPicker } from '../../../ui/TokenPicker';
import { ProblemText } from '../../problems/ProblemText';
import { itemsOf } from '../editor-state';
import { isReadOnly, problemsOf, type SectionProps } from '../editor-view';
import { PartFailed } from './PartFailed';
import { pickerTexts } from './pickers';
import { Section } from './Section';

/** A field of the configuration under its label; one that the module does not have (any more) under its API name. */
const chosenOption = (item: ListedItem, fields: readonly Field[] | undefined): PickerOption => {
  const reference = fieldReference(item);
  const field = fields && findField(fields, reference);
  const name = reference.api_name ?? identityOf(item) ?? '';
  return field
    ? { id: field.apiName, label: field.label, hint: field.apiName }
    : { id: name, label: name.replaceAll('_', ' '), hint: name };
};

/** The fields that can be changed on a locked record all the same. */
export function FieldsSection({ state, store, ui, problems }: SectionProps) {
  const { t } = ui;
  const { draft } = state;
  const { excludedFields } = draft.settings;
  const limit = store.limits.excludedFields;
  const fields = itemsOf(state.fields);
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
  const own = problemsOf(problems, 'excluded_fields');
  const id = 'setting-excluded_fields';
  return (
    <Section
      id="fields"
      title={t('settings.setting.excluded_fields')}
      help={t('settings.fieldsHelp')}
      count={t('settings.used', { count: excludedFields.length, limit })}
    >
      <TokenPicker
        id={id}
        label={t('settings.setting.excluded_fields')}
        chosen={excludedFields.map((item) => chosenOption(item, fields))}
        options={options}
        limit={limit}
        describe={`fields-help${own.length ? ` ${id}-problem` : ''}`}
        invalid={own.length > 0}
        disabled={isReadOnly(state)}
        texts={pickerTexts(ui, 'settings.addField', state.fields.kind === 'loading')}
        onAdd={(option) => store.edit((before) => addExcludedField(before, { api_name: option.id }))}
        onRemove={(option) => {
          const item = excludedFields.find((one) => chosenOption(one, fields).id === option.id);
          if (item) store.edit((before) => removeExcludedField(before, fieldReference(item)));
        }}
      />
      <ProblemText id={`${id}-problem`} problems={own} ui={ui} />
      <PartFailed
        part={state.fields}
        text={t('settings.fieldsFailed')}
        ui={ui}
        onRetry={() => store.retryPart('fields')}
      />
    </Section>
  );
}
