import { absoluteTime, listText } from '../i18n/formats';
import { clipped } from '../i18n/isolate';
import { hasAutomaticPart, hasManualPart, type Lock, type RecordAccess } from '../locking/lock';
import type { RecordShown } from './record-state';
import type { ViewContext } from './view-context';

/** What is known about the lock, row by row; what this user cannot know has no row. */
export function LockDetails({ state, lock, ui }: { state: RecordShown; lock: Lock; ui: ViewContext }) {
  const { t, tag } = ui;
  const { explanation, access } = state;
  const rows: [label: string, value: string | null | undefined][] = [
    ['record.locked_on', lock.lockedAt && absoluteTime(lock.lockedAt, tag, ui.timeZone)],
    ['record.forYou', state.asking ? '…' : access && accessText(access, ui)],
    ['record.rule', explanation?.ruleName],
    [
      'record.blocked',
      explanation &&
        listText(
          explanation.blocked.map((a) => actionName(a, ui)),
          tag,
        ),
    ],
    ['record.editable', explanation && editableFields(explanation.editableFields, ui)],
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
                  <bdi>{clipped(value)}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      {hasAutomaticPart(lock) && !hasManualPart(lock) && <p class="note">{t('record.automaticHelp')}</p>}
    </>
  );
}

/** An action this version does not know is shown under its API name rather than left out. */
function actionName(action: string, { t }: ViewContext): string {
  const key = `common.action.${action}`;
  const name = t(key);
  return name === key ? action : name;
}

/** Fields by API name, as words: their labels would cost another call. */
const editableFields = (names: readonly string[], { t, tag }: ViewContext): string =>
  names.length
    ? listText(
        names.map((name) => name.replaceAll('_', ' ')),
        tag,
      )
    : t('record.noFields');

function accessText({ lockedForMe, editable }: RecordAccess, { t }: ViewContext): string | null {
  if (lockedForMe === null) return null;
  if (lockedForMe) return t('record.lockedForYou');
  return t(editable === false ? 'record.notLockedButReadOnly' : 'record.notLockedForYou');
}
