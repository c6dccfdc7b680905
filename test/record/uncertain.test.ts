import { describe, expect, it } from 'vitest';
import type { NoticeKind } from '../../src/record/start/record-state';
import { createCrm, DEALS, type Fault, lockCalls, lostAfter, lostBefore, refused } from './support/crm';
import { sitDown } from './support/harness';

type Desk = Awaited<ReturnType<typeof sitDown>>;
interface Write {
  readonly name: string;
  readonly deal: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly act: (desk: Desk) => Promise<unknown>;
  readonly afterAll: NoticeKind;
  readonly done: (reason: string | undefined) => boolean;
  /** What must still be there to be sent again. */
  readonly draft: string | null;
}

const WRITES: readonly Write[] = [
  {
    name: 'lock',
    deal: DEALS.openDeal,
    method: 'POST',
    act: (desk) => desk.lock('My reason'),
    afterAll: 'lockedAfterAll',
    done: (reason) => reason === 'My reason',
    draft: 'My reason',
  },
  {
    name: 'edit',
    deal: DEALS.manualDeal,
    method: 'PUT',
    act: (desk) => desk.edit('My reason'),
    afterAll: 'reasonChangedAfterAll',
    done: (reason) => reason === 'My reason',
    draft: 'My reason',
  },
  {
    name: 'unlock',
    deal: DEALS.manualDeal,
    method: 'DELETE',
    act: (desk) => desk.unlock(),
    afterAll: 'unlockedAfterAll',
    done: (reason) => reason === undefined,
    draft: null,
  },
];

const each = (faults: Readonly<Record<string, Fault>>) =>
  WRITES.flatMap((write) =>
    Object.entries(faults).map(([fault, act]) => [write.name, fault, write, act] as const),
  );

/** The confirming read of an edit is the second one: the first comes before the write. */
const failReading = ({ line }: Desk, method: Write['method'], fault: Fault) => {
  if (method === 'PUT') line.next('GET', (act) => act());
  line.next('GET', fault);
};

const draftOf = (desk: Desk) => {
  const { task } = desk.shown();
  return 'draft' in task ? task.draft : null;
};

describe('a write whose reply is lost', () => {
  it.each(each(lostAfter))(
    '%s, %s: it had happened, and is said to',
    async (_write, _fault, write, fault) => {
      const desk = await sitDown({ id: write.deal });
      desk.line.calls.length = 0;
      desk.line.next(write.method, fault);
      await write.act(desk);
      expect(write.done(desk.truth()?.reason ?? undefined)).toBe(true);
      expect(desk.shown()).toMatchObject({
        notice: { kind: write.afterAll },
        task: { kind: 'idle' },
        busy: null,
      });
      expect(desk.shown().lock?.reason).toBe(desk.truth()?.reason ?? undefined);
      const calls = lockCalls(desk.line.calls);
      expect(calls.at(-1)).toMatch(/^GET .*Locking_Information__s$/);
      expect(calls).toHaveLength(write.method === 'PUT' ? 3 : 2);
      expect(desk.changed).toEqual([write.deal]);
    },
  );

  it.each(each(lostBefore))(
    '%s, %s: it had not, and the text is there',
    async (_write, _fault, write, fault) => {
      const desk = await sitDown({ id: write.deal });
      const before = desk.truth();
      desk.line.next(write.method, fault);
      await write.act(desk);
      expect(desk.truth()).toEqual(before);
      expect(desk.shown()).toMatchObject({ notice: { kind: 'nothingHappened' }, busy: null });
      expect(draftOf(desk)).toBe(write.draft);
      await write.act(desk);
      expect(write.done(desk.truth()?.reason ?? undefined)).toBe(true);
    },
  );

  it.each(each({ ...lostAfter, 'never sent': lostBefore.connection }))(
    '%s, %s, and it cannot be read: nothing is claimed, and a refresh tells',
    async (_write, _fault, write, fault) => {
      const desk = await sitDown({ id: write.deal });
      desk.line.next(write.method, fault);
      failReading(desk, write.method, lostBefore.timeout);
      await write.act(desk);
      expect(desk.shown()).toMatchObject({
        notice: { kind: 'outcomeUnknown', error: { kind: 'timeout' } },
        busy: null,
      });
      expect(draftOf(desk)).toBe(write.draft);
      expect(desk.changed).toEqual([]);
      await desk.refresh();
      expect(desk.shown().lock?.reason).toBe(desk.truth()?.reason ?? undefined);
      expect(desk.shown().notice).toBeNull();
      // The text that is now the reason needs no choice between itself and itself.
      expect(desk.shown().task.kind).not.toBe('choosing');
    },
  );
});

describe('a doubt about a write', () => {
  async function inDoubt() {
    const desk = await sitDown();
    desk.line.next('POST', lostAfter.timeout);
    desk.line.next('GET', lostBefore.timeout);
    await desk.lock('My reason');
    const doubted = () => expect(desk.shown()).toMatchObject({ notice: { kind: 'outcomeUnknown' } });
    doubted();
    return { ...desk, doubted };
  }

  it('outlasts typing and cancelling, which tell nothing', async () => {
    const { commands, doubted } = await inDoubt();
    commands.type('My reason, in other words');
    doubted();
    commands.cancel();
    doubted();
  });

  it('outlasts a refresh that fails', async () => {
    const { line, refresh, doubted, shown, truth } = await inDoubt();
    line.next('GET', lostBefore.offline);
    await refresh();
    doubted();
    expect(shown().notice?.error?.kind).toBe('offline');
    await refresh();
    expect(shown()).toMatchObject({ lock: { reason: truth()?.reason }, notice: null });
  });

  it('outlasts another try that is refused for certain', async () => {
    const { line, commands, settled, doubted } = await inDoubt();
    line.next('POST', refused.rateLimited);
    await settled(() => commands.submit());
    doubted();
  });
});

describe('a write that Zoho confirms', () => {
  it.each(WRITES.filter(({ method }) => method !== 'PUT').map((write) => [write.name, write] as const))(
    '%s: but the lock cannot be read',
    async (_name, write) => {
      const desk = await sitDown({ id: write.deal });
      desk.line.next('GET', lostBefore['a 500']);
      await write.act(desk);
      expect(desk.shown()).toMatchObject({ notice: { kind: 'unconfirmed', error: { kind: 'server' } } });
      await desk.refresh();
      expect(write.done(desk.shown().lock?.reason ?? undefined)).toBe(true);
    },
  );

  it.each(WRITES.filter(({ method }) => method !== 'PUT').map((write) => [write.name, write] as const))(
    '%s: but reading shows the record as before',
    async (_name, write) => {
      const desk = await sitDown({ id: write.deal });
      const body = { data: [{ code: 'SUCCESS', details: {}, message: 'done', status: 'success' }] };
      desk.line.next(write.method, async () => ({ status: 200, body }));
      await write.act(desk);
      expect(desk.shown()).toMatchObject({ notice: { kind: 'contradicted' } });
      expect(draftOf(desk)).toBe(write.draft);
    },
  );
});

describe('a lost reply and another person', () => {
  it('does not claim their lock for this user’s', async () => {
    const crm = createCrm();
    const theirs = await sitDown({ crm, user: 'admin' });
    const mine = await sitDown({ crm });
    mine.line.next('POST', async () => {
      await theirs.lock('Theirs');
      return { lost: 'timeout' };
    });
    expect(await mine.lock('Mine')).toMatchObject({
      lock: { reason: 'Theirs' },
      task: { kind: 'choosing', mine: 'Mine' },
      notice: { kind: 'lockedByOther' },
    });
  });

  it('does not drop a text of which a choice was being made', async () => {
    const crm = createCrm();
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    const mine = await sitDown({ crm, id: DEALS.manualDeal });
    await theirs.edit('Theirs');
    await mine.edit('Mine');
    mine.line.next('PUT', async () => {
      await theirs.edit('Theirs again');
      return { lost: 'timeout' };
    });
    expect(await mine.settled(mine.commands.useMine)).toMatchObject({
      lock: { reason: 'Theirs again' },
      task: { kind: 'choosing', mine: 'Mine' },
      notice: { kind: 'changedByOther' },
    });
  });
});
