// @vitest-environment happy-dom
import { fireEvent, getByRole, queryByRole } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json';
import { ABSENCE_LIFE, PUBLISHED_LIFE } from '../../src/crm/published';
import { explanationVariable } from '../../src/locking/published/explanation';
import { explanationText } from '../../src/locking/published/explanation-text';
import { type Crm, createCrm, DEALS, refused } from './support/crm';
import { fakeMemory, sitDown } from './support/harness';
import { openPage, serveMessages } from './support/page';

const VARIABLE = `GET settings/variables/${explanationVariable('Deals')}`;
/** What the lock means to the user, and what is published. */
const TOGETHER = 'POST __composite_requests';
const CONFIGURATION = 'GET settings/record_locking_configurations';
const OFFER = { reasons: ['Being audited', 'Legal hold'], common: ['Ask finance'], free: true };

async function call(crm: Crm, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await crm.sandbox.fetch(
    new Request(`http://127.0.0.1/crm/v8/settings/${path}`, {
      method,
      headers: { 'x-sandbox-user': 'admin' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return response.json();
}

async function put(crm: Crm, value: string): Promise<void> {
  const name = explanationVariable('Deals');
  const group = { api_name: 'General' };
  await call(crm, 'POST', 'variables', {
    variables: [{ name, api_name: name, type: 'textarea', value, variable_group: group }],
  });
}

/** A CRM in which an administrator has published what explains the locks of deals. */
async function published(offer: Partial<typeof OFFER> = {}, change: JsonObject = {}): Promise<Crm> {
  const crm = createCrm();
  await publish(crm, offer, change);
  return crm;
}

async function publish(crm: Crm, offer: Partial<typeof OFFER> = {}, change: JsonObject = {}): Promise<void> {
  const reply = await call(crm, 'GET', 'record_locking_configurations?module=Deals');
  const [source] = (reply as { record_locking_configurations: JsonObject[] }).record_locking_configurations;
  await put(crm, explanationText('Deals', { ...source, ...change }, null, { ...OFFER, ...offer }) ?? '');
}

describe('an automatic lock', () => {
  it('is explained to an ordinary user by what is published, in one call of a browser session', async () => {
    const crm = await published();
    const session = fakeMemory();
    const first = await sitDown({ crm, session, id: DEALS.automaticDeal, profile: 'Standard' });
    expect(first.shown().explanation).toMatchObject({ ruleName: 'Closed Won', blocked: expect.anything() });
    expect(first.line.calls.slice(1)).toEqual([TOGETHER]);
    await first.refresh();
    const next = await sitDown({ crm, session, id: DEALS.bothDeal, profile: 'Standard' });
    expect(next.shown().explanation?.ruleName).toBe('Closed Won');
    expect(next.line.calls.slice(1)).toEqual([`GET Deals/${DEALS.bothDeal}`]);
  });

  it('is explained to an administrator by the configuration, which knows what was never published', async () => {
    const crm = await published({}, { excluded_fields: [{ api_name: 'Amount' }] });
    const { shown, line } = await sitDown({
      crm,
      user: 'admin',
      id: DEALS.automaticDeal,
      profile: 'Administrator',
    });
    expect(shown().explanation?.editableFields).toEqual(['Description', 'Next_Step']);
    expect(line.calls.slice(2)).toEqual([CONFIGURATION]);
  });

  it.each([
    ['of another configuration', { id: '1' }],
    ['without its rule', { locking_rules: [] }],
  ])(
    'is not explained by an explanation %s, and that is read again once a minute at most',
    async (_, change) => {
      const crm = await published({}, change);
      const session = fakeMemory();
      let now = 1_000;
      const desk = { crm, session, id: DEALS.automaticDeal, profile: 'Standard', now: () => now };
      const { shown, line, refresh } = await sitDown(desk);
      await refresh();
      expect(shown().explanation).toBeNull();
      expect(line.calls.filter((made) => made === TOGETHER)).toHaveLength(1);
      expect((await sitDown(desk)).line.calls.slice(1)).toEqual([`GET Deals/${DEALS.automaticDeal}`]);
      now += ABSENCE_LIFE;
      expect((await sitDown(desk)).line.calls.slice(1)).toEqual([TOGETHER]);
    },
  );

  it.each(['', '<img src=x onerror=alert(1)>', '{"v":1,"module":"Deals"}', 'x'.repeat(40_000)])(
    'is not explained by a damaged explanation: %.30s',
    async (value) => {
      const crm = createCrm();
      await put(crm, value);
      const session = fakeMemory();
      const desk = { crm, session, id: DEALS.automaticDeal, profile: 'Standard' };
      expect((await sitDown(desk)).shown().explanation).toBeNull();
      // Known to be of no use, so the one call goes to the configuration now, and then to nothing.
      expect((await sitDown(desk)).line.calls.slice(2)).toEqual([CONFIGURATION]);
      expect((await sitDown(desk)).line.calls).toHaveLength(2);
    },
  );

  it('is explained where the configuration is refused, without a call for it', async () => {
    const crm = await published();
    const session = fakeMemory();
    const desk = { crm, session, id: DEALS.automaticDeal };
    const first = await sitDown(desk);
    expect(first.line.calls.slice(1)).toEqual([TOGETHER, CONFIGURATION]);
    expect(first.shown().explanation?.ruleName).toBe('Closed Won');
    const next = await sitDown(desk);
    expect(next.line.calls.slice(1)).toEqual([`GET Deals/${DEALS.automaticDeal}`]);
    expect(next.shown().explanation?.ruleName).toBe('Closed Won');
  });

  it('is explained on Refresh by what was published since, also where nothing had been', async () => {
    const crm = createCrm();
    const desk = { crm, session: fakeMemory(), id: DEALS.automaticDeal, profile: 'Standard' };
    const { store, shown, quiet, line } = await sitDown(desk);
    expect(shown().explanation).toBeNull();
    await publish(crm);
    line.calls.length = 0;
    store.refresh(true);
    await quiet();
    expect(shown().explanation?.ruleName).toBe('Closed Won');
    expect(line.calls).toHaveLength(2);
  });

  it('is asked about again a minute after nothing was published', async () => {
    const crm = createCrm();
    let now = 1_000;
    const desk = { crm, session: fakeMemory(), id: DEALS.automaticDeal, profile: 'Standard', now: () => now };
    await sitDown(desk);
    await publish(crm);
    now += ABSENCE_LIFE - 1;
    expect((await sitDown(desk)).shown().explanation).toBeNull();
    now += 1;
    expect((await sitDown(desk)).shown().explanation?.ruleName).toBe('Closed Won');
  });

  it('is explained anew after an hour', async () => {
    const crm = await published();
    const session = fakeMemory();
    let now = 1_000;
    const desk = { crm, session, id: DEALS.automaticDeal, profile: 'Standard', now: () => now };
    await sitDown(desk);
    now += PUBLISHED_LIFE;
    expect((await sitDown(desk)).line.calls.slice(1)).toEqual([TOGETHER]);
  });
});

describe('reasons of the administrator', () => {
  const lock = (root: HTMLElement) => getByRole(root, 'button', { name: 'Lock record' }).click();
  const box = (root: HTMLElement) => getByRole<HTMLTextAreaElement>(root, 'textbox');
  const open = async (crm: Crm) => {
    serveMessages();
    const page = await openPage({ crm, profile: 'Standard' });
    expect(page.line.calls).toHaveLength(1);
    lock(page.root);
    await page.quiet();
    return page;
  };

  it('are offered when locking, those of the module first, beside free text', async () => {
    const { root, line, quiet } = await open(await published());
    const list = getByRole(root, 'list', { name: 'Reasons to choose from' });
    expect([...list.querySelectorAll('button')].map((chip) => chip.textContent)).toEqual([
      'Being audited',
      'Legal hold',
      'Ask finance',
    ]);
    expect(box(root).readOnly).toBe(false);
    getByRole(root, 'button', { name: 'Ask finance' }).click();
    getByRole(root, 'button', { name: 'Lock' }).click();
    await quiet();
    expect(root.textContent).toContain('Ask finance');
    expect(line.calls.filter((made) => made === VARIABLE)).toHaveLength(1);
  });

  it('are the only ones where free text is not allowed: a list to choose from, with nothing wrong yet', async () => {
    const { root, line, quiet } = await open(await published({ free: false }));
    expect(queryByRole(root, 'textbox')).toBeNull();
    getByRole(root, 'radiogroup', { name: 'Reason' });
    const radio = (name: string) => getByRole<HTMLInputElement>(root, 'radio', { name });
    expect(root.textContent).not.toContain('Choose a reason from the list.');
    getByRole(root, 'button', { name: 'Lock' }).click();
    await quiet();
    expect(getByRole(root, 'status').textContent).toBe('Unlocked Choose a reason from the list.');
    expect(line.calls.filter((made) => made.startsWith('POST'))).toEqual([]);
    radio('Legal hold').click();
    await quiet();
    expect([radio('Legal hold').checked, radio('Being audited').checked]).toEqual([true, false]);
    getByRole(root, 'button', { name: 'Lock' }).click();
    await quiet();
    expect(line.calls.filter((made) => made.startsWith('POST'))).toHaveLength(1);
    expect(queryByRole(root, 'radiogroup')).toBeNull();
  });

  it.each([
    ['holds a quick text back where free text is not allowed', false, 0],
    ['lets it go where it is', true, 1],
  ])('that arrive after Lock was pressed: %s', async (_what, free, writes) => {
    serveMessages();
    const page = await openPage({ crm: await published({ free }), profile: 'Standard' });
    const reading = page.line.hold('GET', /variables/);
    lock(page.root);
    fireEvent.input(box(page.root), { target: { value: 'Typed at once' } });
    getByRole(page.root, 'button', { name: 'Lock' }).click();
    expect(page.line.calls.filter((made) => made.startsWith('POST'))).toEqual([]);
    getByRole(page.root, 'button', { name: 'Locking…' });
    reading.letGo();
    await page.quiet();
    expect(page.line.calls.filter((made) => made.startsWith('POST'))).toHaveLength(writes);
    expect(page.root.textContent?.includes('Choose a reason from the list.')).toBe(!free);
    if (!free) expect(page.root.textContent).toContain('You typed: Typed at once');
  });

  it('are read again before a free text is sent: an administrator may have forbidden it since', async () => {
    const crm = await published();
    const page = await open(crm);
    fireEvent.input(box(page.root), { target: { value: 'Typed freely' } });
    const name = explanationVariable('Deals');
    const { value } = crm.sandbox.org.state.variables.find((one) => one.api_name === name) ?? {};
    await call(crm, 'PUT', `variables/${name}?group=General`, {
      variables: [{ value: value?.replace('"free":true', '"free":false') }],
    });
    getByRole(page.root, 'button', { name: 'Lock' }).click();
    await page.quiet();
    expect(page.line.calls.filter((made) => made.startsWith('POST'))).toEqual([]);
    expect(page.root.textContent).toContain('Choose a reason from the list.');
    expect(page.root.textContent).toContain('You typed: Typed freely');
  });

  it('show which of them is chosen', async () => {
    const { root, quiet } = await open(await published());
    const pressed = () =>
      ['Being audited', 'Legal hold'].map((name) =>
        getByRole(root, 'button', { name }).getAttribute('aria-pressed'),
      );
    expect(pressed()).toEqual(['false', 'false']);
    getByRole(root, 'button', { name: 'Legal hold' }).click();
    await quiet();
    expect(pressed()).toEqual(['false', 'true']);
  });

  it('leave free text where there are none', async () => {
    const { root } = await open(await published({ reasons: [], common: [], free: false }));
    expect(box(root).readOnly).toBe(false);
    expect(queryByRole(root, 'list', { name: 'Reasons to choose from' })).toBeNull();
  });

  it('that cannot be read stop nobody', async () => {
    serveMessages();
    const crm = await published({ free: false });
    const page = await openPage({ crm, profile: 'Standard' });
    page.line.next('GET', refused.rateLimited, /variables/);
    lock(page.root);
    await page.quiet();
    expect(box(page.root).readOnly).toBe(false);
  });
});
