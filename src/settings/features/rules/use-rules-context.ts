import { useMemo } from 'preact/hooks';
import { criteriaFieldObstacle } from '../../../locking/configuration/fields';
import type { PickerOption } from '../../../ui/filter-options';
import { criteriaVocabulary } from '../../words/vocabulary';
import type { SettingsContext } from '../../words/words';
import type { RulesContext } from './rules-context';

interface Given
  extends Pick<RulesContext, 'fields' | 'module' | 'newKey' | 'readOnly' | 'search' | 'counting'> {
  readonly ui: SettingsContext;
}

/** The shared context, made anew only when something in it changes: the object that `ui` is may be another each time. */
export function useRulesContext(props: Given): RulesContext {
  const { fields, module, newKey, readOnly, search, counting } = props;
  const { t: translate, tag, direction, timeZone, numbers } = props.ui;
  const t = useMemo(
    (): RulesContext['t'] => (key, values) => translate(`settings.rules.${key}`, values),
    [translate],
  );
  const { apiName, label } = module;
  const fieldOptions = useMemo(
    () =>
      fields
        .map((field): PickerOption => {
          const obstacle = criteriaFieldObstacle(field, apiName);
          return {
            id: field.apiName,
            label: field.label,
            hint: field.apiName,
            ...(obstacle && {
              disabledReason: t(`obstacle.${obstacle}`, { field: field.label }),
            }),
          };
        })
        .sort((a, b) => Number(Boolean(a.disabledReason)) - Number(Boolean(b.disabledReason))),
    [fields, apiName, t],
  );
  const words = useMemo(
    () => ({ t, tag, direction, timeZone, numbers }),
    [t, tag, direction, timeZone, numbers],
  );
  const vocabulary = useMemo(() => criteriaVocabulary(words, fields), [words, fields]);
  return useMemo(
    () => ({
      ...words,
      module: { apiName, label },
      fields,
      fieldOptions,
      vocabulary,
      search,
      counting,
      newKey,
      readOnly,
    }),
    [words, apiName, label, fields, fieldOptions, vocabulary, search, counting, newKey, readOnly],
  );
}
