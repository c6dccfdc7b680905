import { addNote } from '../../crm/notes';
import { readTasks, readTasksById } from '../../crm/tasks';
import type { Lock } from '../../locking/lock/lock';
import { cleanMessage, messageProblem } from '../../locking/requests/message';
import type { OutcomeToWrite, WrittenOutcome } from '../../locking/requests/request-text';
import {
  aboutLock,
  isOpen,
  openTasks,
  requestsAmong,
  type UnlockRequest,
} from '../../locking/requests/requests';
import type { CrmTask } from '../../locking/requests/task';
import { type NoteToWrite, noteContent, noteTitle } from '../../locking/trail/note';
import { dayOf, type OptionalPorts } from '../optional/ports';
import type { ViewContext } from '../view/view-context';
import { answerRequests } from './answer-requests';
import { keepRequest, keptRequest } from './request-memory';
import { NOTHING, type RequestNotice, type RequestsState } from './requests-state';
import { sendRequest } from './send-request';

export type Requests = ReturnType<typeof createRequests>;

/** Asking for an unlock, and answering those who ask: what is known of it for the lock that is shown, and what may be done. */
export function createRequests(ports: OptionalPorts) {
  const { store, send, now, memory, published, commands, me, newKey, linkTo } = ports;
  let state: RequestsState = NOTHING;
  /** What was known of the lock before. */
  let before: RequestsState = NOTHING;
  let reading = 0;

  function set(change: Partial<RequestsState>): void {
    state = { ...state, ...change };
    // Paints the page.
    store.update({});
  }

  const switches = () => {
    const record = store.record();
    return record ? published.kept(record.module)?.switches : undefined;
  };

  /** The lock that is shown, if what is known here is about it. */
  const current = (): Lock | null => {
    const lock = store.shown()?.lock ?? null;
    return lock && lock.id === state.lockId ? lock : null;
  };

  /** Reads the requests about the lock that is shown: 1 call, and 1 more for the person who asked where theirs is not listed. */
  async function read(): Promise<void> {
    const record = store.record();
    const lock = store.shown()?.lock;
    if (!record || !lock || !switches()?.requests) return;
    const mine = ++reading;
    const tasks = await readTasks(send, record);
    const listed = tasks.ok ? tasks.value.rows : [];
    const missing = (keptRequest(memory, record, lock.id)?.taskIds ?? []).filter(
      (id) => !listed.some((task) => task.id === id),
    );
    const own = missing.length > 0 ? await readTasksById(send, missing) : null;
    if (mine !== reading || current()?.id !== lock.id) return;
    const all: readonly CrmTask[] = [...listed, ...(own?.ok ? own.value : [])];
    const failed = !tasks.ok ? tasks.error : null;
    set({
      requests: failed && !own?.ok ? state.requests : aboutLock(requestsAmong(all, record.id), lock.id),
      notice: failed
        ? { kind: 'notRead', error: failed }
        : state.notice?.kind === 'notRead'
          ? null
          : state.notice,
    });
  }

  /** Something about the lock was read: another lock starts anew. */
  async function lockRead(again: boolean): Promise<void> {
    const record = store.record();
    const lock = store.shown()?.lock ?? null;
    const isNew = (lock?.id ?? null) !== state.lockId;
    if (isNew) {
      const kept = record && lock && keptRequest(memory, record, lock.id);
      before = state;
      state = {
        ...NOTHING,
        lockId: lock?.id ?? null,
        // What came of completing the requests of the lock that is gone.
        notice: state.notice?.kind === 'stillOpen' && !lock ? state.notice : null,
        asking: kept?.draft ? { text: kept.draft, checked: false } : null,
      };
    }
    if (!record || !lock || !(isNew || again)) return;
    // Whether requests are allowed may be on its way.
    await published.settled(record.module);
    if (current()?.id === lock.id) await read();
  }

  function keepDraft(draft: string, taskIds?: readonly string[]): string {
    const record = store.record();
    const lock = current();
    if (!record || !lock) return '';
    const kept = keptRequest(memory, record, lock.id);
    const key = kept?.key ?? newKey();
    keepRequest(memory, record, { lockId: lock.id, draft, key, taskIds: taskIds ?? kept?.taskIds ?? [] });
    return key;
  }

  async function sendMessage(ui: ViewContext): Promise<void> {
    const record = store.record();
    const lock = current();
    const { asking } = state;
    if (!record || !lock || !asking || state.busy) return;
    if (messageProblem(asking.text)) return set({ asking: { ...asking, checked: true } });
    const key = keepDraft(asking.text);
    set({ busy: 'asking', notice: null });
    const message = cleanMessage(asking.text);
    const today = dayOf(now(), ui.timeZone);
    const named = switches()?.requestsTo ?? [];
    const link = linkTo(record);
    const sent = await sendRequest(send, { record, lock, message, key, named, me: me(), today, link }, ui);
    if (current()?.id !== lock.id) return;
    switch (sent.kind) {
      case 'asked': {
        // The next request is another one.
        keepRequest(memory, record, { lockId: lock.id, draft: '', key: newKey(), taskIds: sent.taskIds });
        set({ busy: null, asking: null, notice: noticeOfSent(sent.refused.length, sent.refused[0]) });
        return read();
      }
      case 'alreadyAsked':
        return set({
          busy: null,
          asking: null,
          requests: aboutLock(sent.requests, lock.id),
          notice: { kind: 'alreadyAsked' },
        });
      case 'nobodyToAsk':
        return set({ busy: null, notice: { kind: 'nobodyToAsk' } });
      case 'failed':
        return set({
          busy: null,
          notice: { kind: sent.error.certain ? 'notSent' : 'unknown', error: sent.error },
        });
    }
  }

  /** Completes a request, and tells what came of it; false when it was not done. */
  async function complete(
    request: UnlockRequest,
    outcome: OutcomeToWrite,
    failed: RequestNotice['kind'],
  ): Promise<boolean> {
    const lock = current();
    const ids = openTasks(request).map(({ id }) => id);
    const answered = await answerRequests(send, ids, outcome);
    if (current()?.id !== lock?.id) return false;
    if (answered.kind === 'gone') {
      set({ busy: null, answering: null, notice: { kind: 'answeredByOther' } });
      await read();
      return false;
    }
    if (answered.kind === 'failed') {
      set({ busy: null, notice: { kind: failed, error: answered.error } });
      return false;
    }
    close(request, outcome);
    return true;
  }

  /** What is known now of a request that was completed here, without reading it again. */
  function close(request: UnlockRequest, { kind, answer = '' }: OutcomeToWrite): void {
    const id = me();
    const by = id === null ? null : { id, name: ports.ui()?.userName ?? '' };
    const outcome = { kind, by, at: new Date(now()).toISOString(), answer };
    set({
      busy: null,
      answering: null,
      requests: (state.requests ?? []).map((one) => (one.key === request.key ? { ...one, outcome } : one)),
    });
  }

  const outcomeOf = (kind: WrittenOutcome, { t, userName }: ViewContext, answer = ''): OutcomeToWrite => ({
    kind,
    who: t(`record.requests.wrote.${kind}`, { name: userName ?? '' }),
    ...(answer && { answer }),
  });

  async function withdraw(request: UnlockRequest, ui: ViewContext): Promise<void> {
    if (state.busy) return;
    set({ busy: 'withdrawing', notice: null });
    if (await complete(request, outcomeOf('withdrawn', ui), 'notWithdrawn')) {
      const record = store.record();
      if (record) keepRequest(memory, record, null);
      set({ notice: { kind: 'withdrawn' } });
    }
  }

  async function sendAnswer(ui: ViewContext): Promise<void> {
    const { answering } = state;
    const request = state.requests?.find(({ key }) => key === answering?.key);
    if (!answering || !request || state.busy) return;
    if (messageProblem(answering.text)) return set({ answering: { ...answering, checked: true } });
    set({ busy: 'answering', notice: null });
    const answer = cleanMessage(answering.text);
    if (await complete(request, outcomeOf('declined', ui, answer), 'notDeclined'))
      return set({ notice: { kind: 'declined' } });
    const { notice } = state;
    // A task that this person may not change: then the answer goes where everybody reads it.
    if (notice?.kind === 'notDeclined' && notice.error?.certain && notice.error.kind !== 'rateLimited')
      await noteAnswer(request, answer, ui);
  }

  async function noteAnswer(request: UnlockRequest, answer: string, ui: ViewContext): Promise<void> {
    const record = store.record();
    if (!record) return;
    set({ busy: 'answering' });
    const note: NoteToWrite = {
      kind: 'answer',
      lockId: request.lockId,
      key: request.key,
      title: ui.t('record.requests.note'),
      rows: [[ui.t('record.requests.answerTo', { name: request.by?.name ?? '' }), answer]],
    };
    const written = await addNote(send, record, { title: noteTitle(note), content: noteContent(note) });
    if (written.ok) set({ busy: null, answering: null, notice: { kind: 'noted' } });
    else set({ busy: null });
  }

  /** The record was unlocked from here: nothing is asked for any more. */
  async function completeAll(lockId: string): Promise<void> {
    const ui = ports.ui();
    const known = [state, before].find((one) => one.lockId === lockId);
    const open = (known?.requests ?? []).filter(isOpen);
    const ids = open.flatMap(openTasks).map(({ id }) => id);
    if (!ui || ids.length === 0) return;
    const answered = await answerRequests(send, ids, outcomeOf('unlocked', ui));
    const left = answered.kind === 'failed' ? ids.length : answered.kind === 'done' ? answered.left : 0;
    if (left > 0 && 'error' in answered && answered.error)
      set({ notice: { kind: 'stillOpen', count: left, error: answered.error } });
  }

  store.onLockRead(({ asked, refreshed }) => void lockRead(asked || refreshed !== null));
  void lockRead(true);

  return {
    state: () => state,
    completeAll,
    startAsking() {
      const record = store.record();
      const lock = current();
      const kept = record && lock && keptRequest(memory, record, lock.id);
      set({ asking: { text: kept?.draft ?? '', checked: false }, answering: null, notice: null });
    },
    typeMessage(text: string) {
      keepDraft(text);
      set({ asking: { text, checked: false } });
    },
    cancelAsking: () => state.busy || set({ asking: null, notice: null }),
    sendMessage: (ui: ViewContext) => void sendMessage(ui),
    withdraw: (request: UnlockRequest, ui: ViewContext) => void withdraw(request, ui),
    startAnswering: (key: string) => set({ answering: { key, text: '', checked: false }, notice: null }),
    typeAnswer: (text: string) =>
      state.answering && set({ answering: { ...state.answering, text, checked: false } }),
    cancelAnswering: () => state.busy || set({ answering: null, notice: null }),
    sendAnswer: (ui: ViewContext) => void sendAnswer(ui),
    /** The request is the question, so nothing is asked again, unless a reason is needed. */
    unlock: () => (switches()?.unlockReason ? commands.askToUnlock() : void commands.unlock()),
    readAgain: () => void read(),
  };
}

const noticeOfSent = (count: number, error: RequestNotice['error']): RequestNotice =>
  count > 0 && error ? { kind: 'someNotAsked', count, error } : { kind: 'sent' };
