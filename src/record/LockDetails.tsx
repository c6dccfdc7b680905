import { absoluteTime } from '../i18n/formats';
import { hasAutomaticPart, hasManualPart, type Lock, type RecordAccess } from '../locking/lock';
import type { RecordShown } from './record-state';
import type { ViewContext } from './view-context';
import { WhyLocked } from './why/WhyLocked';

/** What is known about the lock, row by row; what this user cannot know has no row. */
export function LockDetails({ state, lock, ui }: { state: RecordShown; lock: Lock; ui: ViewContext }) {
  const { t, tag } = ui;
  const { access } = state;
  const rows: [label: string, value: string | null | undefined][] = [
    ['record.locked_on', lock.lockedAt && absoluteTime(lock.lockedAt, tag, ui.timeZone)],
    ['record.forYou', state.asking ? '…' : access && accessText(access, ui)],
  ];
  return (
    <>
      {hasManualPart(lock) && !lock.reason && <p class="note">{t('record.noReason')}</p>}
      <dl>
        {rows.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{t(label)}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      {hasAutomaticPart(lock) && <WhyLocked state={state} lock={lock} ui={ui} />}
    </>
  );
}

function accessText({ lockedForMe, editable }: RecordAccess, { t }: ViewContext): string | null {
  if (lockedForMe === null) return null;
  if (lockedForMe) return t('record.lockedForYou');
  return t(editable === false ? 'record.notLockedButReadOnly' : 'record.notLockedForYou');
}
