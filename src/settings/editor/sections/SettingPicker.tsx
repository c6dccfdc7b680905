import { stringAt } from '../../../base/json';
import type { Named } from '../../../base/named';
import { identityOf, type ListedItem } from '../../../locking/configuration/model';
import { type PickerOption, TokenPicker } from '../../../ui/TokenPicker';
import { useEditing, useEditor, useReadOnly } from '../../context/editor';
import { useWords, type Words } from '../../context/words';
import type { Loaded, Part } from '../../editing/editing-state';
import { errorText } from '../../words/error-text';
import { nearlyFull } from '../../words/nearly-full';
import { useProblemText } from '../../words/use-problem-text';
import { ProblemText } from './ProblemText';

/** A profile or button as it stands in the configuration; its name as far as it is known. */
export const listedOption = (
  item: ListedItem,
  known: readonly Named[] | undefined,
  { t }: Words,
): PickerOption => {
  const id = identityOf(item) ?? '';
  const found = known?.find((one) => one.id === id);
  const name = stringAt(item, 'name') ?? id;
  // An empty list may be one that this CRM does not give.
  return { id, label: found?.name ?? (known?.length ? t('settings.saving.gone', { name }) : name) };
};

export const namedOption = ({ id, name }: Named): PickerOption => ({ id, label: name });

interface SettingPickerProps {
  /** The key of the configuration. */
  readonly setting: string;
  readonly items: readonly ListedItem[];
  readonly options: readonly PickerOption[];
  readonly limit: number;
  /** Where the options come from; its failure leaves what is chosen in place. */
  readonly part: Part;
  /** Stands in the empty field. */
  readonly add: string;
  /** Id of a text that describes the field. */
  readonly help?: string | undefined;
  optionOf(item: ListedItem): PickerOption;
  onAdd(option: PickerOption): void;
  onRemove(item: ListedItem): void;
}

/** One setting that is a list of things chosen from many: profiles, buttons or fields. */
export function SettingPicker(props: SettingPickerProps) {
  const { setting, items, part } = props;
  const words = useWords();
  const { t } = words;
  const { commands } = useEditor();
  const readOnly = useReadOnly();
  const loaded = useEditing((editing): Loaded<unknown> => editing[part]);
  const id = `setting-${setting}`;
  const wrong = useProblemText(id) !== undefined;
  const described = [props.help, wrong && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <>
      <TokenPicker
        id={id}
        label={t(`settings.setting.${setting}`)}
        chosen={items.map(props.optionOf)}
        options={props.options}
        limit={props.limit}
        describe={described || undefined}
        invalid={wrong}
        disabled={readOnly}
        texts={{
          remove: (name) => t('settings.removeToken', { name }),
          change: (name, added) => t(`settings.rules.${added ? 'picked' : 'unpicked'}`, { name }),
          found: (count) => t('settings.rules.found', { count }),
          full: t('settings.full'),
          none: t(loaded.kind === 'loading' ? 'settings.optionsLoading' : 'settings.noOption'),
          add: t(props.add),
        }}
        onAdd={props.onAdd}
        onRemove={(option) => {
          const item = items.find((one) => props.optionOf(one).id === option.id);
          if (item) props.onRemove(item);
        }}
      />
      <ProblemText of={id} />
      {loaded.kind === 'failed' && (
        <p class="notice warning">
          {t(`settings.${part}Failed`)} <span class="muted">{errorText(words, loaded.error)}</span>{' '}
          <button type="button" class="link" onClick={() => commands.retryPart(part)}>
            {t('common.retry')}
          </button>
        </p>
      )}
    </>
  );
}

/** The label above a picker that has no section of its own, with how much of the limit is used. */
export function PickerLabel({
  setting,
  items,
  limit,
}: Pick<SettingPickerProps, 'setting' | 'items' | 'limit'>) {
  const { t } = useWords();
  return (
    <div class="label-line">
      <label for={`setting-${setting}`}>{t(`settings.setting.${setting}`)}</label>
      {nearlyFull(items.length, limit) && (
        <span class="muted count">{t('settings.used', { count: items.length, limit })}</span>
      )}
    </div>
  );
}
