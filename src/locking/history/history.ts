import type { Named } from '../../base/named';
import type { UnlockRequest } from '../requests/requests';
import type { TrailNote } from '../trail/note';
import type { LockEvent } from './timeline';

/** What happened to a record's lock. `touched`: the timeline says that a rule did something, not what. */
type HistoryKind =
  | 'locked'
  | 'unlocked'
  | 'touched'
  | 'reason'
  | 'asked'
  | 'declined'
  | 'withdrawn'
  | 'completed'
  | 'answer';

export interface HistoryEntry {
  readonly key: string;
  readonly kind: HistoryKind;
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly by: Named | null;
  /** Name of the rule that did it; null: no rule, or it is not told which. */
  readonly rule: string | null;
  /** Done by a rule, named or not. */
  readonly byRule: boolean;
  readonly inBulk: boolean;
  /** What somebody wrote: the lines of a note, a message, an answer. */
  readonly text: string;
}

/** Milliseconds within which a note and an entry of the timeline tell of the same action. */
const SAME_WITHIN = 120_000;

/** All that the sources tell, newest first; what two of them tell is one entry. */
export function historyOf(
  events: readonly LockEvent[],
  notes: readonly TrailNote[],
  requests: readonly UnlockRequest[],
): readonly HistoryEntry[] {
  const told = notes.flatMap(noteEntry);
  const others = events.map(eventEntry).filter((event) => !told.some((note) => isSame(note, event)));
  return [...others, ...told, ...requests.flatMap(requestEntries)].toSorted((a, b) => timeOf(b) - timeOf(a));
}

export const timeOf = ({ at }: Pick<HistoryEntry, 'at'>): number => Date.parse(at) || 0;

const PLAIN = { by: null, rule: null, byRule: false, inBulk: false, text: '' } as const;

const eventEntry = ({ id, at, locked, by, rule, inBulk }: LockEvent): HistoryEntry => ({
  key: `event ${id}`,
  kind: locked === null ? 'touched' : locked ? 'locked' : 'unlocked',
  at,
  by,
  rule,
  byRule: by === null,
  inBulk,
  text: '',
});

const noteEntry = ({ kind, key, at, by, text }: TrailNote): readonly HistoryEntry[] =>
  at === null ? [] : [{ ...PLAIN, key: `note ${key} ${kind}`, kind, at, by, text }];

function isSame(note: HistoryEntry, event: HistoryEntry): boolean {
  if (note.kind !== event.kind || event.by === null || note.by?.id !== event.by.id) return false;
  return Math.abs(timeOf(note) - timeOf(event)) < SAME_WITHIN;
}

function requestEntries({ key, at, by, message, outcome }: UnlockRequest): readonly HistoryEntry[] {
  const asked: readonly HistoryEntry[] =
    at === null ? [] : [{ ...PLAIN, key: `asked ${key}`, kind: 'asked', at, by, text: message }];
  // That the record was unlocked the timeline or the trail tells.
  if (!outcome?.at || outcome.kind === 'unlocked') return asked;
  const ended = { ...PLAIN, key: `ended ${key}`, kind: outcome.kind, at: outcome.at, by: outcome.by };
  return [...asked, { ...ended, text: outcome.answer }];
}
