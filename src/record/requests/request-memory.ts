import type { RecordRef } from '../../crm/paths';
import { type BrowserMemory, ofPerson } from '../../ui/browser-memory';

/** What this browser keeps of one person's request about one record. */
export interface KeptRequest {
  /** The lock it is about; of another one nothing is kept. */
  readonly lockId: string;
  /** The message as it was typed, until it is sent. */
  readonly draft: string;
  /** Stays the same however often the message is sent. */
  readonly key: string;
  /** Its tasks, because completed ones may not be listed with the record any more. */
  readonly taskIds: readonly string[];
}

const nameOf = (memory: BrowserMemory, { module, id }: RecordRef) => ofPerson(memory, `ask.${module}.${id}`);

export function keptRequest(memory: BrowserMemory, record: RecordRef, lockId: string): KeptRequest | null {
  const kept = memory.get(nameOf(memory, record));
  return isKept(kept) && kept.lockId === lockId ? kept : null;
}

export const keepRequest = (memory: BrowserMemory, record: RecordRef, kept: KeptRequest | null): void =>
  memory.set(nameOf(memory, record), kept);

function isKept(value: unknown): value is KeptRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { lockId, draft, key, taskIds } = value as { [K in keyof KeptRequest]?: unknown };
  return (
    typeof lockId === 'string' &&
    typeof draft === 'string' &&
    typeof key === 'string' &&
    /^[a-z0-9]{1,20}$/.test(key) &&
    Array.isArray(taskIds) &&
    taskIds.every((id) => typeof id === 'string' && /^\w{1,200}$/.test(id))
  );
}
