import type { CrmErrorKind } from '../../src/crm/errors';
import type { PageShown, RecordsState, Row } from '../../src/records/start/records-state';
import type { Sandbox } from '../sandbox/api/sandbox';

/** Kinds that blame the organisation or the module: never true of the sandbox's deals. */
const BLAMES_OTHERS: ReadonlySet<CrmErrorKind> = new Set([
  'edition',
  'notSupported',
  'notConfigured',
  'automaticOnly',
]);

/** Everything that the page says and that is not so, in words, while nothing is under way. */
export function wrongOfRecords(state: RecordsState, { org }: Sandbox, forbidden: boolean): string[] {
  if (state.kind !== 'page') return [`says ${state.kind}`];
  const { list, module, run, details } = state;
  const wrong: string[] = [];
  if (list.kind === 'reading') wrong.push('waits for ever');
  if ((list.kind === 'failed' || list.kind === 'listed') && list.busy) wrong.push('waits for ever');
  if (run && run.phase !== 'ended') wrong.push(`the run is ${run.phase} for ever`);
  if (details.left) wrong.push(`reads ${details.left} for ever`);
  for (const kind of errorsOf(state))
    if (BLAMES_OTHERS.has(kind) || (kind === 'noPermission' && !forbidden))
      wrong.push(`blames somebody: ${kind}`);
  if (list.kind === 'listed' && module)
    for (const row of list.rows) wrong.push(...wrongOfRow(row, org, module));
  return wrong;
}

const errorsOf = ({ list, details, modules, forbidden, run }: PageShown): CrmErrorKind[] =>
  [
    list.kind === 'failed' || list.kind === 'listed' ? list.error : null,
    modules.kind === 'failed' ? modules.error : null,
    details.error,
    forbidden.lock,
    forbidden.unlock,
    run?.halted,
  ].flatMap((error) => error?.kind ?? []);

function wrongOfRow({ id, state, result }: Row, org: Sandbox['org'], module: string): string[] {
  const lock = org.lockOf(module, id);
  const reason = lock?.reason ?? null;
  if (result?.kind === 'sending' || result?.kind === 'settling' || result?.kind === 'waiting')
    return [`${id} is ${result.kind} for ever`];
  // What is open is said to be open.
  if (result?.kind === 'unknown') return [];
  const wrong: string[] = [];
  if (state.kind === 'gone') wrong.push(`${id} is called gone`);
  if (state.kind === 'unlocked' && lock) wrong.push(`${id} is called unlocked`);
  if (state.kind === 'locked' && !lock) wrong.push(`${id} is called locked`);
  if (state.kind === 'detailed' && (state.lock.id !== lock?.id || state.lock.reason !== reason))
    wrong.push(`${id} has “${state.lock.reason}”, but it is “${lock ? reason : 'unlocked'}”`);
  if (result?.kind === 'locked' && !lock) wrong.push(`${id} says locked`);
  if (result?.kind === 'unlocked' && lock) wrong.push(`${id} says unlocked`);
  if (result?.kind === 'edited' && reason !== result.reason) wrong.push(`${id} says edited`);
  return wrong;
}
