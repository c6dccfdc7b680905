import type { RecordRef } from '../../crm/paths';
import { RECENT_REASONS, recentReasonsIn, rememberReason, sameReason } from '../../locking/lock/reason';
import { type BrowserMemory, ofPerson } from '../../ui/browser-memory';

/** A text somebody was typing, with what is needed to offer it again after a reload. */
export interface Draft {
  readonly text: string;
  /** The lock whose reason was being edited; null when the record was being locked. */
  readonly lockId: string | null;
  /** `reasonMark` of the reason that the text started from, which is not kept itself: nobody typed it here. */
  readonly base: string | null;
  /** False once the form was cancelled: the text is kept, but the form does not open by itself. */
  readonly open: boolean;
}

const DRAFT_LIFE = 7 * 86_400_000;

/** A record may have one of each: whoever edits a reason does not lose the text they wanted to lock with. */
export type DraftKind = 'locking' | 'editing';

const draftName = (memory: BrowserMemory, { module, id }: RecordRef, kind: DraftKind) =>
  ofPerson(memory, kind === 'locking' ? `draft.${module}.${id}` : `draft.edit.${module}.${id}`);

/** The unsent text of this record, if it is not older than a week. `now` in milliseconds. */
export function draftOf(
  memory: BrowserMemory,
  record: RecordRef,
  kind: DraftKind,
  now: number,
): Draft | null {
  const kept = memory.get(draftName(memory, record, kind));
  return isFresh(kept, now) ? kept : null;
}

/** Takes away the texts that nobody came back to for a week, whoever typed them and for whatever record. */
export function forgetOldDrafts(memory: BrowserMemory, now: number): void {
  for (const name of memory.names())
    if (name.startsWith('draft.') && !isFresh(memory.get(name), now)) memory.set(name, null);
}

export const keepDraft = (
  memory: BrowserMemory,
  record: RecordRef,
  kind: DraftKind,
  draft: Draft | null,
  now: number,
): void => memory.set(draftName(memory, record, kind), draft && { ...draft, at: now });

/** Lets go of a text of this record, whatever it was meant for. */
export function forgetDrafts(memory: BrowserMemory, record: RecordRef, text: string): void {
  for (const kind of ['locking', 'editing'] as const) {
    const name = draftName(memory, record, kind);
    const kept = memory.get(name);
    if (isDraft(kept) && sameReason(kept.text, text)) memory.set(name, null);
  }
}

/** Reasons that were sent from this browser, latest first. */
export const recentReasons = (memory: BrowserMemory): string[] =>
  recentReasonsIn(memory.get(ofPerson(memory, RECENT_REASONS)));

export const addReason = (memory: BrowserMemory, reason: string): void =>
  memory.set(ofPerson(memory, RECENT_REASONS), rememberReason(recentReasons(memory), reason));

/** A time ahead of the clock is no time to wait for. */
const isFresh = (kept: unknown, now: number): kept is Draft =>
  isDraft(kept) && Math.abs(now - kept.at) < DRAFT_LIFE;

function isDraft(value: unknown): value is Draft & { at: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { text, lockId, base, open, at } = value as { [K in keyof Draft | 'at']?: unknown };
  return (
    typeof text === 'string' &&
    (lockId === null || typeof lockId === 'string') &&
    (base === null || typeof base === 'string') &&
    typeof open === 'boolean' &&
    typeof at === 'number'
  );
}
