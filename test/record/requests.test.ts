// @vitest-environment happy-dom
import { fireEvent, getByRole, queryByRole } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { isObject } from '../sandbox/api/json';
import { landmarks } from '../sandbox/data/landmarks';
import { type Crm, createCrm, DEALS, lostAfter, lostBefore, type UserKey } from './support/crm';
import { fakeMemory } from './support/harness';
import { openPage, serveMessages } from './support/page';
import { turnOn } from './support/switches';

const known = landmarks();
const MESSAGE = 'The customer moved the closing date.';

beforeEach(() => serveMessages());

/** One person at one record, who presses what they see. */
async function person(crm: Crm, user: UserKey, id: string = DEALS.manualDeal, memory = fakeMemory()) {
  const found = crm.sandbox.org.catalogue.people.find(({ key }) => key === user);
  const page = await openPage({
    crm,
    user,
    id,
    memory,
    person: { id: found?.id ?? '', name: found?.name ?? '' },
  });
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
    region: (name: string) => queryByRole(root, 'region', { name }),
  };
}

const tasksOf = (crm: Crm) =>
  crm.sandbox.org.records('Tasks').filter(({ Subject }) => String(Subject).startsWith('Record Lock:'));

async function ask(crm: Crm, user: UserKey = 'viewer', id: string = DEALS.manualDeal, memory = fakeMemory()) {
  const asker = await person(crm, user, id, memory);
  await asker.press('Ask to unlock');
  await asker.write('Message', MESSAGE);
  await asker.press('Send request');
  return { ...asker, memory };
}

describe('asking for an unlock', () => {
  it('makes a task for whoever locked the record, with who asks, the record and a mark', async () => {
    const crm = createCrm();
    await turnOn(crm, { requests: true });
    const asker = await ask(crm);
    expect(asker.text()).toContain('You asked');
    expect(asker.text()).toContain(MESSAGE);
    expect(asker.has('Ask to unlock')).toBe(false);
    const [task, ...more] = tasksOf(crm);
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      Subject: 'Record Lock: please unlock',
      Owner: { id: known.salesUser },
      What_Id: { id: DEALS.manualDeal },
      $se_module: 'Deals',
      Status: 'Not Started',
      Priority: 'High',
      send_notification: true,
    });
    const lines = String(task?.Description).split('\n');
    expect(lines[0]).toBe(MESSAGE);
    expect(lines).toContain('Asked by Sales without Lock');
    expect(lines).toContain(`https://crm.example/crm/tab/Deals/${DEALS.manualDeal}`);
    expect(lines.at(-1)).toMatch(
      new RegExp(`^\\[record-lock:request:${crm.sandbox.org.lockOf('Deals', DEALS.manualDeal)?.id}:\\w+\\]$`),
    );
  });

  it('is seen by the person asked, who declines with an answer that the asker sees', async () => {
    const crm = createCrm();
    await turnOn(crm, { requests: true });
    const asker = await ask(crm);
    const author = await person(crm, 'sales');
    expect(author.region('Requests')?.textContent).toContain('Sales without Lock asks to unlock');
    expect(author.region('Requests')?.textContent).toContain(MESSAGE);
    await author.press('Decline');
    await author.write('Answer', 'Not before Friday.');
    await author.press('Send answer');
    expect(author.region('Requests')).toBeNull();
    const again = await person(crm, 'viewer', DEALS.manualDeal, asker.memory);
    expect(again.text()).toContain('Patricia Boyle declined');
    expect(again.text()).toContain('Not before Friday.');
    expect(again.has('Ask to unlock')).toBe(true);
    expect(tasksOf(crm)[0]).toMatchObject({ Status: 'Completed' });
  });

  it('is ended by the unlock that was asked for', async () => {
    const crm = createCrm();
    await turnOn(crm, { requests: true });
    await ask(crm);
    const author = await person(crm, 'sales');
    await author.press('Unlock record');
    expect(author.text()).toContain('The record is unlocked.');
    expect(crm.sandbox.org.lockOf('Deals', DEALS.manualDeal)).toBeUndefined();
    expect(tasksOf(crm)[0]).toMatchObject({ Status: 'Completed' });
    expect(String(tasksOf(crm)[0]?.Description)).toContain('Unlocked by Patricia Boyle');
  });

  it('is withdrawn by whoever asked', async () => {
    const crm = createCrm();
    await turnOn(crm, { requests: true });
    const asker = await ask(crm);
    await asker.press('Withdraw');
    expect(asker.text()).toContain('Your request is withdrawn.');
    expect(asker.has('Ask to unlock')).toBe(true);
    expect(tasksOf(crm)[0]).toMatchObject({ Status: 'Completed' });
    expect((await person(crm, 'sales')).region('Requests')).toBeNull();
  });

  it('about the lock of a rule goes to those who are named, else to the owner of the record', async () => {
    const crm = createCrm();
    await turnOn(crm, { requests: true, requestsTo: [known.administrator, known.salesUser] });
    await ask(crm, 'viewer', DEALS.automaticDeal);
    expect(tasksOf(crm).map(({ Owner }) => isObject(Owner) && Owner.id)).toEqual([
      known.administrator,
      known.salesUser,
    ]);
    const other = createCrm();
    await turnOn(other, { requests: true });
    await ask(other, 'viewer', DEALS.automaticDeal);
    const owner = other.sandbox.org.record('Deals', DEALS.automaticDeal)?.Owner;
    expect(tasksOf(other).map((task) => isObject(task.Owner) && task.Owner.id)).toEqual([
      isObject(owner) ? owner.id : '',
    ]);
  });

  it.each(Object.entries(lostAfter))('is sent once although the reply was lost: %s', async (_how, fault) => {
    const crm = createCrm();
    await turnOn(crm, { requests: true });
    const asker = await person(crm, 'viewer');
    await asker.press('Ask to unlock');
    await asker.write('Message', MESSAGE);
    asker.line.next('POST', fault, /Tasks$/);
    await asker.press('Send request');
    expect(asker.text()).toContain('You asked');
    expect(tasksOf(crm)).toHaveLength(1);
  });

  it.each(Object.entries(lostBefore))('keeps the message when it did not arrive: %s', async (_how, fault) => {
    const crm = createCrm();
    await turnOn(crm, { requests: true });
    const asker = await person(crm, 'viewer');
    await asker.press('Ask to unlock');
    await asker.write('Message', MESSAGE);
    asker.line.next('POST', fault, /Tasks$/);
    await asker.press('Send request');
    expect(asker.has('Copy message')).toBe(true);
    expect(getByRole<HTMLTextAreaElement>(asker.root, 'textbox', { name: 'Message' }).value).toBe(MESSAGE);
    await asker.press('Send request');
    expect(asker.text()).toContain('You asked');
    expect(tasksOf(crm)).toHaveLength(1);
  });

  it.each([
    ['locked records take no tasks', { tasksOnLocked: 'refused' }, 'takes no tasks for a locked record'],
    ['the author has left', { inactive: 'sales' }, 'no longer active'],
  ] as const)('offers the message to copy where %s', async (_why, options, says) => {
    const crm = createCrm(options);
    await turnOn(crm, { requests: true });
    const asker = await ask(crm);
    expect(asker.text()).toContain(says);
    expect(asker.has('Copy message')).toBe(true);
    expect(tasksOf(crm)).toHaveLength(0);
  });

  it('puts the answer into a note where the task may not be changed, and says that the task is open', async () => {
    const crm = createCrm({ taskEditing: 'owner' });
    await turnOn(crm, { requests: true });
    await ask(crm);
    const other = await person(crm, 'exempt');
    await other.press('Decline');
    await other.write('Answer', 'Ask me on Friday.');
    await other.press('Send answer');
    expect(other.text()).toContain('The task is still open');
    const [note] = crm.sandbox.org.notesOf('Deals', DEALS.manualDeal);
    expect(String(note?.Note_Content)).toContain('Ask me on Friday.');
    expect(tasksOf(crm)[0]).toMatchObject({ Status: 'Not Started' });
  });
});

describe('what nobody turned on', () => {
  it('shows nothing and costs nothing', async () => {
    const page = await person(createCrm(), 'viewer');
    expect(page.has('Ask to unlock')).toBe(false);
    expect(page.line.calls).toEqual([
      `GET Deals/${DEALS.manualDeal}/Locking_Information__s`,
      'POST __composite_requests',
    ]);
  });
});

describe('the cost of requests', () => {
  it('is one read on a locked record, two for the person who asked, none on an unlocked one', async () => {
    const crm = createCrm({ completedTasks: 'move-out' });
    await turnOn(crm, { requests: true });
    const { memory } = await ask(crm);
    const calls = async (user: UserKey, id: string, kept = fakeMemory()) =>
      (await person(crm, user, id, kept)).line.calls.filter((call) => call.includes('Tasks'));
    expect(await calls('sales', DEALS.manualDeal)).toEqual([`GET Deals/${DEALS.manualDeal}/Tasks`]);
    expect(await calls('sales', DEALS.openDeal)).toEqual([]);
    await crm.sandbox.fetch(
      new Request(`http://127.0.0.1/crm/v8/Tasks/${tasksOf(crm)[0]?.id}`, {
        method: 'PUT',
        headers: { 'x-sandbox-user': 'sales' },
        body: JSON.stringify({ data: [{ Status: 'Completed' }] }),
      }),
    );
    expect(await calls('viewer', DEALS.manualDeal, memory)).toEqual([
      `GET Deals/${DEALS.manualDeal}/Tasks`,
      'GET Tasks',
    ]);
  });
});
