import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Json } from '../../base/json';
import { absoluteTime } from '../../i18n/formats';
import type { Difference } from '../../locking/configuration/saving/differences';
import type { Notice } from '../editing/editor-state';
import { errorText } from '../words/error-text';
import { textOr } from '../words/text-or';
import type { SettingsContext } from '../words/words';

const DANGER: readonly Notice['kind'][] = [
  'failed',
  'nothingHappened',
  'outcomeUnknown',
  'unconfirmed',
  'differs',
];

/** What the user has to know about the configuration as it stands. What went wrong comes into sight and is read out. */
export function NoticeBox({ notice, ui }: { notice: Notice; ui: SettingsContext }) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (DANGER.includes(notice.kind)) box.current?.focus();
  }, [notice]);
  return (
    <section
      ref={box}
      tabIndex={-1}
      class={`notice ${DANGER.includes(notice.kind) ? 'danger' : 'info'}`}
      aria-label={ui.t('settings.notice')}
    >
      <Content notice={notice} ui={ui} />
    </section>
  );
}

function Content({ notice, ui }: { notice: Notice; ui: SettingsContext }) {
  const { t } = ui;
  switch (notice.kind) {
    case 'restored': {
      const when = absoluteTime(new Date(notice.at).toISOString(), ui.tag, ui.timeZone);
      return <p>{t('settings.restored', { when })}</p>;
    }
    case 'imported':
      return <p>{t('settings.transfer.imported', { count: notice.left })}</p>;
    case 'differs':
      return <Differences differences={notice.differences} ui={ui} />;
    case 'failed': {
      const { code, message, details } = notice.error;
      return (
        <>
          <p>{errorText(ui, notice.error)}</p>
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
function Differences({ differences, ui }: { differences: readonly Difference[]; ui: SettingsContext }) {
  const { t } = ui;
  return (
    <>
      <p>{t('settings.differs')}</p>
      <ul>
        {differences.map(({ path, meant, found }) => (
          <li key={path.join('.')}>
            {textOr(ui, 'settings.setting', String(path[0]))} <code dir="ltr">{path.join('.')}</code>{' '}
            {t('settings.meantAndFound', { meant: shown(meant, ui), found: shown(found, ui) })}
          </li>
        ))}
      </ul>
    </>
  );
}

const shown = (value: Json | undefined, { t }: SettingsContext): string =>
  value === undefined || value === null ? t('settings.nothing') : JSON.stringify(value);
