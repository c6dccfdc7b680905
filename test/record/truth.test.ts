import { describe, expect, it } from 'vitest';
import { createCrm, DEALS, type Fault, lockCalls, lostBefore, methods, refused } from './support/crm';
import { fakeMemory, sitDown } from './support/harness';

const refusal = (code: string, message: string, details: object = {}) => ({
  status: 400,
  body: { code, message, details, status: 'error' },
});

/** The CRM stores the reason of this deal in its own way. */
const storedAs =
  (crm: ReturnType<typeof createCrm>, deal: string, reason: string): Fault =>
  async (act) => {
    const reply = await act();
    const lock = crm.sandbox.org.lockOf('Deals', deal);
    if (lock) crm.sandbox.org.setLock('Deals', deal, { ...lock, reason });
    return reply;
  };

const TYPED = 'Prices  are being checked 🎉';
const STORED = 'Prices are being checked ?';

describe('a reason that the CRM stores otherwise', () => {
  it('is mine when it was locked with, and shown as it is stored', async () => {
    const { crm, line, lock } = await sitDown();
    line.next('POST', storedAs(crm, DEALS.openDeal, STORED));
    expect(await lock(TYPED)).toMatchObject({
      lock: { reason: STORED },
      notice: { kind: 'locked' },
      task: { kind: 'idle' },
    });
  });

  it('is mine when it was edited, and shown as it is stored', async () => {
    const { crm, line, edit } = await sitDown({ id: DEALS.manualDeal });
    line.next('PUT', storedAs(crm, DEALS.manualDeal, STORED));
    expect(await edit(TYPED)).toMatchObject({
      lock: { reason: STORED },
      notice: { kind: 'reasonChanged' },
      task: { kind: 'idle' },
    });
  });

  it.each([
    ['POST', DEALS.openDeal, 'lockedAfterAll'],
    ['PUT', DEALS.manualDeal, 'reasonChangedAfterAll'],
  ] as const)('is mine when the reply was lost, too: %s', async (method, id, kind) => {
    const { crm, line, lock, edit } = await sitDown({ id });
    line.next(method, async (act) => {
      await storedAs(crm, id, STORED)(act);
      return { lost: 'timeout' };
    });
    expect(await (method === 'POST' ? lock(TYPED) : edit(TYPED))).toMatchObject({
      lock: { reason: STORED },
      notice: { kind },
    });
  });

  it('is not claimed when somebody else locked with the same words and the reply was lost', async () => {
    const crm = createCrm();
    const theirs = await sitDown({ crm, user: 'admin' });
    const mine = await sitDown({ crm, userId: '1' });
    mine.line.next('POST', async () => {
      await theirs.lock('Contract is out');
      return { lost: 'timeout' };
    });
    expect(await mine.lock('Contract is out')).toMatchObject({ notice: { kind: 'lockedByOther' } });
  });
});

describe('confirming a write', () => {
  it('looks for another lock when the one that was made is gone', async () => {
    const { crm, line, lock } = await sitDown();
    const other = await sitDown({ crm, user: 'admin', id: null });
    line.next('POST', async (act) => {
      const reply = await act();
      crm.sandbox.org.setLock('Deals', DEALS.openDeal, null);
      other.store.open({ kind: 'record', module: 'Deals', id: DEALS.openDeal });
      await other.quiet();
      await other.lock('Theirs');
      return reply;
    });
    line.calls.length = 0;
    expect(await lock('Mine')).toMatchObject({
      lock: { reason: 'Theirs' },
      notice: { kind: 'lockedByOther' },
      task: { kind: 'choosing', mine: 'Mine' },
    });
    expect(methods(line.calls)).toEqual(['POST', 'GET', 'GET']);
  });
});

describe('a certain refusal', () => {
  it.each([
    ['lock', DEALS.openDeal, 'POST', refusal('NOT_ALLOWED', 'for another reason'), 'refused'],
    ['edit', DEALS.manualDeal, 'PUT', refusal('NOT_ALLOWED', 'for another reason'), 'refused'],
    ['unlock', DEALS.manualDeal, 'DELETE', refusal('NOT_ALLOWED', 'for another reason'), 'refused'],
  ] as const)(
    'of %s stays certain when nothing can be read after it',
    async (action, id, method, reply, kind) => {
      const { line, lock, edit, unlock } = await sitDown({ id });
      line.next(method, async () => reply);
      // Editing reads once before it writes.
      if (action === 'edit') line.next('GET', (act) => act());
      line.next('GET', lostBefore.timeout);
      const shown = await { lock: () => lock('Mine'), edit: () => edit('Mine'), unlock }[action]();
      expect(shown.notice).toMatchObject({ kind: 'failed', action, error: { kind } });
    },
  );

  it('by another process names it, and reads nothing', async () => {
    const { line, lock } = await sitDown();
    line.next('POST', async () => refusal('RECORD_LOCKED', 'record is locked', { action: 'approval' }));
    line.calls.length = 0;
    expect((await lock('Mine')).notice).toMatchObject({
      kind: 'failed',
      action: 'lock',
      error: { kind: 'otherProcess', details: { action: 'approval' } },
    });
    expect(methods(line.calls)).toEqual(['POST']);
  });

  it('of unlocking leaves the question where it is', async () => {
    const { unlock } = await sitDown({ id: DEALS.manualDeal, user: 'viewer' });
    expect((await unlock()).task).toEqual({ kind: 'unlocking' });
  });
});

describe('a write that is answered late', () => {
  it('is read when its record is open again', async () => {
    const { store, commands, line, quiet, shown } = await sitDown();
    const write = line.hold('POST');
    commands.startLocking();
    commands.type('Slow');
    commands.submit();
    await quiet();
    store.open({ kind: 'record', module: 'Deals', id: DEALS.wonUnlockedDeal });
    await quiet();
    // The CRM has not carried it out when the record is read again.
    line.next('GET', async () => ({ status: 204, body: undefined }));
    store.open({ kind: 'record', module: 'Deals', id: DEALS.openDeal });
    await quiet();
    expect(shown().lock).toBeNull();
    write.letGo();
    await quiet();
    expect(shown()).toMatchObject({ lock: { reason: 'Slow' }, busy: null });
  });

  it('is read even while its record is being read', async () => {
    const { store, commands, line, quiet, shown } = await sitDown();
    const write = line.hold('POST');
    commands.startLocking();
    commands.type('Slow');
    commands.submit();
    await quiet();
    store.open({ kind: 'record', module: 'Deals', id: DEALS.wonUnlockedDeal });
    await quiet();
    const read = line.hold('GET', undefined, { status: 204, body: undefined });
    store.open({ kind: 'record', module: 'Deals', id: DEALS.openDeal });
    write.letGo();
    await quiet();
    read.letGo();
    await quiet();
    expect(shown()).toMatchObject({ lock: { reason: 'Slow' }, busy: null });
  });

  it('costs nothing while another record is open', async () => {
    const { store, commands, line, quiet } = await sitDown();
    const write = line.hold('POST');
    commands.startLocking();
    commands.type('Slow');
    commands.submit();
    await quiet();
    store.open({ kind: 'record', module: 'Deals', id: DEALS.wonUnlockedDeal });
    await quiet();
    line.calls.length = 0;
    write.letGo();
    await quiet();
    expect(line.calls).toEqual([]);
  });
});

describe('what is known', () => {
  it('of the rule is kept when the manual part of a lock is removed', async () => {
    const { unlock, line } = await sitDown({ id: DEALS.bothDeal, user: 'admin' });
    line.calls.length = 0;
    expect(await unlock()).toMatchObject({
      lock: { source: 'automatic' },
      explanation: { ruleName: 'Closed Won' },
      access: { lockedForMe: true },
    });
    expect(lockCalls(line.calls)).toHaveLength(line.calls.length);
  });

  it('is asked once the record is locked: what the lock means to this user', async () => {
    const { lock } = await sitDown({ user: 'exempt' });
    expect(await lock('Mine')).toMatchObject({ access: { locked: true, lockedForMe: false }, asking: false });
  });
});

describe('a user who cannot', () => {
  const barred = async (desk: Parameters<typeof sitDown>[0]) => {
    const page = await sitDown(desk);
    return { ...page, barred: () => page.barriers.of(page.shown()) };
  };

  it('lock finds it out once, and not again at the next record', async () => {
    const session = fakeMemory();
    const crm = createCrm();
    const first = await barred({ crm, session, user: 'viewer' });
    expect(first.barred()).toEqual({});
    await first.lock('Please');
    expect(first.barred()).toEqual({ lock: 'noPermission', edit: 'noPermission' });
    const next = await barred({ crm, session, user: 'viewer', id: DEALS.wonUnlockedDeal });
    expect(next.barred()).toMatchObject({ lock: 'noPermission' });
  });

  it('unlock is told so from then on', async () => {
    const { unlock, barred: now } = await barred({ user: 'viewer', id: DEALS.manualDeal });
    await unlock();
    expect(now()).toEqual({ unlock: 'noPermission' });
  });

  it('may have been given the right: Refresh forgets it, and an hour does', async () => {
    let clock = 1_000;
    const { lock, store, quiet, barred: now } = await barred({ user: 'viewer', now: () => clock });
    await lock('Please');
    store.refresh(true);
    await quiet();
    expect(now()).toEqual({});
    await lock('Please');
    clock += 3_600_000;
    expect(now()).toEqual({});
  });

  it('is not anybody whose call merely failed', async () => {
    const { lock, line, barred: now } = await barred({});
    for (const fault of [refused.rateLimited, refused.unauthorised, lostBefore.timeout]) {
      line.next('POST', fault);
      await lock('Please');
      expect(now()).toEqual({});
    }
  });

  it('unlock a lock that Zoho says is a rule’s, is told of this lock alone', async () => {
    const crm = createCrm({ unlockOfBoth: 'refused' });
    const { unlock, barred: now, store, quiet } = await barred({ crm, id: DEALS.bothDeal });
    await unlock();
    expect(now()).toEqual({ unlock: 'automaticLock' });
    store.open({ kind: 'record', module: 'Deals', id: DEALS.manualDeal });
    await quiet();
    expect(now()).toEqual({});
  });
});
