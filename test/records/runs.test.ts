import { describe, expect, it } from 'vitest';
import { createCrm, DEALS, lostAfter, lostBefore, refused } from '../record/support/crm';
import { openRecords, selection, unlockedDeals } from './support/harness';

/** A page over some deals without a lock. */
async function openUnlocked(count: number, change: (typeof lostBefore)['timeout'] | null = null) {
  const crm = createCrm();
  const ids = unlockedDeals(crm, count);
  const desk = await openRecords(selection(...ids), { crm });
  if (change) desk.line.next('POST', change, /Locking_Information__s$/);
  return { ...desk, ids };
}

const results = (desk: {
  readonly rows: () => readonly { readonly result: { readonly kind: string } | null }[];
}) => desk.rows().map(({ result }) => result?.kind ?? null);

/** Locks that were sent. */
const posts = (calls: readonly string[]): number =>
  calls.filter((call) => call.startsWith('POST') && call.endsWith('Locking_Information__s')).length;

describe('locking many', () => {
  it('locks each, confirms all with one read, and says so', async () => {
    const desk = await openUnlocked(3);
    const calls = desk.line.calls.length;
    const { run } = await desk.lock('Audit');
    expect(run).toMatchObject({ phase: 'ended', total: 3, counts: { locked: 3 }, steps: { undo: 3 } });
    const after = desk.line.calls.slice(calls).filter((call) => !call.includes('variables'));
    expect(after.map((call) => call.split(' ')[0]).join(' ')).toBe('POST POST POST GET');
    expect(desk.rows().map(({ state }) => state.kind)).toEqual(['detailed', 'detailed', 'detailed']);
    for (const id of desk.ids) expect(desk.truth(id)?.reason).toBe('Audit');
    expect(desk.announced).toEqual(desk.ids.map((id) => `Deals/${id}`));
  });

  it('leaves alone what is locked already, without a call', async () => {
    const desk = await openRecords(selection(DEALS.manualDeal, DEALS.automaticDeal, DEALS.openDeal));
    const { run } = await desk.lock('Audit');
    expect(run).toMatchObject({ total: 1, counts: { locked: 1 } });
    expect(desk.truth(DEALS.manualDeal)?.reason).not.toBe('Audit');
  });

  it('tells by whom a record was locked meanwhile, and leaves it', async () => {
    const desk = await openUnlocked(2);
    const admin = await openRecords(selection(desk.ids[0] ?? ''), { crm: desk.crm, user: 'admin' });
    await admin.lock('Legal');
    const { run } = await desk.lock('Audit');
    expect(run?.counts).toMatchObject({ locked: 1, alreadyLocked: 1 });
    expect(desk.row(desk.ids[0] ?? '')?.result).toMatchObject({ lock: { reason: 'Legal' } });
    expect(desk.truth(desk.ids[0] ?? '')?.reason).toBe('Legal');
  });

  it.each(Object.entries(lostAfter))('takes for locked what reading shows, after %s', async (_, fault) => {
    const desk = await openUnlocked(2, fault);
    const { run } = await desk.lock('Audit');
    expect(run?.counts).toEqual({ locked: 2 });
    const posts = desk.line.calls.filter((call) => call.startsWith('POST') && call.includes('Locking'));
    expect(posts).toHaveLength(2);
  });

  it.each(Object.entries(lostBefore))(
    'does not send again by itself what %s undid, but on demand',
    async (_, fault) => {
      const desk = await openUnlocked(2, fault);
      const { run } = await desk.lock('Audit');
      expect(run).toMatchObject({ counts: { locked: 1, undone: 1 }, steps: { retry: 1 } });
      const again = await desk.after(desk.runs.retry);
      expect(again.run).toMatchObject({ counts: { locked: 2 }, steps: { retry: 0, undo: 2 } });
    },
  );

  it('sends again by itself what the limit refused', async () => {
    const desk = await openUnlocked(3, refused.rateLimited);
    const { run } = await desk.lock('Audit');
    expect(run?.counts).toEqual({ locked: 3 });
    expect(desk.limited).toEqual([true, false]);
  });

  it('says so when the outcome cannot be read, and reads it with Check now', async () => {
    const desk = await openUnlocked(1, lostAfter.timeout);
    desk.line.next('GET', lostBefore.timeout, /Locking_Information__s$/);
    const { run } = await desk.lock('Audit');
    expect(run).toMatchObject({ counts: { unknown: 1 }, steps: { check: 1, retry: 0 } });
    const checked = await desk.after(desk.runs.check);
    expect(checked.run).toMatchObject({ counts: { locked: 1 }, steps: { check: 0, undo: 1 } });
  });

  it('reads by itself what the list contradicts afterwards, and shows it', async () => {
    const desk = await openUnlocked(2);
    const [id = '', other = ''] = desk.ids;
    // The second lock waits for its reply while somebody else removes the first one.
    desk.line.next('POST', async (act) => act(), /Locking_Information__s$/);
    const held = desk.line.hold('POST', /Locking_Information__s$/);
    desk.changing.startLocking();
    desk.changing.type('Audit');
    void desk.changing.submit();
    await desk.line.quiet();
    const admin = await openRecords(selection(id), { crm: desk.crm, user: 'admin' });
    await admin.unlock();
    held.letGo();
    await desk.line.quiet();
    expect(desk.page().run?.counts).toMatchObject({ locked: 1, changedSince: 1 });
    expect(desk.row(id)).toMatchObject({ state: { kind: 'unlocked' }, result: { kind: 'changedSince' } });
    expect(desk.row(other)?.result?.kind).toBe('locked');
  });
});

describe('a person without the right', () => {
  it('is told after the first refusals, and nothing more is sent', async () => {
    const crm = createCrm();
    const ids = unlockedDeals(crm, 30);
    const desk = await openRecords(selection(...ids), { crm, user: 'viewer' });
    const page = await desk.lock('Audit');
    expect(page.forbidden.lock?.kind).toBe('noPermission');
    expect(page.run?.halted?.kind).toBe('noPermission');
    expect(page.run?.counts.refused).toBeLessThanOrEqual(10);
    expect(page.run?.counts.notSent).toBe(30 - (page.run?.counts.refused ?? 0));
    expect(crm.sandbox.org.lockOf('Deals', ids[0] ?? '')).toBeUndefined();
  });
});

describe('a CRM that cannot be reached', () => {
  it('ends the run instead of losing every write, and Continue sends the rest', async () => {
    const crm = createCrm();
    const ids = unlockedDeals(crm, 40);
    const line = crm.as('sales');
    const desk = await openRecords(selection(...ids), { crm, line });
    for (let i = 0; i < 200; i++) {
      line.next('POST', lostBefore.offline, /Locking_Information__s$/);
      line.next('GET', lostBefore.offline, /Locking_Information__s$/);
    }
    const { run } = await desk.lock('Audit');
    expect(run?.halted?.kind).toBe('offline');
    expect(run?.counts.notSent).toBeGreaterThan(20);
    expect(run?.steps.continue).toBe(run?.counts.notSent);
  });
});

describe('Stop and Continue', () => {
  it('send nothing more, settle what is out, and go on with the rest', async () => {
    const desk = await openUnlocked(20);
    const held = Array.from({ length: 20 }, () => desk.line.hold('POST', /Locking_Information__s$/));
    desk.changing.startLocking();
    desk.changing.type('Audit');
    void desk.changing.submit();
    await desk.line.quiet();
    const out = posts(desk.line.calls);
    expect(out).toBeLessThan(20);
    desk.runs.stop();
    for (const one of held) one.letGo();
    await desk.line.quiet();
    expect(posts(desk.line.calls)).toBe(out);
    const { run } = desk.page();
    expect(run).toMatchObject({
      phase: 'ended',
      counts: { locked: out, notSent: 20 - out },
      steps: { continue: 20 - out, undo: out },
    });
    const after = await desk.after(desk.runs.goOn);
    expect(after.run).toMatchObject({ counts: { locked: 20, notSent: 0 }, steps: { undo: 20, continue: 0 } });
    const undone = await desk.after(desk.runs.undo);
    expect(undone.run).toMatchObject({ undoing: true, counts: { unlocked: 20 } });
    for (const id of desk.ids) expect(desk.truth(id)).toBeNull();
  });
});

describe('Undo', () => {
  it('never touches a lock that somebody has made since', async () => {
    const desk = await openUnlocked(2);
    const [id = ''] = desk.ids;
    await desk.lock('Audit');
    const admin = await openRecords(selection(id), { crm: desk.crm, user: 'admin' });
    await admin.unlock();
    await admin.lock('Legal');
    const { run } = await desk.after(desk.runs.undo);
    expect(run?.counts).toMatchObject({ unlocked: 1, changed: 1 });
    expect(desk.truth(id)?.reason).toBe('Legal');
  });

  it('locks again with each former reason after unlocking, and changes reasons back', async () => {
    const desk = await openRecords(selection(DEALS.manualDeal, DEALS.bothDeal));
    const former = [DEALS.manualDeal, DEALS.bothDeal].map((id) => desk.truth(id)?.reason);
    const edited = await desk.edit('Audit');
    expect(edited.run?.counts).toEqual({ edited: 2 });
    await desk.after(desk.runs.undo);
    expect([DEALS.manualDeal, DEALS.bothDeal].map((id) => desk.truth(id)?.reason)).toEqual(former);
    const { run } = await desk.unlock();
    expect(run).toMatchObject({ total: 1, counts: { unlocked: 1 } });
    await desk.after(desk.runs.undo);
    expect(desk.truth(DEALS.manualDeal)?.reason).toBe(former[0]);
  });

  it('does not put a reason over one that somebody has changed meanwhile', async () => {
    const desk = await openRecords(selection(DEALS.manualDeal));
    const admin = await openRecords(selection(DEALS.manualDeal), { crm: desk.crm, user: 'admin' });
    await admin.edit('Legal');
    const { run } = await desk.edit('Audit');
    expect(run?.counts).toEqual({ changed: 1 });
    expect(desk.truth(DEALS.manualDeal)?.reason).toBe('Legal');
    expect(desk.row(DEALS.manualDeal)?.state).toMatchObject({ lock: { reason: 'Legal' } });
  });
});

describe('a page that was reloaded in the middle', () => {
  it('says what was done, offers the rest, and takes back its locks', async () => {
    const desk = await openUnlocked(12);
    for (let i = 0; i < 12; i++) desk.line.hold('POST', /Locking_Information__s$/);
    desk.changing.startLocking();
    desk.changing.type('Audit');
    void desk.changing.submit();
    await desk.line.quiet();
    const out = posts(desk.line.calls);
    const { crm, session, memory, ids } = desk;
    const again = await openRecords(selection(...ids), { crm, session, memory });
    // Those that were out had been carried out: reading shows it.
    expect(again.page().run).toMatchObject({
      phase: 'ended',
      total: 12,
      counts: { locked: out, notSent: 12 - out },
    });
    const after = await again.after(again.runs.goOn);
    expect(after.run?.counts).toMatchObject({ locked: 12 });
    await again.after(again.runs.undo);
    for (const id of ids) expect(again.truth(id)).toBeNull();
  });

  it('keeps nothing that other people wrote', async () => {
    const desk = await openRecords(selection(DEALS.manualDeal));
    const reason = desk.truth(DEALS.manualDeal)?.reason ?? '';
    await desk.unlock();
    const kept = desk.session
      .names()
      .map((name) => JSON.stringify(desk.session.get(name)))
      .join();
    expect(kept).toContain(DEALS.manualDeal);
    expect(kept).not.toContain(reason);
    const { crm, session, memory } = desk;
    const again = await openRecords(selection(DEALS.manualDeal), { crm, session, memory });
    expect(again.page().run).toMatchObject({ counts: { unlocked: 1 }, steps: { undo: 0 } });
  });

  it('asks about a run of other records only where it was cut short', async () => {
    const desk = await openUnlocked(12);
    for (let i = 0; i < 12; i++) desk.line.hold('POST', /Locking_Information__s$/);
    desk.changing.startLocking();
    desk.changing.type('Audit');
    void desk.changing.submit();
    await desk.line.quiet();
    const { crm, session, memory } = desk;
    const again = await openRecords(selection(DEALS.manualDeal), { crm, session, memory });
    expect(again.page().interrupted).toMatchObject({ module: 'Deals', total: 12 });
    const shown = await again.after(again.resuming.show);
    expect(shown).toMatchObject({ interrupted: null, run: { total: 12 } });
  });
});

describe('results', () => {
  it('are gone from the rows once they are dismissed', async () => {
    const desk = await openUnlocked(2);
    await desk.lock('Audit');
    expect(results(desk)).toEqual(['locked', 'locked']);
    const page = await desk.after(desk.runs.dismiss);
    expect([page.run, ...results(desk)]).toEqual([null, null, null]);
  });
});
