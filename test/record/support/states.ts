import type { CrmError, CrmErrorKind } from '../../../src/crm/errors';
import { fail } from '../../../src/crm/errors';
import type { LockExplanation } from '../../../src/locking/lock/explanation';
import type { Lock } from '../../../src/locking/lock/lock';
import {
  IDLE,
  type NoticeKind,
  type RecordShown,
  type RecordState,
} from '../../../src/record/start/record-state';

/** Values of people and of the CRM carry this mark, so that a test can tell them from texts of our own. */
export const DATA = '§';
export const NOW = Date.parse('2023-10-23T20:46:17+05:30');

export const manual: Lock = {
  id: '5843104000001072001',
  source: 'manual',
  reason: `${DATA} Prices are being checked.`,
  lockedBy: { id: '5843104000000424672', name: `${DATA} Patricia Boyle` },
  lockedAt: '2023-10-23T17:46:17+05:30',
  ruleId: null,
  configurationId: '5843104000001068044',
};
export const automatic: Lock = {
  ...manual,
  source: 'automatic',
  reason: null,
  lockedBy: null,
  ruleId: '5843104000001068052',
};
const both: Lock = { ...manual, source: 'both', ruleId: automatic.ruleId };

const explanation: LockExplanation = {
  ruleName: `${DATA} Closed Won`,
  criteria: { comparator: 'equal', field: { api_name: `${DATA}Stage` }, value: `${DATA}Closed Won` },
  blocked: ['update', 'delete', 'change_owner', 'tags', 'convert', 'send_mail', `${DATA}archive`],
  blockedButtons: [`${DATA} Send contract`],
  editableFields: [`${DATA}Next_Step`],
  labels: {},
};

export const shown = (change: Partial<RecordShown> = {}): RecordShown => ({
  kind: 'record',
  module: 'Deals',
  lock: null,
  checkedAt: NOW,
  access: null,
  explanation: null,
  asking: false,
  task: IDLE,
  notice: null,
  busy: null,
  slow: false,
  unfolded: false,
  ...change,
});

/** Locked by a rule, with another explanation than the usual one. */
export const explained = (change: Partial<typeof explanation>, lock = automatic): RecordShown =>
  shown({ lock, explanation: { ...explanation, ...change } });

const error = (kind: CrmErrorKind): CrmError => fail(kind, { message: `${DATA} Zoho’s own words` }).error;
const forMe = { locked: true, lockedForMe: true, editable: false };
const form = { draft: `${DATA} My reason`, checked: true };

const ERRORS: readonly CrmErrorKind[] = [
  ...(['offline', 'timeout', 'connection', 'rateLimited', 'unauthorised', 'noPermission'] as const),
  ...(['notSupported', 'edition', 'notFound', 'refused', 'invalid', 'server', 'unexpected'] as const),
];
const NOTICES: readonly NoticeKind[] = [
  ...(['locked', 'unlocked', 'reasonChanged', 'lockedAfterAll', 'unlockedAfterAll'] as const),
  ...(['reasonChangedAfterAll', 'lockedByOther', 'removedByOther', 'changedByOther'] as const),
  ...(['nothingHappened', 'outcomeUnknown', 'unconfirmed', 'contradicted', 'ruleRemains'] as const),
  ...(['notRefreshed', 'failed'] as const),
];

/** States in which nothing is known of a lock. */
export const unknownStates: Readonly<Record<string, RecordState>> = {
  connecting: { kind: 'connecting', slow: false },
  'connecting slowly': { kind: 'connecting', slow: true },
  'outside Zoho': { kind: 'hostProblem', problem: 'outside' },
  'script blocked': { kind: 'hostProblem', problem: 'sdkBlocked' },
  'silent host': { kind: 'hostProblem', problem: 'hostSilent' },
  'no ZRC': { kind: 'hostProblem', problem: 'noZrc' },
  'no record': { kind: 'noRecord' },
  'several records': { kind: 'severalRecords', count: 3 },
  'not configured': { kind: 'notConfigured', module: 'Deals', mayConfigure: null },
  'not configured, administrator': { kind: 'notConfigured', module: 'Deals', mayConfigure: true },
  'not configured, others': { kind: 'notConfigured', module: 'Deals', mayConfigure: false },
  ...Object.fromEntries(
    ERRORS.map((kind) => [`failed: ${kind}`, { kind: 'failed', error: error(kind), busy: false } as const]),
  ),
  'outcome unknown': shown({ lock: manual, notice: { kind: 'outcomeUnknown', error: error('timeout') } }),
  'outcome unknown, form open': shown({
    task: { kind: 'locking', ...form },
    notice: { kind: 'outcomeUnknown', error: error('timeout') },
  }),
  unconfirmed: shown({ notice: { kind: 'unconfirmed', error: error('server') } }),
};

/** Every state that the widget can show. */
export const everyState: Readonly<Record<string, RecordState>> = {
  ...unknownStates,
  unlocked: shown(),
  'unlocked, slowly refreshed': shown({ busy: 'reading', slow: true }),
  'locked by hand': shown({ lock: manual, access: forMe }),
  'locked by hand, still asking': shown({ lock: manual, asking: true }),
  'locked without a reason': shown({ lock: { ...manual, reason: null } }),
  'locked by nobody named': shown({ lock: { ...manual, lockedBy: { id: '1', name: '' } } }),
  'locked, when is unknown': shown({ lock: { ...manual, lockedAt: null } }),
  'locked for others': shown({ lock: manual, access: { ...forMe, lockedForMe: false, editable: true } }),
  'locked for others, read only': shown({ lock: manual, access: { ...forMe, lockedForMe: false } }),
  'locked by a rule': shown({ lock: automatic, access: forMe }),
  'locked by a rule, explained': shown({ lock: automatic, access: forMe, explanation }),
  'locked by a rule that is gone': shown({
    lock: automatic,
    explanation: { ...explanation, ruleName: null, criteria: null },
  }),
  'locked by a rule for others': shown({
    lock: automatic,
    access: { ...forMe, lockedForMe: false, editable: true },
    explanation,
  }),
  'locked by a rule, nothing editable': shown({
    lock: automatic,
    explanation: { ...explanation, editableFields: [] },
  }),
  'locked by both': shown({ lock: both, access: forMe, explanation }),
  'locked in a way not known yet': shown({ lock: { ...manual, source: 'unknown' } }),
  locking: shown({ task: { kind: 'locking', draft: '', checked: false } }),
  'locking without a reason': shown({ task: { kind: 'locking', draft: ' ', checked: true } }),
  'locking, near the limit': shown({ task: { kind: 'locking', draft: DATA.repeat(2900), checked: false } }),
  'locking, over the limit': shown({ task: { kind: 'locking', draft: DATA.repeat(3005), checked: true } }),
  'locking, sent': shown({ task: { kind: 'locking', ...form }, busy: 'writing' }),
  editing: shown({ lock: manual, task: { kind: 'editing', ...form, base: manual.reason } }),
  unlocking: shown({ lock: manual, task: { kind: 'unlocking' } }),
  'unlocking for nobody named': shown({ lock: { ...manual, lockedBy: null }, task: { kind: 'unlocking' } }),
  'unlocking beside a rule': shown({ lock: both, task: { kind: 'unlocking' } }),
  'choosing, changed': shown({ lock: manual, task: { kind: 'choosing', mine: `${DATA} Mine` } }),
  'choosing, removed': shown({ task: { kind: 'choosing', mine: `${DATA} Mine` } }),
  ...Object.fromEntries(
    NOTICES.map((kind) => [
      `notice: ${kind}`,
      shown({ lock: manual, notice: { kind, error: error('invalid') } }),
    ]),
  ),
  'notice: unlocked, with undo': shown({ notice: { kind: 'unlocked', undo: `${DATA} Again` } }),
};
