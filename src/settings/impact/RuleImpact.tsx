import type { Impact } from '../../crm/read-impact';
import { useWords, type Words } from '../context/words';
import { errorText } from '../words/error-text';
import { UncountableText } from './UncountableText';
import { type ImpactQuestion, useCounting, useImpact } from './use-impact';

/** How many records a rule matches today, how many of them are locked already, and some of them to look at. */
export function RuleImpact(question: ImpactQuestion) {
  const { shown, count } = useImpact(question);
  const words = useWords();
  const { t } = words;
  const counting = shown === 'counting';
  return (
    <div class="impact">
      <div class="row">
        <p aria-live="polite" class={shown ? '' : 'muted'}>
          {counting
            ? t('settings.impact.counting')
            : shown
              ? sentence(shown, words)
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
      {typeof shown === 'object' && shown && <Details impact={shown} {...question} />}
    </div>
  );
}

function sentence(impact: Impact, { t }: Words): string {
  if (impact.kind === 'failed') return t('settings.impact.failed');
  if (impact.kind === 'uncountable') return t('settings.impact.uncountable');
  const { least, most, locked } = impact;
  if (least !== most) return t('settings.impact.between', { least, most });
  const text = t('settings.impact.matches', { count: most });
  return locked === null || !most
    ? text
    : `${text} ${t('settings.impact.locked', { count: locked, of: most })}`;
}

function Details({ impact, fields, module }: ImpactQuestion & { readonly impact: Impact }) {
  const words = useWords();
  const { t } = words;
  const { openRecord } = useCounting();
  if (impact.kind === 'failed') return <p class="muted">{errorText(words, impact.error)}</p>;
  if (impact.kind === 'uncountable')
    return <UncountableText untranslatable={impact.untranslatable} fields={fields} />;
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
