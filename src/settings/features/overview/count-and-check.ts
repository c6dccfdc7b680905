import type { StoreApi } from 'zustand/vanilla';
import type { UnknownObject } from '../../../base/json';
import type { Named } from '../../../base/named';
import { countRecords } from '../../../crm/count-records';
import { fail } from '../../../crm/errors';
import { readProfiles } from '../../../crm/read-metadata';
import type { Send } from '../../../crm/transport';
import { crmVariables } from '../../../crm/write-variable';
import { countAllLockedQuery } from '../../../locking/criteria/coql/count-locked';
import type { Finding } from '../../../locking/findings/finding';
import { isLockable } from '../../editing/module-row';
import { modulesShown } from '../../editing/page-state';
import {
  type Checked,
  hasLocks,
  type LockedNow,
  type Overview,
  type OverviewParts,
  type OverviewState,
} from './overview-state';

/** Counts the locked records of each module as soon as it is known that there may be any: one call each. Then it is checked. */
export function countAndCheck(
  { page, variables = crmVariables(page.background) }: OverviewParts,
  state: StoreApi<OverviewState>,
): Pick<Overview, 'countAgain' | 'dismiss'> {
  const set = (module: string, now: LockedNow): void =>
    state.setState(({ locked }) => ({ locked: { ...locked, [module]: now } }));

  async function count(module: string, send: Send): Promise<void> {
    set(module, { kind: 'counting' });
    const answer = await countRecords(send, countAllLockedQuery(module));
    set(
      module,
      answer.ok ? { kind: 'counted', count: answer.value } : { kind: 'failed', error: answer.error },
    );
  }

  const setChecked = (module: string, now: Checked): void =>
    state.setState(({ checked }) => ({ checked: { ...checked, [module]: now } }));

  /** One module after the other, once everything else is known. */
  let checking: Promise<unknown> = Promise.resolve();
  let profiles: Promise<readonly Named[] | undefined> | undefined;
  const readProfilesOnce = () => {
    profiles ??= readProfiles(page.background).then((answer) => (answer.ok ? answer.value : undefined));
    return profiles;
  };

  async function check(module: string, source: UnknownObject): Promise<void> {
    try {
      const { readFindings } = await import('../../editing/findings/read-findings');
      const { undismissed } = await import('../../../locking/findings/dismissals');
      const ports = { send: page.background, variables, profiles: await readProfilesOnce() };
      const answer = await readFindings(ports, module, source);
      setChecked(
        module,
        answer.ok
          ? {
              kind: 'checked',
              found: answer.value,
              shown: undismissed(answer.value.findings, answer.value.dismissed),
            }
          : { kind: 'failed', error: answer.error },
      );
    } catch {
      // The file did not come: what is known of the modules stays as it is.
      setChecked(module, { kind: 'failed', error: fail('connection').error });
    }
  }

  async function dismiss(module: string, finding: Finding): Promise<boolean> {
    const now = state.getState().checked[module];
    if (now?.kind !== 'checked') return false;
    const { dismissalOf, keptDismissals, undismissed } = await import('../../../locking/findings/dismissals');
    const { writeDismissals } = await import('../../editing/publishing/write-dismissals');
    const { findings, source, fields } = now.found;
    const dismissed = [...keptDismissals(findings, now.found.dismissed), dismissalOf(finding)];
    const written = await writeDismissals(variables, module, { dismissed, source, fields });
    if (!written) return false;
    setChecked(module, {
      kind: 'checked',
      found: { ...now.found, dismissed },
      shown: undismissed(findings, dismissed),
    });
    return true;
  }

  /** What a module's count belongs to: saving and deleting change it. */
  const counted = new Map<string, unknown>();
  function look(): void {
    const shown = modulesShown(page.state.getState());
    // Whoever edits a module waits for nothing else.
    if (!shown || shown.current !== null) return;
    for (const row of shown.modules.filter(isLockable)) {
      if (row.status.kind !== 'known') continue;
      const source = row.status.summary?.source;
      if (!hasLocks(row) || counted.get(row.apiName) === source) continue;
      counted.set(row.apiName, source);
      const { apiName } = row;
      const counting = count(apiName, page.background);
      if (!source || source.system_defined === true) continue;
      setChecked(apiName, { kind: 'checking' });
      // Findings follow: what everybody looks for first comes first.
      checking = Promise.all([checking, counting, allCounted()]).then(() => check(apiName, source));
    }
  }

  /** Resolves when nothing is waited for any more that every row shows. */
  const allCounted = (): Promise<void> =>
    new Promise((resolve) => {
      const done = (): boolean => {
        const rows = modulesShown(page.state.getState())?.modules.filter(isLockable) ?? [];
        const { locked } = state.getState();
        return rows.every(
          (row) =>
            row.status.kind !== 'waiting' &&
            !(hasLocks(row) && (locked[row.apiName]?.kind ?? 'counting') === 'counting'),
        );
      };
      if (done()) return resolve();
      const stops = [page.state.subscribe(again), state.subscribe(again)];
      function again(): void {
        if (!done()) return;
        for (const stop of stops) stop();
        resolve();
      }
    });
  look();
  page.state.subscribe(look);

  return { dismiss, countAgain: (module) => void count(module, page.send) };
}
