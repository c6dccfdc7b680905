import '../../../context/later-styles';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { readGroups, readProfiles, readRoles, readUsers } from '../../../../crm/read-metadata';
import { keySource } from '../../../../locking/criteria/tree/node';
import { type Backup, readBackup, restorePlaces } from '../../../../locking/transfer/backup/backup-file';
import type { ExportedConfiguration } from '../../../../locking/transfer/export/export-configuration';
import { namesWithin } from '../../../../locking/transfer/mapping/within';
import { Dialog } from '../../../../ui/Dialog';
import { useStore } from '../../../../ui/use-store';
import { useWords } from '../../../context/words';
import { isLockable } from '../../../editing/module-row';
import { CountingContext } from '../../../impact/use-impact';
import { ChooseFile } from '../ChooseFile';
import { CopyResults } from '../CopyResults';
import { CopyReview } from '../CopyReview';
import { type Copying, createCopying } from '../create-copying';
import type { BackupDialogProps, BackupPorts } from './backup-ports';

/** From a file of many configurations back into modules: choose them, look over each, save one after the other. */
export function RestoreDialog({ ports, onCancel }: BackupDialogProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [backup, setBackup] = useState<Backup | null>(null);
  const counting = useMemo(() => ({ send: ports.send, openRecord: ports.openRecord }), []);
  const busy = useRef(false);
  return (
    <Dialog wide title={t('settings.backup.restore')} onCancel={() => busy.current || onCancel()}>
      <div class="carry">
        <CountingContext.Provider value={counting}>
          {backup ? (
            <Steps
              backup={backup}
              ports={ports}
              onBusy={(now) => {
                busy.current = now;
              }}
              onCancel={onCancel}
            />
          ) : (
            <ChooseFile
              text={text}
              help={t('settings.backup.restoreHelp')}
              most={10_000_000}
              read={(given) => {
                const reading = readBackup(given);
                return reading.ok ? { ok: true, value: reading.backup } : reading;
              }}
              onText={setText}
              onRead={setBackup}
              onCancel={onCancel}
            />
          )}
        </CountingContext.Provider>
      </div>
    </Dialog>
  );
}

interface StepsProps extends BackupDialogProps {
  readonly backup: Backup;
  readonly onBusy: (busy: boolean) => void;
}

function Steps({ backup, ports, onBusy, onCancel }: StepsProps) {
  const { t } = useWords();
  const places = useMemo(() => restorePlaces(backup, ports.modules().filter(isLockable)), []);
  const copying = useMemo(() => createRestoring(ports, places), []);
  const state = useStore(copying.state, (now) => now);
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => body.current?.querySelector<HTMLElement>('.carry-step, input')?.focus(),
    [state.step],
  );
  useEffect(() => onBusy(state.step === 'writing'), [state.step]);
  const props = { copying, onCancel };
  return (
    <div ref={body}>
      {state.step === 'choose' ? (
        <>
          <p class="carry-step" tabIndex={-1}>
            {t('settings.backup.choose')}
          </p>
          <fieldset class="copy-modules">
            <legend class="unseen">{t('settings.modules')}</legend>
            {places.map(({ exported, target }) => {
              const managed =
                target?.status.kind === 'known' && target.status.summary?.systemDefined === true;
              return (
                <label key={exported.module.api_name} class="check">
                  <input
                    type="checkbox"
                    checked={target !== undefined && state.chosen.includes(target.apiName)}
                    disabled={!target || managed}
                    onChange={({ currentTarget }) =>
                      target && copying.tick(target.apiName, currentTarget.checked)
                    }
                  />
                  <bdi>{target?.label ?? exported.module.label}</bdi>
                  {(!target || managed) && (
                    <small class="muted">
                      {' '}
                      {t(`settings.${managed ? 'state.system' : 'backup.noModule'}`)}
                    </small>
                  )}
                </label>
              );
            })}
          </fieldset>
          <div class="row carry-actions">
            <button
              type="button"
              class="button primary"
              aria-disabled={!state.chosen.length}
              onClick={copying.review}
            >
              {t('settings.backup.review')}
            </button>
            <button type="button" class="button" onClick={onCancel}>
              {t('common.cancel')}
            </button>
          </div>
        </>
      ) : state.step === 'review' ? (
        <CopyReview {...props} targets={state.targets} />
      ) : (
        <CopyResults {...props} targets={state.targets} writing={state.step === 'writing'} />
      )}
    </div>
  );
}

/** Each module gets its own configuration back, matched to the people of this organisation. */
function createRestoring(
  ports: BackupPorts,
  places: ReturnType<typeof restorePlaces<{ readonly apiName: string; readonly label: string }>>,
): Copying {
  const { send } = ports;
  const exported = new Map(
    places.flatMap(({ exported: one, target }) => (target ? [[target.apiName, one] as const] : [])),
  );
  const listed = async <T,>(
    reading: Promise<{ ok: true; value: T } | { ok: false }>,
  ): Promise<T | undefined> => {
    const answer = await reading;
    return answer.ok ? answer.value : undefined;
  };
  let profiles: ReturnType<typeof readProfiles> | undefined;
  let people: Promise<readonly (readonly { id: string; name: string }[] | undefined)[]> | undefined;
  const names = async (one: ExportedConfiguration) => {
    profiles ??= readProfiles(send);
    const found = { profiles: (await listed(profiles)) ?? [] };
    if (!namesWithin(one).users.length) return found;
    people ??= Promise.all([listed(readUsers(send)), listed(readRoles(send)), listed(readGroups(send))]);
    const [users, roles, groups] = await people;
    return { ...found, users, roles, groups };
  };
  return createCopying(
    { ...ports, names, limits: ports.limits(), newKey: keySource('r') },
    (module) => exported.get(module) ?? EMPTY,
  );
}

/** Of a module that nobody can choose. */
const EMPTY: ExportedConfiguration = {
  format: 'record-lock-configuration',
  version: 1,
  module: { api_name: '', label: '' },
  fields: [],
  configuration: {},
};
