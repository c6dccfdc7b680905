// @vitest-environment happy-dom
import { fireEvent, getByRole, queryByRole } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCrm, DEALS, methods, refused } from './support/crm';
import { fakeMemory } from './support/harness';
import { openPage, serveMessages } from './support/page';

/** A busy machine loads the parts of the page slowly; nothing here depends on how fast. */
const PATIENCE = { timeout: 20_000 };
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  serveMessages();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

type Page = Awaited<ReturnType<typeof openPage>>;
const button = ({ root }: Page, name: string) => getByRole(root, 'button', { name });
const status = ({ root }: Page) => getByRole(root, 'status').textContent ?? '';

function box({ root }: Page): HTMLTextAreaElement {
  const found = getByRole(root, 'textbox', { name: 'Reason' });
  if (!(found instanceof HTMLTextAreaElement)) throw new Error('The reason is typed into something else');
  return found;
}
async function click(page: Page, name: string) {
  const control = button(page, name);
  control.focus();
  fireEvent.click(control);
  await page.quiet();
}
const type = (page: Page, value: string) => fireEvent.input(box(page), { target: { value } });

it('says while the CRM limits calls, and takes it back', async () => {
  const page = await openPage();
  page.view.setLimited(true);
  expect(status(page)).toMatch(/^Unlocked Zoho CRM is limiting requests/);
  page.view.setLimited(false);
  expect(status(page)).toBe('Unlocked');
});

describe('with the mouse', () => {
  it('locks, corrects the reason, unlocks and undoes', async () => {
    const page = await openPage();
    expect(status(page)).toBe('Unlocked');
    await click(page, 'Lock record');
    type(page, 'Contract is out');
    await click(page, 'Lock');
    expect(status(page)).toBe('Locked The record is locked.');
    expect(page.root.textContent).toContain('Contract is out');
    await click(page, 'Edit reason');
    expect(box(page).value).toBe('Contract is out');
    type(page, 'Contract is signed');
    await click(page, 'Save');
    expect(status(page)).toBe('Locked The reason is saved.');
    await click(page, 'Unlock');
    await click(page, 'Unlock record');
    expect(status(page)).toBe('Unlocked The record is unlocked.');
    await click(page, 'Undo');
    expect(status(page)).toMatch(/^Locked/);
    expect(page.crm.sandbox.org.lockOf('Deals', DEALS.openDeal)?.reason).toBe('Contract is signed');
  });

  it('offers the reasons of this browser', async () => {
    const memory = fakeMemory();
    const first = await openPage({ memory });
    await click(first, 'Lock record');
    type(first, 'Contract is out');
    await click(first, 'Lock');
    const second = await openPage({ memory, id: DEALS.wonUnlockedDeal });
    await click(second, 'Lock record');
    await click(second, 'Contract is out');
    expect(box(second).value).toBe('Contract is out');
  });

  it('sends once on a double click', async () => {
    const page = await openPage();
    await click(page, 'Lock record');
    type(page, 'Once');
    page.line.calls.length = 0;
    const lock = button(page, 'Lock');
    fireEvent.click(lock);
    fireEvent.click(lock);
    await page.quiet();
    expect(methods(page.line.calls)).toEqual(['POST', 'GET']);
  });

  it('folds and unfolds a long reason', async () => {
    const crm = createCrm();
    const lock = crm.sandbox.org.lockOf('Deals', DEALS.manualDeal);
    if (lock) crm.sandbox.org.setLock('Deals', DEALS.manualDeal, { ...lock, reason: 'long '.repeat(100) });
    const page = await openPage({ crm, id: DEALS.manualDeal });
    await click(page, 'Show all');
    await click(page, 'Show less');
    expect(button(page, 'Show all').getAttribute('aria-expanded')).toBe('false');
  });

  it('goes on after a reply that was refused, from Refresh and from Retry', async () => {
    const crm = createCrm();
    const line = crm.as('sales');
    line.next('GET', refused.rateLimited);
    const page = await openPage({ crm, line });
    expect(page.root.textContent).toContain('is limiting requests');
    await click(page, 'Retry');
    expect(status(page)).toBe('Unlocked');
    line.next('GET', refused.rateLimited);
    await click(page, 'Refresh');
    expect(status(page)).toMatch(/^Unlocked Couldn’t refresh/);
    await click(page, 'Refresh');
    expect(status(page)).toBe('Unlocked Checked just now.');
  });

  it('says again what comes out the same again', async () => {
    const page = await openPage();
    await click(page, 'Refresh');
    expect(status(page)).toBe('Unlocked Checked just now.');
    const held = page.line.hold('GET');
    await click(page, 'Refresh');
    expect(status(page)).toBe('Unlocked');
    held.letGo();
    await page.quiet();
    expect(status(page)).toBe('Unlocked Checked just now.');
  });

  it('says on Refresh what a lock means now that the configuration is another', async () => {
    const page = await openPage({ id: DEALS.automaticDeal, user: 'admin', profile: 'Administrator' });
    const text = () => page.root.textContent ?? '';
    expect(text()).toContain('You can’t edit it.');
    expect(text()).toContain('Still editableDescription and Next Step');
    const { org } = page.crm.sandbox;
    const deals = org.configurationOf('Deals');
    if (!deals) throw new Error('Deals are not configured');
    const profile = org.catalogue.profiles.find(({ name }) => name === 'Administrator');
    Object.assign(deals, {
      locked_for: 'all_profiles_except_excluded_profiles',
      lock_excluded_profiles: [{ id: profile?.id, name: profile?.name }],
    });
    await click(page, 'Refresh');
    expect(text()).toContain('Locked for others. You can still edit it.');
    expect(text()).not.toContain('Still editable');
    Object.assign(deals, { locked_for: 'all_profiles', excluded_fields: null });
    await click(page, 'Refresh');
    expect(text()).toContain('Still editableNo fields');
  });

  it('shows several records, and starts the host over on Retry', async () => {
    const page = await openPage();
    page.store.open({ kind: 'records', ids: ['1', '2'] });
    expect(status(page)).toBe('2 records selected');
    page.store.open({ kind: 'none' });
    page.store.api.setState({ kind: 'hostProblem', problem: 'sdkBlocked' }, true);
    await click(page, 'Retry');
    expect(page.retries()).toBe(1);
  });
});

describe('with the keyboard', () => {
  it.each(['ctrlKey', 'metaKey'])('sends with %s and Enter, and not with Enter alone', async (modifier) => {
    const page = await openPage();
    await click(page, 'Lock record');
    type(page, 'Contract is out');
    page.line.calls.length = 0;
    fireEvent.keyDown(box(page), { key: 'Enter' });
    expect(page.line.calls).toEqual([]);
    fireEvent.keyDown(box(page), { key: 'Enter', [modifier]: true });
    await page.quiet();
    expect(status(page)).toMatch(/^Locked/);
  });

  it('cancels the form and the question with Escape', async () => {
    const page = await openPage({ id: DEALS.manualDeal });
    await click(page, 'Edit reason');
    fireEvent.keyDown(box(page), { key: 'Escape' });
    expect(queryByRole(page.root, 'textbox')).toBeNull();
    await click(page, 'Unlock');
    fireEvent.keyDown(button(page, 'Unlock record'), { key: 'Escape' });
    expect(queryByRole(page.root, 'button', { name: 'Unlock record' })).toBeNull();
  });

  it('comes back to the button that had opened what is closed', async () => {
    const page = await openPage({ id: DEALS.manualDeal });
    await click(page, 'Unlock');
    button(page, 'Cancel').focus();
    await click(page, 'Cancel');
    expect(document.activeElement).toBe(button(page, 'Unlock'));
    await click(page, 'Edit reason');
    fireEvent.keyDown(box(page), { key: 'Escape' });
    expect(document.activeElement).toBe(button(page, 'Edit reason'));
  });

  it('hears what is missing in the form', async () => {
    const page = await openPage();
    await click(page, 'Lock record');
    fireEvent.keyDown(box(page), { key: 'Enter', ctrlKey: true });
    expect(status(page)).toBe('Unlocked Enter a reason.');
  });

  it('hears that the text is too long when it sends it, and not with every letter', async () => {
    const page = await openPage();
    await click(page, 'Lock record');
    type(page, 'x'.repeat(3002));
    expect(status(page)).toBe('Unlocked');
    await click(page, 'Lock');
    expect(status(page)).toBe('Unlocked 2 characters too many.');
    type(page, 'x'.repeat(3001));
    expect(status(page)).toBe('Unlocked');
  });

  it('composes words without closing or sending the form', async () => {
    const page = await openPage();
    await click(page, 'Lock record');
    type(page, 'けいやく');
    page.line.calls.length = 0;
    fireEvent.keyDown(box(page), { key: 'Escape', isComposing: true });
    fireEvent.keyDown(box(page), { key: 'Enter', ctrlKey: true, isComposing: true });
    expect(box(page).value).toBe('けいやく');
    expect(page.line.calls).toEqual([]);
  });

  it('is in the text when a form opens, at its end', async () => {
    const page = await openPage({ id: DEALS.manualDeal });
    await click(page, 'Edit reason');
    expect(document.activeElement).toBe(box(page));
    expect(box(page).selectionStart).toBe(box(page).value.length);
  });

  it('is never left on a control that has gone', async () => {
    const page = await openPage();
    const inside = () => page.root.contains(document.activeElement);
    await click(page, 'Lock record');
    type(page, 'Contract is out');
    await click(page, 'Lock');
    expect(inside()).toBe(true);
    await click(page, 'Unlock');
    expect(inside()).toBe(true);
    await click(page, 'Unlock record');
    expect(inside()).toBe(true);
    await click(page, 'Undo');
    expect(inside()).toBe(true);
  });

  it('is not taken from where it was outside of the widget', async () => {
    const elsewhere = document.createElement('input');
    const page = await openPage();
    document.body.append(elsewhere);
    elsewhere.focus();
    page.store.refresh();
    await page.quiet();
    expect(document.activeElement).toBe(elsewhere);
  });
});

describe('the language', () => {
  it('is the one of the user, and so is the direction', async () => {
    const page = await openPage();
    page.view.setUser({ id: '7', timeZone: 'Asia/Kolkata', locale: 'ar_EG', profile: null });
    await vi.waitFor(() => expect(document.documentElement.dir).toBe('rtl'), PATIENCE);
    expect(document.documentElement.lang).toBe('ar');
    expect(page.root.querySelector('section')?.dir).toBe('rtl');
    page.view.setLocale('de_DE');
    await vi.waitFor(() => expect(status(page)).toBe('Nicht gesperrt'), PATIENCE);
    expect(document.documentElement.dir).toBe('ltr');
  });

  it('is remembered for the next time', async () => {
    const memory = fakeMemory();
    const first = await openPage({ memory });
    first.view.setLocale('de_DE');
    await vi.waitFor(() => expect(status(first)).toBe('Nicht gesperrt'), PATIENCE);
    expect(status(await openPage({ memory }))).toBe('Nicht gesperrt');
  });

  it('is English where there is none of it', async () => {
    const page = await openPage();
    page.view.setLocale('fi_FI');
    await page.quiet();
    expect(status(page)).toBe('Unlocked');
    expect(document.documentElement.lang).toBe('en');
  });

  it('is that of the words alone: dates follow the user’s own locale', async () => {
    const page = await openPage({ id: DEALS.manualDeal });
    page.view.setUser({
      id: '7',
      timeZone: 'GMT+05:30',
      locale: 'en_US',
      profile: null,
      numbers: { locale: 'de_DE', decimal: null, group: null },
    });
    await page.quiet();
    await vi.waitFor(
      () => expect(page.root.querySelector('dl')?.textContent).toMatch(/\d+ \w{3} 20\d\d, \d\d:\d\d/),
      PATIENCE,
    );
    expect(status(page)).toMatch(/^Locked/);
  });

  it('is English as long as its file is refused, and never a raw key; the host naming it again asks again', async () => {
    let refusals = 2;
    serveMessages(async (file) => {
      if (refusals-- > 0) throw new TypeError('Failed to fetch');
      return file();
    });
    const page = await openPage();
    for (const _try of [1, 2]) {
      page.view.setLocale('de_DE');
      await page.quiet();
      expect(page.root.textContent).not.toMatch(/\b(record|common)\.[a-z]/);
      expect(status(page)).toBe('Unlocked');
    }
    page.view.setLocale('de_DE');
    await vi.waitFor(() => expect(status(page)).toBe('Nicht gesperrt'), PATIENCE);
  });

  it('replaces English when its file comes late, also while somebody types', async () => {
    let arrive = () => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    serveMessages(async (file) => {
      await late;
      return file();
    });
    const page = await openPage();
    page.view.setLocale('de_DE');
    await click(page, 'Lock record');
    type(page, 'Vertrag ist unterwegs');
    arrive();
    await vi.waitFor(() => expect(status(page)).toBe('Nicht gesperrt'), PATIENCE);
    expect(page.root.querySelector('textarea')?.value).toBe('Vertrag ist unterwegs');
  });

  it('falls back to English for what its file lacks', async () => {
    serveMessages(async () => ({ ok: true, json: async () => ({ 'record.unlocked': 'Nicht gesperrt' }) }));
    const page = await openPage();
    page.view.setLocale('de_DE');
    await vi.waitFor(() => expect(status(page)).toBe('Nicht gesperrt'), PATIENCE);
    expect(button(page, 'Lock record')).toBeTruthy();
  });
});

describe('a translator of the browser', () => {
  /** As translators do: each text node goes into an element of theirs, and a new one takes its place. */
  const translate = (root: Element) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (texts.nextNode()) nodes.push(texts.currentNode as Text);
    for (const node of nodes) {
      const font = document.createElement('font');
      font.textContent = `fr:${node.data}`;
      node.replaceWith(font);
    }
  };

  it('is kept off where the page speaks the user’s language, and let in where it does not', async () => {
    const page = await openPage();
    expect(document.documentElement.getAttribute('translate')).toBe('no');
    page.view.setLocale('fi_FI');
    await page.quiet();
    expect(document.documentElement.getAttribute('translate')).toBe('yes');
  });

  it('that has replaced the texts does not hide that the record was locked', async () => {
    const page = await openPage();
    translate(page.root);
    expect(status(page)).toBe('fr:Unlocked');
    const { org } = page.crm.sandbox;
    org.setLock('Deals', DEALS.openDeal, org.lockOf('Deals', DEALS.manualDeal) ?? null);
    fireEvent.click(page.root.querySelector('.icon') ?? page.root);
    await page.quiet();
    expect(status(page)).toMatch(/^Locked/);
  });
});

describe('the theme', () => {
  it('follows the CRM and is remembered', async () => {
    const memory = fakeMemory();
    const page = await openPage({ memory });
    page.view.setTheme('night');
    expect(document.documentElement.dataset.theme).toBe('night');
    document.documentElement.dataset.theme = '';
    await openPage({ memory });
    expect(document.documentElement.dataset.theme).toBe('night');
  });
});

describe('the person', () => {
  it('who signs in after another is not taken for them', async () => {
    const crm = createCrm();
    const memory = fakeMemory();
    const session = fakeMemory();
    const first = await openPage({ crm, memory, session, id: DEALS.automaticDeal });
    first.view.setUser({ id: '1', timeZone: null, locale: null, profile: null });
    await first.quiet();
    expect(first.root.textContent).not.toContain('Closed Won');
    const second = await openPage({ crm, memory, session, id: DEALS.automaticDeal, user: 'admin' });
    expect(second.root.textContent).not.toContain('Closed Won');
    second.view.setUser({ id: '2', timeZone: null, locale: null, profile: null });
    await second.quiet();
    expect(second.root.textContent).toContain('Closed Won');
  });

  it('finds only what they typed themselves, and finds that again', async () => {
    const crm = createCrm();
    const memory = fakeMemory();
    const openAs = async (id: string) => {
      const page = await openPage({ crm, memory });
      page.view.setUser({ id, timeZone: null, locale: null, profile: null });
      await page.quiet();
      return page;
    };
    const first = await openAs('1');
    await click(first, 'Lock record');
    type(first, 'Nobody else’s business');
    const second = await openAs('2');
    expect(queryByRole(second.root, 'textbox')).toBeNull();
    await click(second, 'Lock record');
    expect(box(second).value).toBe('');
    await openAs('1');
    expect(box(await openPage({ crm, memory })).value).toBe('Nobody else’s business');
  });

  it('who comes back is asked for nothing that was refused', async () => {
    const crm = createCrm();
    const session = fakeMemory();
    // The refusal is met once.
    for (const calls of [3, 2, 2]) {
      const page = await openPage({ crm, session, id: DEALS.automaticDeal });
      page.view.setUser({ id: '1', timeZone: null, locale: null, profile: null });
      await page.quiet();
      expect(page.line.calls).toHaveLength(calls);
    }
  });
});
