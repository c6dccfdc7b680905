import type { ListedRecord } from '../../crm/listed-record';
import { readLock } from '../../crm/read-lock';
import { MOST_IDS, readRecords } from '../../crm/read-records';
import type { Send } from '../../crm/transport';
import { expectsLocked, outcomeConfirmed } from '../../locking/bulk/outcome';
import { knownLock } from '../../locking/bulk/record-row';
import { inParts } from '../reading/read-selection';
import type { CrmOutcome, Settled } from './settle-row';

export interface ConfirmPorts {
  readonly send: Send;
  readonly module: string;
  readonly outcome: (id: string) => CrmOutcome | undefined;
  /** What the list tells of these records now. */
  readonly onListed: (ids: readonly string[], records: ReadonlyMap<string, ListedRecord>) => void;
  readonly onChanged: (id: string, settled: Settled) => void;
}

/**
 * Reads the records once more, 100 for each call, and reads by itself every lock of which the list contradicts the run. False where
 * something could not be read.
 */
export async function confirmRows(ids: readonly string[], ports: ConfirmPorts): Promise<boolean> {
  const { send, module, outcome, onListed, onChanged } = ports;
  const confirmed = await Promise.all(
    inParts(ids, MOST_IDS).map(async (part) => {
      const answer = await readRecords(send, module, part);
      if (!answer.ok) return false;
      onListed(part, answer.value);
      const contradicted = part.filter((id) => {
        const was = outcome(id);
        const locked = answer.value.get(id)?.locked ?? null;
        return was && locked !== null && locked !== expectsLocked(was);
      });
      const read = await Promise.all(contradicted.map(confirmOne));
      return read.every(Boolean);
    }),
  );
  return confirmed.every(Boolean);

  async function confirmOne(id: string): Promise<boolean> {
    const found = await readLock(send, { module, id });
    const was = outcome(id);
    if (!found.ok || !was) return false;
    onChanged(id, {
      outcome: outcomeConfirmed(was, found.value),
      state: () => knownLock(found.value),
    });
    return true;
  }
}
