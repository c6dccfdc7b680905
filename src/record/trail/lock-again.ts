import type { RecordRef } from '../../crm/paths';
import { type BrowserMemory, ofPerson } from '../../ui/browser-memory';

/** Milliseconds for which the reason of a lock that was removed here is offered again. */
export const AGAIN_LIFE = 7 * 86_400_000;

/** A lock that this person removed in this browser. */
export interface Removed {
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const nameOf = (memory: BrowserMemory, { module, id }: RecordRef) =>
  ofPerson(memory, `again.${module}.${id}`);

export const keepRemoved = (memory: BrowserMemory, record: RecordRef, removed: Removed | null): void =>
  memory.set(nameOf(memory, record), removed);

/** The reason to lock again with, for a week; null when there is none. */
export function removedHere(memory: BrowserMemory, record: RecordRef, now: number): Removed | null {
  const kept = memory.get(nameOf(memory, record));
  if (typeof kept !== 'object' || !kept || !('reason' in kept) || !('at' in kept)) return null;
  const { reason, at } = kept;
  return typeof reason === 'string' && typeof at === 'number' && Math.abs(now - at) < AGAIN_LIFE
    ? { reason, at }
    : null;
}

/** Takes away what nobody came back to for a week. */
export function forgetRemoved(memory: BrowserMemory, now: number): void {
  for (const name of memory.names()) {
    const kept = name.startsWith('again.') ? memory.get(name) : null;
    const at = typeof kept === 'object' && kept && 'at' in kept ? kept.at : null;
    if (kept !== null && !(typeof at === 'number' && Math.abs(now - at) < AGAIN_LIFE)) memory.set(name, null);
  }
}
