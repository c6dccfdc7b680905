import { type CrmError, fail, type Result } from '../../crm/errors';
import { completeTasks, readTasksById, type Verdict } from '../../crm/tasks';
import type { Send } from '../../crm/transport';
import { type OutcomeToWrite, requestIn, withOutcome } from '../../locking/requests/request-text';
import type { CrmTask } from '../../locking/requests/task';

/** What came of completing the tasks of requests. */
export type Answered =
  /** `left`: tasks that could not be completed, and why. */
  | { readonly kind: 'done'; readonly left: number; readonly error: CrmError | null }
  /** None of them is open any more. */
  | { readonly kind: 'gone' }
  /** Certainly nothing was changed, or it is not known. */
  | { readonly kind: 'failed'; readonly error: CrmError };

/**
 * Completes the tasks of requests with what became of them. They are read right before, so that nobody's answer is written over; after
 * a lost reply they are read again. Cost: 1 read and 1 write.
 */
export async function answerRequests(
  send: Send,
  taskIds: readonly string[],
  outcome: OutcomeToWrite,
): Promise<Answered> {
  const before = await readTasksById(send, taskIds);
  if (!before.ok) return { kind: 'failed', error: certainly(before.error) };
  const open = before.value.filter((task) => isUnanswered(task));
  if (open.length === 0 || before.value.some(isAnswered)) return { kind: 'gone' };
  const written = await completeTasks(
    send,
    open.map(({ id, description }) => ({ id, description: withOutcome(description, outcome) })),
  );
  if (written.ok) return judged(written.value);
  if (written.error.certain) return { kind: 'failed', error: written.error };
  const after = await readTasksById(send, taskIds);
  const done =
    after.ok &&
    after.value.some((task) => !task.isOpen && requestIn(task.description)?.outcome === outcome.kind);
  return done ? { kind: 'done', left: 0, error: null } : { kind: 'failed', error: written.error };
}

const isAnswered = ({ isOpen, description }: CrmTask): boolean =>
  !isOpen && (requestIn(description)?.outcome ?? null) !== null;
const isUnanswered = ({ isOpen }: CrmTask): boolean => isOpen;

/** A read that failed came before anything was changed. */
const certainly = (error: CrmError): CrmError => ({ ...error, certain: true });

function judged(verdicts: readonly Verdict[]): Answered {
  const refused = verdicts.flatMap((one: Result<string | null>) => (one.ok ? [] : [one.error]));
  if (refused.length === verdicts.length)
    return { kind: 'failed', error: refused[0] ?? fail('unexpected').error };
  return { kind: 'done', left: refused.length, error: refused[0] ?? null };
}
