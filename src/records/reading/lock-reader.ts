import { MOST_TOGETHER } from '../../crm/ask-together';
import type { CallLine } from '../../crm/call-line';
import type { CrmError, Result } from '../../crm/errors';
import { readLock } from '../../crm/read-lock';
import { readLocksTogether } from '../../crm/read-locks';
import type { Lock } from '../../locking/lock/lock';
import type { BrowserMemory } from '../../ui/browser-memory';

export type FoundLock = Result<Lock | null>;

/** Name in the session's memory: composite calls are refused here. */
const REFUSED = 'records.composite-refused';

/**
 * Reads locks five at a time where the organisation takes composite calls, else one by one; a refusal is remembered for the
 * browser session. Records that a composite reply does not tell of are read by themselves.
 */
export function createLockReader(line: CallLine, session: BrowserMemory) {
  // Only a certain refusal is one; but what fails twice in a row without one may never work here.
  let failures = 0;
  const together = () => session.get(REFUSED) !== true && failures < 2;

  const singly = async (
    module: string,
    ids: readonly string[],
    found: (id: string, lock: FoundLock) => void,
  ): Promise<void> => {
    await Promise.all(ids.map(async (id) => found(id, await readLock(line.background, { module, id }))));
  };

  return {
    /** Reads up to `MOST_TOGETHER` locks; each is handed on as it comes. */
    async read(
      module: string,
      ids: readonly string[],
      found: (id: string, lock: FoundLock) => void,
    ): Promise<void> {
      if (ids.length < 2 || !together()) return singly(module, ids, found);
      const answer = await readLocksTogether(line.background, module, ids);
      if (!answer.ok) {
        if (isWayRefused(answer.error)) session.set(REFUSED, true);
        else failures += 1;
        return singly(module, ids, found);
      }
      failures = 0;
      for (const [id, lock] of answer.value) found(id, lock);
      // Where no part can be told, parts of this kind are not taken here.
      if (!answer.value.size) session.set(REFUSED, true);
      return singly(
        module,
        ids.filter((id) => !answer.value.has(id)),
        found,
      );
    },
    /** How many calls the reading of so many locks takes. */
    calls: (count: number): number => (together() ? Math.ceil(count / MOST_TOGETHER) : count),
  };
}

export type LockReader = ReturnType<typeof createLockReader>;

const isWayRefused = ({ certain, kind, code }: CrmError): boolean =>
  certain && kind !== 'rateLimited' && code !== 'INVALID_TOKEN' && code !== 'AUTHENTICATION_FAILURE';
