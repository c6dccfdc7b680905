import { isJson, isObject, type JsonObject } from '../../../base/json';
import { formatNumber } from '../../../i18n/format-number';
import { absoluteTime } from '../../../i18n/formats';
import { relativeTime } from '../../../i18n/relative-time';
import { wholeText } from '../../../ui/whole-text';
import { useWords } from '../../context/words';
import type { ModuleRow } from '../../editing/module-row';
import { errorText } from '../../words/error-text';
import { lockingText } from '../../words/locking-text';
import { changedAt, changedBy } from './arrange-rows';
import { configurationNotes } from './configuration-notes';
import type { OverviewPorts } from './overview-ports';
import { overviewOf } from './overview-ports';
import type { Checked, LockedNow } from './overview-state';

interface OverviewRowProps {
  readonly row: ModuleRow;
  readonly locked: LockedNow | undefined;
  readonly checked: Checked | undefined;
  /** The most locked records of any module. */
  readonly largest: number;
  readonly ports: OverviewPorts;
}

const sourceOf = ({ status }: ModuleRow): JsonObject | null => {
  const source: unknown = status.kind === 'known' ? status.summary?.source : null;
  return isJson(source) && isObject(source) ? source : null;
};

/** One module. Its name opens it; the rest of the row does so for whoever points. */
export function OverviewRow({ row, locked, checked, largest, ports }: OverviewRowProps) {
  const words = useWords();
  const { t } = words;
  const { page, now } = ports;
  const { apiName, label, status } = row;
  const source = sourceOf(row);
  const open = (): void => page.commands.choose(apiName);
  return (
    <tr
      class={status.kind === 'known' && !source ? 'off' : undefined}
      onClick={({ target }) => {
        if (target instanceof Element && !target.closest('a, button')) open();
      }}
    >
      <th scope="row">
        <a
          href={`#${apiName}`}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            open();
          }}
        >
          <bdi title={wholeText(label)}>{label}</bdi>
        </a>
      </th>
      {status.kind === 'failed' ? (
        <td colSpan={4} class="unread">
          <span class="problem" title={errorText(words, status.error)}>
            {t('settings.notRead')}
          </span>{' '}
          <button type="button" class="link" onClick={() => page.commands.readStatus(apiName)}>
            {t('common.retry')}
            <span class="unseen">
              {' '}
              <bdi>{label}</bdi>
            </span>
          </button>
        </td>
      ) : (
        <>
          <td class="locking">
            {status.kind === 'waiting' ? (
              <Wait />
            ) : (
              <>
                {lockingText(words, status.summary)}
                {source && (
                  <small>
                    {configurationNotes(source, words).map((note) => (
                      <span key={note}>{note}</span>
                    ))}
                  </small>
                )}
              </>
            )}
          </td>
          <td class="number" data-label={t('settings.overview.column.locked')}>
            {source ? (
              <Count
                locked={locked}
                largest={largest}
                onRetry={() => overviewOf(ports).countAgain(apiName)}
              />
            ) : (
              status.kind === 'known' && <span aria-hidden="true">–</span>
            )}
          </td>
          <td class="findings">{source && (locked ? <Found checked={checked} /> : <Wait />)}</td>
          <td class="changed">{source && <Changed source={source} now={now()} />}</td>
        </>
      )}
    </tr>
  );
}

/** Where something will be said. */
const Wait = () => <span class="wait" aria-hidden="true" />;

interface CountProps extends Pick<OverviewRowProps, 'locked' | 'largest'> {
  readonly onRetry: () => void;
}

function Count({ locked, largest, onRetry }: CountProps) {
  const words = useWords();
  if (!locked || locked.kind === 'counting') return <Wait />;
  if (locked.kind === 'failed')
    return (
      <span class="problem" title={errorText(words, locked.error)}>
        {words.t('settings.overview.notCounted')}{' '}
        <button type="button" class="link" onClick={onRetry}>
          {words.t('settings.overview.countAgain')}
        </button>
      </span>
    );
  const share = largest ? Math.max(2, Math.round((locked.count / largest) * 100)) : 0;
  return (
    <>
      {formatNumber(String(locked.count), words.numbers)}
      <span class="meter" aria-hidden="true">
        <i style={{ width: `${locked.count ? share : 0}%` }} />
      </span>
    </>
  );
}

function Found({ checked }: Pick<OverviewRowProps, 'checked'>) {
  const words = useWords();
  const { t } = words;
  if (!checked) return <small>{t('settings.findings.none')}</small>;
  if (checked.kind === 'checking') return <Wait />;
  if (checked.kind === 'failed')
    return <small title={errorText(words, checked.error)}>{t('settings.findings.failed')}</small>;
  const count = checked.shown.length;
  if (!count) return <small>{t('settings.findings.none')}</small>;
  const bad = checked.shown.some(({ severity }) => severity !== 'hint');
  return <span class={bad ? 'warn' : undefined}>{t('settings.findings.count', { count })}</span>;
}

function Changed({ source, now }: { readonly source: JsonObject; readonly now: number }) {
  const { t, tag, timeZone } = useWords();
  const at = changedAt(source);
  if (at === undefined) return null;
  const iso = new Date(at).toISOString();
  const when = relativeTime(iso, now, tag) ?? '';
  const name = changedBy(source);
  return (
    <small title={absoluteTime(iso, tag, timeZone)}>
      {name ? t('settings.overview.changedBy', { name, when }) : when}
    </small>
  );
}
