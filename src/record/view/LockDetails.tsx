import { absoluteTime } from '../../i18n/formats';
import { hasAutomaticPart, hasManualPart, type Lock, type RecordAccess } from '../../locking/lock/lock';
import { WhyLocked } from '../explanation/WhyLocked';
import type { RecordShown } from '../start/record-state';
import type { ViewContext } from './view-context';

/** What is known about the lock, row by row; what this user cannot know has no row. */
export function LockDetails({ state, lock, ui }: { state: RecordShown; lock: Lock; ui: ViewContext }) {
  const { t, tag } = ui;
  const { access, asking } = state;
  const row = (label: string, value: string | false | null) =>
    value && (
      <div>
        <dt>{t(label)}</dt>
        <dd>
          <bdi>{value}</bdi>
        </dd>
      </div>
    );
  return (
    <>
      {hasManualPart(lock) && !lock.reason && <p class="note">{t('record.noReason')}</p>}
      <dl>
        {row('record.locked_on', lock.lockedAt && absoluteTime(lock.lockedAt, tag, ui.timeZone))}
        {row('record.forYou', access ? accessText(access, ui) : asking && '…')}
      </dl>
      {hasAutomaticPart(lock) && <WhyLocked state={state} ui={ui} />}
      {hasAutomaticPart(lock) && !hasManualPart(lock) && <p class="note">{t('record.automaticHelp')}</p>}
    </>
  );
}

function accessText({ lockedForMe, editable }: RecordAccess, { t }: ViewContext): string | null {
  if (lockedForMe === null) return null;
  if (lockedForMe) return t('record.lockedForYou');
  return t(editable === false ? 'record.notLockedButReadOnly' : 'record.notLockedForYou');
}
