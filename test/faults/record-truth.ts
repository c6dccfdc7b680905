import type { RecordRef } from '../../src/crm/paths';
import type { NoticeKind, RecordShown, RecordState } from '../../src/record/start/record-state';
import type { Sandbox } from '../sandbox/api/sandbox';

/** Under these the page says itself that what it shows may not be so. */
const DOUBTED: readonly (NoticeKind | undefined)[] = ['outcomeUnknown', 'unconfirmed', 'notRefreshed'];
const SAYS_DONE = /^(locked|unlocked|reasonChanged)(AfterAll)?$/;
/** Nobody else is at work in the matrix. */
const BLAMES_OTHERS: readonly (NoticeKind | undefined)[] = [
  'lockedByOther',
  'removedByOther',
  'changedByOther',
];
/** Kinds of failure that would say something about the organisation which no fault can have told. */
const FINAL = ['notSupported', 'edition', 'notConfigured', 'notFound'];

/**
 * What the record page says against what the CRM holds, once nothing is under way. `done`: whether the write that was asked
 * for has had its effect; null when none was. `forbidden`: the CRM has refused this user.
 */
export function whatIsWrong(
  state: RecordState,
  { org }: Sandbox,
  record: RecordRef | null,
  done: (() => boolean) | null,
  forbidden: boolean,
): string[] {
  if (!record) return ['no record is open'];
  if (state.kind === 'failed') {
    const { kind } = state.error;
    return [
      ...(state.busy ? ['waits for ever'] : []),
      ...(FINAL.includes(kind) || (kind === 'noPermission' && !forbidden)
        ? [`blames the organisation: ${kind}`]
        : []),
    ];
  }
  if (state.kind !== 'record') return [`says ${state.kind}`];
  return [...aboutLock(state, org, record), ...(done ? aboutWrite(state, done()) : [])];
}

function aboutLock(state: RecordShown, org: Sandbox['org'], record: RecordRef): string[] {
  const { lock, access, explanation, notice, busy, slow, asking } = state;
  const truth = org.lockOf(record.module, record.id);
  const wrong: string[] = [];
  if (busy || slow || asking) wrong.push('waits for ever');
  if (BLAMES_OTHERS.includes(notice?.kind)) wrong.push(`says ${notice?.kind}`);
  if (DOUBTED.includes(notice?.kind)) return wrong;
  if (lock?.id !== truth?.id || (lock?.reason ?? null) !== (truth?.reason ?? null))
    wrong.push(`shows ${lock ? `“${lock.reason}”` : 'no lock'}, but it is “${truth?.reason}”`);
  if (access && access.locked !== (truth !== undefined)) wrong.push('says the wrong of what may be done');
  const rules = org.configurationOf(record.module)?.locking_rules ?? [];
  const rule = rules.find(({ id }) => id === lock?.ruleId);
  if (explanation && explanation.ruleName !== (rule?.name ?? null)) wrong.push('names the wrong rule');
  return wrong;
}

function aboutWrite({ notice }: RecordShown, done: boolean): string[] {
  const kind = notice?.kind ?? '';
  if (SAYS_DONE.test(kind) && !done) return [`says ${kind}, but it is not`];
  if ((kind === 'nothingHappened' || kind === 'contradicted' || kind === 'failed') && done)
    return [`says ${kind}, but it is done`];
  return [];
}
