import type { ListedItem } from '../../../locking/configuration/model';
import { type PickerOption, TokenPicker } from '../../../ui/TokenPicker';
import type { Loaded } from '../../editing/editor-state';
import type { Part } from '../../editing/editor-store';
import { errorText } from '../../words/error-text';
import { isReadOnly, problemsOf, type SectionProps } from '../editor-view';
import { ProblemText } from './ProblemText';

interface SettingPickerProps extends SectionProps {
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
  const { state, store, ui, setting, items, part } = props;
  const { t } = ui;
  const id = `setting-${setting}`;
  const own = problemsOf(props.problems, setting);
  const loaded: Loaded<unknown> = state[part];
  const described = [props.help, own.length > 0 && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <>
      <TokenPicker
        id={id}
        label={t(`settings.setting.${setting}`)}
        chosen={items.map(props.optionOf)}
        options={props.options}
        limit={props.limit}
        describe={described || undefined}
        invalid={own.length > 0}
        disabled={isReadOnly(state)}
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
      <ProblemText id={`${id}-problem`} problems={own} ui={ui} />
      {loaded.kind === 'failed' && (
        <p class="notice warning">
          {t(`settings.${part}Failed`)} <span class="muted">{errorText(ui, loaded.error)}</span>{' '}
          <button type="button" class="link" onClick={() => store.retryPart(part)}>
            {t('common.retry')}
          </button>
        </p>
      )}
    </>
  );
}

/** The label above a picker that has no section of its own, with how much of the limit is used. */
export function PickerLabel({
  ui,
  setting,
  items,
  limit,
}: Pick<SettingPickerProps, 'ui' | 'setting' | 'items' | 'limit'>) {
  return (
    <div class="label-line">
      <label for={`setting-${setting}`}>{ui.t(`settings.setting.${setting}`)}</label>
      <span class="muted count">{ui.t('settings.used', { count: items.length, limit })}</span>
    </div>
  );
}
