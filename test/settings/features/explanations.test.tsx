// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CrmRequest } from '../../../src/crm/transport';
import { parseExplanation } from '../../../src/locking/published/explanation';
import {
  button,
  checkbox,
  choose,
  click,
  combobox,
  createCrm,
  type Desk,
  fakeMemory,
  link,
  lostAfter,
  lostBefore,
  pick,
  refused,
  save,
  sitDown,
} from '../support/harness';

const isVariable = ({ path }: CrmRequest): boolean => path.includes('/settings/variables');
const writesVariable = (request: CrmRequest): boolean => request.method !== 'GET' && isVariable(request);
const section = () => screen.getByRole('region', { name: 'Explanations' });
const group = (name: RegExp) => within(screen.getByRole('group', { name }));
const textIn = ({ crm }: Desk, module: string) =>
  crm.sandbox.org.state.variables.find(({ api_name }) => api_name === `record_lock_${module}`)?.value;
const published = (desk: Desk, module = 'Deals') => parseExplanation(textIn(desk, module), module);

/** Adds a reason to the list of the module, or of all. */
function add(text: string, list = /in every module/): void {
  click(group(list).getByRole('button', { name: 'Add a reason' }));
  const boxes = group(list).getAllByRole('textbox');
  fireEvent.input(boxes.at(-1) ?? section(), { target: { value: text } });
}

/** Saves, and says what is said of the explanations. */
async function publish(desk: Desk): Promise<string> {
  await save(desk);
  return section().textContent ?? '';
}
const publishAgain = async (desk: Desk, name = 'Publish again'): Promise<string> => {
  click(button(name));
  await desk.quiet();
  return section().textContent ?? '';
};

const tighten = () => click(checkbox('Change owner'));

beforeAll(async () => {
  await import('../../../src/settings/features/explanations/ExplanationsSection');
});

describe('what is published', () => {
  it('is never published, up to date after a save, and behind after a save elsewhere', async () => {
    const crm = createCrm();
    const desk = await sitDown({ crm, module: 'Deals' });
    expect(section().textContent).toContain('Not published yet');
    tighten();
    await save(desk);
    expect(section().textContent).toContain('Up to date');
    expect(published(desk)?.configuration).toMatchObject({ restricted_actions: ['update', 'delete'] });
    const configuration = crm.sandbox.org.configurationOf('Deals');
    if (configuration) configuration.excluded_fields = null;
    const later = await sitDown({ crm, module: 'Deals' });
    expect(section().textContent).toContain('Out of date');
    expect(await publishAgain(later)).toContain('Up to date');
    expect(screen.queryByRole('button', { name: 'Publish again' })).toBeNull();
  });

  it('follows a configuration that is deleted, and keeps the reasons', async () => {
    const desk = await sitDown({ module: 'Deals' });
    add('Being audited', /in Deals/);
    await publish(desk);
    await choose(desk, 'Delete configuration');
    fireEvent.input(within(screen.getByRole('dialog')).getByRole('textbox'), { target: { value: 'Deals' } });
    click(button(/^Delete and unlock \d+ deals$/));
    await desk.quiet();
    expect(published(desk)).toMatchObject({ configuration: null, reasons: ['Being audited'] });
  });

  it.each([
    ['refused', refused.noPermission, 'aren’t published'],
    ['lost before', lostBefore['a 500'], 'We couldn’t confirm'],
  ] as const)('%s: the configuration is saved all the same', async (_, fault, text) => {
    const desk = await sitDown({ module: 'Deals' });
    desk.meet(writesVariable, fault);
    tighten();
    await save(desk);
    expect(screen.getByRole('status').textContent).toBe('Saved');
    expect(section().textContent).toContain(text);
    expect(await publishAgain(desk, 'Publish')).toContain('The explanations are published.');
  });

  it('is found by reading when the reply was lost', async () => {
    const desk = await sitDown({ module: 'Deals' });
    await publishAgain(desk, 'Publish');
    add('Being audited', /in Deals/);
    desk.meet(writesVariable, lostAfter.timeout);
    expect(await publish(desk)).toContain('The explanations are published.');
  });
});

describe('the one Save', () => {
  it('saves changed reasons alone, without writing the configuration', async () => {
    const desk = await sitDown({ module: 'Deals' });
    expect(screen.getByRole('button', { name: 'Save changes' }).getAttribute('aria-disabled')).toBe('true');
    add('Being audited', /in Deals/);
    expect(screen.getByRole('contentinfo').textContent).toContain('1 change');
    click(button('Save changes'));
    await desk.quiet();
    expect(screen.getByRole('dialog').textContent).toContain('Reasons offered in DealsBeing audited');
    click(button('Save'));
    await desk.quiet();
    expect(screen.getByRole('status').textContent).toBe('Saved');
    expect(desk.writes()).toEqual([]);
    expect(published(desk)?.reasons).toEqual(['Being audited']);
  });

  it('publishes what is turned on, by ids alone, and an unlock reason brings the trail', async () => {
    const desk = await sitDown({ module: 'Deals' });
    click(checkbox('Allow unlock requests'));
    await desk.quiet();
    pick(combobox('Requests about rules go to'), 'Patricia');
    click(checkbox('Unlocking needs a reason'));
    expect(checkbox('Keep a trail in notes').checked).toBe(true);
    expect(checkbox('Keep a trail in notes').disabled).toBe(true);
    await save(desk);
    const user = desk.crm.sandbox.org.users().find(({ name }) => name.startsWith('Patricia'));
    expect(published(desk)?.switches).toEqual({
      requests: true,
      requestsTo: [user?.id],
      unlockReason: true,
      trail: true,
      reminders: false,
    });
    expect(textIn(desk, 'Deals')).not.toContain('Patricia');
    const later = await sitDown({ crm: desk.crm, module: 'Deals' });
    await later.quiet();
    expect(checkbox('Offer reminders').checked).toBe(false);
    expect(checkbox('Allow unlock requests').checked).toBe(true);
    expect(button('Remove Patricia Boyle')).toBeTruthy();
  });

  it('is not called saved when the reasons were refused', async () => {
    const desk = await sitDown({ module: 'Deals' });
    add('Being audited', /in Deals/);
    desk.meet(writesVariable, refused.noPermission);
    await save(desk);
    expect(screen.getByRole('status').textContent).toBe('Not saved');
    expect(group(/in Deals/).getByRole<HTMLTextAreaElement>('textbox').value).toBe('Being audited');
  });
});

describe('reasons to offer', () => {
  it('for all modules reach every module of which something is published', async () => {
    const desk = await sitDown({ module: 'Leads' });
    await publishAgain(desk, 'Publish');
    await desk.open('Deals');
    add('Legal hold');
    add('Being audited', /in Deals/);
    click(checkbox('Free text allowed'));
    await publish(desk);
    expect(published(desk)).toMatchObject({
      common: ['Legal hold'],
      reasons: ['Being audited'],
      free: false,
    });
    expect(published(desk, 'Leads')).toMatchObject({ common: ['Legal hold'], reasons: [], free: true });
  });

  it('are ordered and removed', async () => {
    const desk = await sitDown({ module: 'Deals' });
    for (const text of ['One', 'Two', 'Three']) add(text, /in Deals/);
    click(button('Move reason 3 up'));
    click(button('Remove reason 1'));
    await publish(desk);
    expect(published(desk)?.reasons).toEqual(['Three', 'Two']);
  });

  it('that cannot be sent are not published, and stay', async () => {
    const desk = await sitDown({ module: 'Deals' });
    add('', /in Deals/);
    // Nobody has had the time to type it.
    expect(screen.queryByText('Enter a reason or remove it.')).toBeNull();
    await publish(desk);
    expect(screen.getByRole('status').textContent).toBe('Not saved');
    const box = group(/in Deals/).getByRole('textbox');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(box);
    expect(screen.getByText('Enter a reason or remove it.')).toBeTruthy();
    expect(textIn(desk, 'Deals')).toBeUndefined();
  });

  it('that take too much room are refused', async () => {
    const desk = await sitDown({ module: 'Deals' });
    for (const letter of ['a', 'b', 'c', 'd']) add(letter.repeat(3_000), /in Deals/);
    expect(await publish(desk)).toContain('too long to publish');
    expect(textIn(desk, 'Deals')).toBeUndefined();
  });

  it('are asked about when leaving, and survive a reload', async () => {
    const [crm, memory] = [createCrm(), fakeMemory()];
    const desk = await sitDown({ crm, memory, module: 'Deals' });
    add('Being audited', /in Deals/);
    click(link('Leads'));
    await desk.quiet();
    expect(screen.getByRole('dialog').textContent).toContain('Deals');
    await sitDown({ crm, memory, module: 'Deals' });
    expect(group(/in Deals/).getByRole<HTMLTextAreaElement>('textbox').value).toBe('Being audited');
    click(button('Discard changes'));
    expect(group(/in Deals/).queryByRole('textbox')).toBeNull();
    click(button('Undo'));
    expect(group(/in Deals/).getByRole<HTMLTextAreaElement>('textbox').value).toBe('Being audited');
  });

  it('of somebody else are not overwritten unseen', async () => {
    const crm = createCrm();
    const first = await sitDown({ crm, module: 'Deals' });
    add('Mine', /in Deals/);
    const mine = first.memory;
    const second = await sitDown({ crm, module: 'Deals' });
    add('Theirs', /in Deals/);
    // They open before and publish after somebody else has.
    const variable = { id: '77', name: 'x', type: 'textarea', description: null };
    const value = JSON.stringify({
      v: 1,
      module: 'Deals',
      configuration: null,
      reasons: ['Quick'],
      common: [],
      free: true,
    });
    crm.sandbox.org.state.variables.push({
      ...variable,
      api_name: 'record_lock_Deals',
      value,
      variable_group: { id: '78', api_name: 'General' },
    });
    expect(await publish(second)).toContain('Someone else published other reasons');
    expect(published(second)?.reasons).toEqual(['Quick']);
    await publish(second);
    expect(published(second)?.reasons).toEqual(['Theirs']);
    expect(mine.get('reasons.Deals')).toMatchObject({ reasons: ['Mine'] });
  });
});
