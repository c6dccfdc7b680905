import { isObject } from '../../base/json';
import type { Outcome } from './outcome';

/**
 * What is kept of a run so that a page that was closed or reloaded in the middle can say what was done: ids, outcomes, the action
 * and one's own reason. Nothing that other people wrote.
 */
export interface Journal {
  readonly module: string;
  readonly action: 'lock' | 'unlock' | 'edit';
  /** One's own; null where the action has none, or where the run put other people's reasons back. */
  readonly reason: string | null;
  readonly undoing: boolean;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Record ids in the order in which they are taken. */
  readonly ids: readonly string[];
  /** The locks that are unlocked or changed, in the same order; empty where there is none. */
  readonly lockIds: readonly string[];
  readonly entries: ReadonlyMap<string, JournalEntry>;
  /** Every write was settled, or the person has ended the run. */
  readonly ended: boolean;
}

/** What is known of one record: its write was begun, or what became of it. */
export type JournalEntry = 'begun' | JournalledOutcome;

const KINDS = [
  'locked',
  'unlocked',
  'ruleRemains',
  'edited',
  'alreadyLocked',
  'alreadyUnlocked',
  'alreadySame',
  'changed',
  'changedSince',
  'refused',
  'limited',
  'undone',
  'unknown',
] as const;

export interface JournalledOutcome {
  readonly kind: (typeof KINDS)[number];
  /** Of a lock that this run made: Undo needs it. */
  readonly lockId?: string;
  /** What the CRM answered, in one word. */
  readonly error?: string;
}

/** What of an outcome is kept; a record that was not sent needs no entry. */
export function journalled(outcome: Outcome): JournalledOutcome | null {
  switch (outcome.kind) {
    case 'notSent':
      return null;
    case 'locked':
      return outcome.lock ? { kind: 'locked', lockId: outcome.lock.id } : { kind: 'locked' };
    case 'refused':
    case 'limited':
      return { kind: outcome.kind, error: outcome.error.kind };
    case 'unknown':
      return { kind: 'unknown', error: outcome.cause.kind };
    default:
      return { kind: outcome.kind };
  }
}

/** How many entries are kept together: each outcome writes one such block anew, not the whole journal. */
export const BLOCK = 50;

const VERSION = 1;

export const headOf = ({ entries, ...head }: Journal): unknown => ({ v: VERSION, ...head });

/** The block of entries that the record at `place` belongs to, in a form that can be stored. */
export function blockAt(
  journal: Journal,
  place: number,
): { readonly block: number; readonly entries: unknown } {
  const block = Math.floor(place / BLOCK);
  const ids = journal.ids.slice(block * BLOCK, (block + 1) * BLOCK);
  return { block, entries: ids.map((id) => journal.entries.get(id) ?? 0) };
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^\d{1,30}$/.test(value);
const isWord = (value: unknown): value is string => typeof value === 'string' && /^\w{1,200}$/.test(value);

/** Records that one run may have; more in storage are no journal of ours. */
const MOST = 100_000;
/** A run that was left for longer than this tells nothing about today. */
const LIFE = 86_400_000;

/** The journal in what storage gave back, which may be anything; null when it is none, or too old. */
export function parseJournal(head: unknown, block: (index: number) => unknown, now: number): Journal | null {
  if (!isObject(head) || head.v !== VERSION) return null;
  const { module, action, reason, undoing, startedAt, ids, lockIds, ended } = head;
  if (typeof module !== 'string' || !/^\w{1,100}$/.test(module)) return null;
  if (action !== 'lock' && action !== 'unlock' && action !== 'edit') return null;
  if (reason !== null && typeof reason !== 'string') return null;
  if (typeof startedAt !== 'number' || Math.abs(now - startedAt) > LIFE) return null;
  if (!Array.isArray(ids) || ids.length > MOST || !ids.every(isId)) return null;
  if (!Array.isArray(lockIds) || !lockIds.every((id) => id === '' || isWord(id))) return null;
  const entries = new Map<string, JournalEntry>();
  for (let index = 0; index * BLOCK < ids.length; index++) {
    const kept = block(index);
    if (!Array.isArray(kept)) continue;
    for (const [i, id] of ids.slice(index * BLOCK, (index + 1) * BLOCK).entries()) {
      const entry = entryOf(kept[i]);
      if (entry) entries.set(id, entry);
    }
  }
  return {
    module,
    action,
    reason,
    undoing: undoing === true,
    startedAt,
    ids,
    lockIds,
    entries,
    ended: ended === true,
  };
}

function entryOf(value: unknown): JournalEntry | null {
  if (value === 'begun') return value;
  if (!isObject(value)) return null;
  const kind = KINDS.find((one) => one === value.kind);
  if (!kind) return null;
  return {
    kind,
    ...(isWord(value.lockId) && { lockId: value.lockId }),
    ...(isWord(value.error) && { error: value.error }),
  };
}
