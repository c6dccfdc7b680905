import type { Impact } from '../../crm/read-impact';
import type { Send } from '../../crm/transport';
import type { Field } from '../../locking/configuration/fields';
import type { CriteriaNode } from '../../locking/criteria/tree/node';
import { memo } from '../../ui/memo';
import { errorText } from '../words/error-text';
import type { SettingsContext } from '../words/words';
import { UncountableText } from './UncountableText';
import { useImpact } from './use-impact';

export interface RuleImpactProps {
  readonly send: Send;
  /** API name. */
  readonly module: string;
  readonly fields: readonly Field[];
  readonly criteria: CriteriaNode;
  /** New or changed: counted by itself after a pause. */
  readonly auto: boolean;
  /** Milliseconds of that pause. */
  readonly pause?: number;
  readonly openRecord: (module: string, id: string) => void;
  readonly ui: SettingsContext;
}

/** How many records a rule matches today, how many of them are locked already, and some of them to look at. */
export const RuleImpact = memo(function RuleImpact(props: RuleImpactProps) {
  const { shown, count } = useImpact(props);
  const { t } = props.ui;
  const counting = shown === 'counting';
  return (
    <div class="impact">
      <div class="row">
        <p aria-live="polite" class={shown ? '' : 'muted'}>
          {counting
            ? t('settings.impact.counting')
            : shown
              ? sentence(shown, props)
              : t('settings.impact.notCounted')}
        </p>
        <button
          type="button"
          class="button quiet"
          aria-disabled={counting}
          onClick={() => counting || count()}
        >
          {t(shown ? 'settings.impact.again' : 'settings.impact.count')}
        </button>
      </div>
      {typeof shown === 'object' && shown && <Details impact={shown} {...props} />}
    </div>
  );
});

function sentence(impact: Impact, { ui }: RuleImpactProps): string {
  const { t } = ui;
  if (impact.kind === 'failed') return t('settings.impact.failed');
  if (impact.kind === 'uncountable') return t('settings.impact.uncountable');
  const { least, most, locked } = impact;
  if (least !== most) return t('settings.impact.between', { least, most });
  const text = t('settings.impact.matches', { count: most });
  return locked === null || !most
    ? text
    : `${text} ${t('settings.impact.locked', { count: locked, of: most })}`;
}

function Details({ impact, fields, module, openRecord, ui }: RuleImpactProps & { readonly impact: Impact }) {
  const { t } = ui;
  if (impact.kind === 'failed') return <p class="muted">{errorText(ui, impact.error)}</p>;
  if (impact.kind === 'uncountable')
    return <UncountableText untranslatable={impact.untranslatable} fields={fields} ui={ui} />;
  if (impact.least !== impact.most) return <p class="muted">{t('settings.impact.betweenHelp')}</p>;
  if (!impact.sample.length) return null;
  return (
    <details>
      <summary>{t('settings.impact.sample', { count: impact.sample.length })}</summary>
      <ul>
        {impact.sample.map(({ id, name }) => (
          <li key={id}>
            <button type="button" class="link" onClick={() => openRecord(module, id)}>
              <bdi>{name || id}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
