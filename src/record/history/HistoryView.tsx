import { absoluteTime, listText } from '../../i18n/formats';
import type { HistoryEntry } from '../../locking/history/history';
import type { ViewContext } from '../view/view-context';
import type { History, SourceName } from './create-history';

const SOURCES: readonly SourceName[] = ['timeline', 'notes', 'tasks'];

interface HistoryViewProps {
  history: History;
  /** Whether a trail is kept in notes, as far as is known. */
  trail: boolean;
  ui: ViewContext;
}

/** What happened to the record's lock, newest first, and which sources told it. */
export function HistoryView({ history, trail, ui }: HistoryViewProps) {
  const { t, tag } = ui;
  const { open, reading, read, entries, more, failed } = history.state();
  if (!open) return null;
  const missing = new Set(failed.map(([source]) => source));
  const answered = SOURCES.filter((source) => !missing.has(source));
  const named = (sources: readonly SourceName[]) =>
    listText(
      sources.map((source) => t(`record.history.source.${source}`)),
      tag,
    );
  return (
    <section class="history" aria-busy={reading}>
      {!read && <p class="typed">{t('record.history.reading')}</p>}
      {entries.length > 0 && (
        <ol aria-label={t('record.history.title')}>
          {entries.map((entry) => (
            <Entry key={entry.key} entry={entry} ui={ui} />
          ))}
        </ol>
      )}
      {read && !reading && entries.length === 0 && !more && answered.length > 0 && (
        <p class="note">{t(trail ? 'record.history.nothing' : 'record.history.nothingKept')}</p>
      )}
      {more && (
        <button
          type="button"
          class="link"
          aria-disabled={reading}
          onClick={() => reading || history.showMore()}
        >
          {t('record.history.more')}
        </button>
      )}
      {read && answered.length > 0 && (
        <p class="typed">{t('record.history.sources', { sources: named(answered) })}</p>
      )}
      {read && missing.size > 0 && (
        <p class="note bad">
          {t('record.history.failed', { sources: named([...missing]) })}{' '}
          <button
            type="button"
            class="link"
            aria-disabled={reading}
            onClick={() => reading || history.retry()}
          >
            {t('common.retry')}
          </button>
        </p>
      )}
    </section>
  );
}

function Entry({ entry, ui }: { entry: HistoryEntry; ui: ViewContext }) {
  return (
    <li class={entry.kind}>
      <div>{sentence(entry, ui)}</div>
      {entry.text && (
        <p class="said" dir="auto">
          {entry.text}
        </p>
      )}
      <time class="muted" dateTime={entry.at}>
        {absoluteTime(entry.at, ui.tag, ui.timeZone)}
      </time>
    </li>
  );
}

/** "Patricia Boyle locked it.", "The rule Closed Won locked it, with many other records." */
function sentence({ kind, by, rule, byRule, inBulk }: HistoryEntry, { t, userId }: ViewContext): string {
  if (byRule) {
    const said =
      rule === null ? t(`record.history.rule.${kind}`) : t(`record.history.namedRule.${kind}`, { rule });
    return inBulk ? `${said} ${t('record.history.inBulk')}` : said;
  }
  if (by !== null && by.id === userId) return t(`record.history.you.${kind}`);
  return t(`record.history.by.${kind}`, { name: by?.name || t('record.requests.somebody') });
}
