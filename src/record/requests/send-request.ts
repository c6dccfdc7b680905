import { type CrmError, fail, ok, type Result } from '../../crm/errors';
import type { RecordRef } from '../../crm/paths';
import { readOwner } from '../../crm/read-owner';
import { createTasks, readTasks } from '../../crm/tasks';
import type { Send } from '../../crm/transport';
import type { Lock } from '../../locking/lock/lock';
import { addressees } from '../../locking/requests/addressees';
import { requestText } from '../../locking/requests/request-text';
import { aboutLock, isOpen, requestsAmong, type UnlockRequest } from '../../locking/requests/requests';
import { subjectOf } from '../../locking/requests/task';
import type { ViewContext } from '../view/view-context';

export interface RequestToSend {
  readonly record: RecordRef;
  readonly lock: Lock;
  readonly message: string;
  readonly key: string;
  /** Ids of those whom an administrator named for the locks of rules. */
  readonly named: readonly string[];
  readonly me: string | null;
  /** Today, where the person is. */
  readonly today: string;
  readonly link: string | null;
}

/** What came of asking. */
export type Sent =
  /** `requests`: as they were read, where they had to be. */
  | { readonly kind: 'asked'; readonly taskIds: readonly string[]; readonly refused: readonly CrmError[] }
  | { readonly kind: 'alreadyAsked'; readonly requests: readonly UnlockRequest[] }
  | { readonly kind: 'nobodyToAsk' }
  /** `error.certain`: nobody was asked. */
  | { readonly kind: 'failed'; readonly error: CrmError };

/**
 * Asks for an unlock: a task for each person. The record's tasks are read right before, so that nobody asks twice, and again after a
 * lost reply. Cost: 1 read and 1 write; 1 more read where only the record tells whom to ask.
 */
export async function sendRequest(send: Send, request: RequestToSend, ui: ViewContext): Promise<Sent> {
  const { record, lock, key, me } = request;
  const mine = async () => {
    const tasks = await readTasks(send, record);
    if (!tasks.ok) return tasks;
    const requests = requestsAmong(tasks.value.rows, record.id);
    const open = aboutLock(requests, lock.id).find(
      (one) => isOpen(one) && (one.key === key || (me !== null && one.by?.id === me)),
    );
    return { ok: true as const, value: { requests, open } };
  };

  const before = await mine();
  if (!before.ok) return { kind: 'failed', error: { ...before.error, certain: true } };
  if (before.value.open) return { kind: 'alreadyAsked', requests: before.value.requests };

  const { ids, owner } = addressees(lock, request.named, me);
  const asked = owner ? await ownerOf(send, record, me) : ok(ids);
  if (!asked.ok) return { kind: 'failed', error: { ...asked.error, certain: true } };
  if (asked.value.length === 0) return { kind: 'nobodyToAsk' };

  const written = await createTasks(send, record, tasksFor(asked.value, request, ui));
  if (written.ok) {
    const taskIds = written.value.flatMap((one) => (one.ok && one.value !== null ? [one.value] : []));
    const refused = written.value.flatMap((one) => (one.ok ? [] : [one.error]));
    return refused.length === written.value.length
      ? { kind: 'failed', error: refused[0] ?? fail('unexpected').error }
      : { kind: 'asked', taskIds, refused };
  }
  if (written.error.certain) return { kind: 'failed', error: written.error };
  const after = await mine();
  const found = after.ok && after.value.open;
  return found
    ? { kind: 'asked', taskIds: found.tasks.map(({ id }) => id), refused: [] }
    : { kind: 'failed', error: written.error };
}

async function ownerOf(send: Send, record: RecordRef, me: string | null): Promise<Result<readonly string[]>> {
  const owner = await readOwner(send, record);
  if (!owner.ok) return owner;
  return ok(owner.value && owner.value.id !== me ? [owner.value.id] : []);
}

const tasksFor = (owners: readonly string[], request: RequestToSend, { t, userName }: ViewContext) =>
  owners.map((owner) => ({
    subject: subjectOf(t('record.requests.subject')),
    description: requestText({
      message: request.message,
      who: userName ? t('record.requests.askedBy', { name: userName }) : t('record.requests.asked'),
      link: request.link,
      lockId: request.lock.id,
      key: request.key,
    }),
    owner,
    due: request.today,
    notify: true,
  }));
