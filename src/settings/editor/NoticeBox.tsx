import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Json } from '../../base/json';
import { absoluteTime } from '../../i18n/formats';
import type { Difference } from '../../locking/configuration/saving/differences';
import { useEditing } from '../context/editor';
import { useWords, type Words } from '../context/words';
import type { Notice } from '../editing/editing-state';
import { errorText } from '../words/error-text';
import { textOr } from '../words/text-or';

const DANGER: readonly Notice['kind'][] = [
  'failed',
  'nothingHappened',
  'outcomeUnknown',
  'unconfirmed',
  'differs',
];

/** What the user has to know about the configuration as it is. What went wrong comes into sight and is read out. */
export function NoticeBox() {
  const { t } = useWords();
  const notice = useEditing((editing) => editing.notice);
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (notice && DANGER.includes(notice.kind)) box.current?.focus();
  }, [notice]);
  if (!notice) return null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      class={`notice ${DANGER.includes(notice.kind) ? 'danger' : 'info'}`}
      aria-label={t('settings.notice')}
    >
      <Content notice={notice} />
    </section>
  );
}

function Content({ notice }: { readonly notice: Notice }) {
  const words = useWords();
  const { t } = words;
  switch (notice.kind) {
    case 'restored': {
      const when = absoluteTime(new Date(notice.at).toISOString(), words.tag, words.timeZone);
      return <p>{t('settings.restored', { when })}</p>;
    }
    case 'imported':
      return <p>{t('settings.transfer.imported', { count: notice.left })}</p>;
    case 'importedSame':
      return <p>{t('settings.saving.importSame')}</p>;
    case 'differs':
      return <Differences differences={notice.differences} />;
    case 'failed': {
      const { code, message, details } = notice.error;
      return (
        <>
          <p>{errorText(words, notice.error)}</p>
          {code && (
            <p>
              <code dir="ltr">
                {[code, message, details && JSON.stringify(details)].filter(Boolean).join(' ')}
              </code>
            </p>
          )}
        </>
      );
    }
    default:
      return <p>{t(`settings.${notice.kind}`)}</p>;
  }
}

/** Where what was read back is not what was meant. */
function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <p>{t('settings.differs')}</p>
      <ul>
        {differences.map(({ path, meant, found }) => (
          <li key={path.join('.')}>
            {textOr(words, 'settings.setting', String(path[0]))} <code dir="ltr">{path.join('.')}</code>{' '}
            {t('settings.meantAndFound', { meant: shown(meant, words), found: shown(found, words) })}
          </li>
        ))}
      </ul>
    </>
  );
}

const shown = (value: Json | undefined, { t }: Words): string =>
  value === undefined || value === null ? t('settings.nothing') : JSON.stringify(value);
