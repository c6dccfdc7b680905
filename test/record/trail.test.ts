// @vitest-environment happy-dom
import { fireEvent, getByRole, queryByRole } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { AGAIN_LIFE } from '../../src/record/trail/lock-again';
import { type Crm, createCrm, DEALS, lostAfter, lostBefore, refused, type UserKey } from './support/crm';
import { fakeMemory } from './support/harness';
import { openPage, serveMessages } from './support/page';
import { turnOn } from './support/switches';

beforeEach(() => serveMessages());

async function person(crm: Crm, user: UserKey, id: string, memory = fakeMemory()) {
  const found = crm.sandbox.org.catalogue.people.find(({ key }) => key === user);
  const signedIn = { id: found?.id ?? '', name: found?.name ?? '' };
  const page = await openPage({ crm, user, id, memory, person: signedIn });
  const { root, quiet } = page;
  return {
    ...page,
    text: () => root.textContent ?? '',
    has: (name: string) => queryByRole(root, 'button', { name }) !== null,
    async press(name: string) {
      getByRole(root, 'button', { name }).click();
      await quiet();
    },
    async write(box: string, text: string) {
      fireEvent.input(getByRole(root, 'textbox', { name: box }), { target: { value: text } });
      await quiet();
    },
  };
}

const notesOf = (crm: Crm, id: string) =>
  crm.sandbox.org.notesOf('Deals', id).map((note) => ({
    title: note.Note_Title,
    lines: String(note.Note_Content).split('\n'),
  }));

async function lock(page: Awaited<ReturnType<typeof person>>, reason: string) {
  await page.press('Lock record');
  await page.write('Reason', reason);
  await page.press('Lock');
}

describe('the trail', () => {
  it('holds a note for a lock, a change of the reason and an unlock, each with a mark in its last line', async () => {
    const crm = createCrm();
    await turnOn(crm, { trail: true });
    const page = await person(crm, 'sales', DEALS.openDeal);
    await lock(page, 'Contract is out');
    await page.press('Edit reason');
    await page.write('Reason', 'Contract is signed');
    await page.press('Save');
    await page.press('Unlock');
    await page.press('Unlock record');
    const notes = notesOf(crm, DEALS.openDeal);
    expect(notes.map(({ title }) => title)).toEqual([
      'Record locked',
      'Lock reason changed',
      'Record unlocked',
    ]);
    expect(notes[0]?.lines[0]).toBe('Reason: Contract is out');
    expect(notes[1]?.lines.slice(0, 2)).toEqual([
      'Reason: Contract is signed',
      'Former reason: Contract is out',
    ]);
    expect(notes[2]?.lines.slice(0, 2)).toEqual([
      'Former reason: Contract is signed',
      'Locked by: Patricia Boyle',
    ]);
    for (const [index, kind] of ['locked', 'reason', 'unlocked'].entries())
      expect(notes[index]?.lines.at(-1)).toMatch(new RegExp(`^\\[record-lock:${kind}:\\d+:\\w+\\]$`));
  });

  it.each(Object.entries(lostAfter))(
    'holds one note although its reply was lost: %s',
    async (_how, fault) => {
      const crm = createCrm();
      await turnOn(crm, { trail: true });
      const page = await person(crm, 'sales', DEALS.openDeal);
      page.line.next('POST', fault, /Notes$/);
      await lock(page, 'Contract is out');
      expect(page.text()).not.toContain('wasn’t added');
      expect(notesOf(crm, DEALS.openDeal)).toHaveLength(1);
    },
  );

  it.each([...Object.entries(lostBefore), ['refused', refused.noPermission] as const])(
    'says that a note is missing and that the record is locked, and adds it on Retry: %s',
    async (_how, fault) => {
      const crm = createCrm();
      await turnOn(crm, { trail: true });
      const page = await person(crm, 'sales', DEALS.openDeal);
      page.line.next('POST', fault, /Notes$/);
      await lock(page, 'Contract is out');
      expect(page.text()).toMatch(/^Locked/);
      expect(page.text()).toContain('The note about it wasn’t added.');
      await page.press('Retry');
      expect(page.text()).not.toContain('wasn’t added');
      expect(notesOf(crm, DEALS.openDeal)).toHaveLength(1);
    },
  );

  it('is not kept where nobody turned it on', async () => {
    const crm = createCrm();
    const page = await person(crm, 'sales', DEALS.openDeal);
    await lock(page, 'Contract is out');
    expect(notesOf(crm, DEALS.openDeal)).toEqual([]);
  });
});

describe('unlocking that needs a reason', () => {
  it('asks for it, sends nothing without, and puts it into the note', async () => {
    const crm = createCrm();
    await turnOn(crm, { unlockReason: true });
    const page = await person(crm, 'sales', DEALS.manualDeal);
    await page.press('Unlock');
    await page.press('Unlock record');
    expect(page.text()).toContain('Enter a reason.');
    expect(crm.sandbox.org.lockOf('Deals', DEALS.manualDeal)).toBeDefined();
    await page.write('Reason', 'The price changed');
    await page.press('Unlock record');
    expect(page.text()).toContain('The record is unlocked.');
    expect(notesOf(crm, DEALS.manualDeal)[0]?.lines[0]).toBe('Reason: The price changed');
  });

  it('keeps the reason when the unlock fails', async () => {
    const crm = createCrm();
    await turnOn(crm, { unlockReason: true });
    const page = await person(crm, 'sales', DEALS.manualDeal);
    await page.press('Unlock');
    await page.write('Reason', 'The price changed');
    page.line.next('DELETE', refused.rateLimited);
    await page.press('Unlock record');
    expect(getByRole<HTMLTextAreaElement>(page.root, 'textbox', { name: 'Reason' }).value).toBe(
      'The price changed',
    );
  });
});

describe('locking again', () => {
  it('is offered with the former reason to whoever comes back, and forgotten after it', async () => {
    const crm = createCrm();
    const memory = fakeMemory();
    const first = await person(crm, 'sales', DEALS.manualDeal, memory);
    await first.press('Unlock');
    await first.press('Unlock record');
    expect(first.has('Lock again')).toBe(false);
    const back = await person(crm, 'sales', DEALS.manualDeal, memory);
    expect(back.text()).toContain('Prices are being checked.');
    await back.press('Lock again');
    expect(back.text()).toMatch(/^Locked/);
    expect(crm.sandbox.org.lockOf('Deals', DEALS.manualDeal)?.reason).toContain('Prices are being checked.');
    expect(memory.names().filter((name) => name.startsWith('again.'))).toEqual([]);
  });

  it('is not offered to others, after a week, or once another lock was seen', async () => {
    const crm = createCrm();
    const memory = fakeMemory();
    const first = await person(crm, 'sales', DEALS.manualDeal, memory);
    await first.press('Unlock');
    await first.press('Unlock record');
    expect((await person(crm, 'admin', DEALS.manualDeal)).has('Lock again')).toBe(false);
    const [name = ''] = memory.names().filter((one) => one.startsWith('again.'));
    memory.set(name, { reason: 'Old', at: Date.now() - AGAIN_LIFE - 1 });
    expect((await person(crm, 'sales', DEALS.manualDeal, memory)).has('Lock again')).toBe(false);
  });
});

describe('a reminder', () => {
  it('is a task for oneself on the chosen day, completed when the lock is removed', async () => {
    const crm = createCrm();
    await turnOn(crm, { reminders: true });
    const page = await person(crm, 'sales', DEALS.openDeal);
    await page.press('Lock record');
    getByRole<HTMLInputElement>(page.root, 'checkbox', { name: 'Remind me' }).click();
    await page.quiet();
    await page.press('In a week');
    await page.write('Reason', 'Audit');
    await page.press('Lock');
    const tasks = () =>
      crm.sandbox.org.records('Tasks').filter(({ Subject }) => String(Subject).startsWith('Record Lock:'));
    expect(tasks()).toHaveLength(1);
    expect(tasks()[0]).toMatchObject({
      Owner: { name: 'Patricia Boyle' },
      Status: 'Not Started',
      Remind_At: { ALARM: expect.stringContaining('TRIGGER=') },
    });
    await page.press('Unlock');
    await page.press('Unlock record');
    expect(tasks()[0]).toMatchObject({ Status: 'Completed' });
  });
});

describe('the history', () => {
  it('tells of locks, notes and requests, newest first, and which sources told it', async () => {
    const crm = createCrm();
    await turnOn(crm, { trail: true, requests: true });
    const page = await person(crm, 'sales', DEALS.openDeal);
    await lock(page, 'Contract is out');
    page.line.calls.length = 0;
    await page.press('History');
    expect(page.line.calls.toSorted()).toEqual([
      `GET Deals/${DEALS.openDeal}/Notes`,
      `GET Deals/${DEALS.openDeal}/Tasks`,
      `GET Deals/${DEALS.openDeal}/__timeline`,
    ]);
    const list = getByRole(page.root, 'list', { name: 'History' });
    expect(list.querySelectorAll('li')).toHaveLength(1);
    expect(list.textContent).toContain('You locked it.');
    expect(list.textContent).toContain('Contract is out');
    expect(page.text()).toContain('From Zoho’s timeline, notes, and tasks.');
  });

  it('says that nothing is kept, and how to keep a trail', async () => {
    const crm = createCrm({ timeline: 'refused' });
    const page = await person(crm, 'sales', DEALS.openDeal);
    await page.press('History');
    expect(page.text()).toContain('An administrator can keep a trail in notes');
    expect(page.text()).toContain('Couldn’t read Zoho’s timeline.');
  });
});
