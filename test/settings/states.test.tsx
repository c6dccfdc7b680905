// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/translations';
import {
  createCrm,
  type Desk,
  type HarnessOptions,
  isWrite,
  lostBefore,
  readsOf,
  refused,
  sitDown,
} from './support/harness';

const toggle = (desk: Desk): void => {
  const box = document.querySelector<HTMLInputElement>('fieldset input:not(:disabled)');
  box?.click();
  if (!desk.shown()?.unsaved) throw new Error('nothing was changed');
};
const press = async (desk: Desk, selector: string): Promise<void> => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  found.click();
  await desk.quiet();
};
const SAVE = '.bar .primary';

const askToDelete = async (desk: Desk): Promise<void> => {
  await press(desk, '#more');
  await press(desk, '.menu .danger');
};

/** How to come to each state of the page. Nothing is found by its text, so that each works in every language. */
const STATES: Readonly<Record<string, HarnessOptions & { readonly step?: (desk: Desk) => unknown }>> = {
  'no module open': {},
  'only administrators': { user: 'sales' },
  'no such edition': { crm: createCrm({ edition: 'without-locking' }) },
  'modules not read': { faults: [[({ path }) => path.endsWith('/modules'), lostBefore.offline]] },
  'outside of Zoho': {
    step: (desk) => desk.page.state.setState({ kind: 'hostProblem', problem: 'outside' }, true),
  },
  'the script is blocked': {
    step: (desk) => desk.page.state.setState({ kind: 'hostProblem', problem: 'sdkBlocked' }, true),
  },
  'the host is silent': {
    step: (desk) => desk.page.state.setState({ kind: 'hostProblem', problem: 'hostSilent' }, true),
  },
  'no ZRC': { step: (desk) => desk.page.state.setState({ kind: 'hostProblem', problem: 'noZrc' }, true) },
  connecting: { step: (desk) => desk.page.state.setState({ kind: 'connecting', slow: true }, true) },
  'a configuration': { module: 'Deals' },
  'a configuration of leads': { module: 'Leads' },
  'no configuration': { module: 'Contacts' },
  'a configuration of Zoho itself': { module: 'Accounts' },
  'one module failed': { faults: [[readsOf('Quotes'), refused.rateLimited]] },
  'the open module failed': { module: 'Deals', faults: [[readsOf('Deals'), lostBefore.timeout]] },
  'lists failed': {
    module: 'Deals',
    faults: [
      [({ path }) => path.endsWith('/fields'), refused.rateLimited],
      [({ path }) => path.endsWith('/custom_buttons'), refused.rateLimited],
    ],
  },
  'nothing found': { step: (desk) => desk.page.commands.search('zzz') },
  'rules leave': { module: 'Deals', step: (desk) => press(desk, '#setting-lock_type-manual') },
  'something to correct': {
    module: 'Deals',
    async step(desk) {
      await press(desk, '.labelled .tokens li button');
      await press(desk, SAVE);
    },
  },
  saved: {
    module: 'Deals',
    async step(desk) {
      toggle(desk);
      await press(desk, SAVE);
    },
  },
  'nothing happened': {
    module: 'Deals',
    async step(desk) {
      toggle(desk);
      desk.meet(isWrite, lostBefore.timeout);
      await press(desk, SAVE);
    },
  },
  'refused as a whole': {
    module: 'Deals',
    async step(desk) {
      toggle(desk);
      desk.meet(isWrite, refused.noPermission);
      await press(desk, SAVE);
    },
  },
  'somebody else saved': {
    module: 'Deals',
    async step(desk) {
      toggle(desk);
      const now = desk.crm.sandbox.org.state.configurations;
      if (now.Deals) now.Deals = { ...now.Deals, modified_time: '2026-11-10T09:00:00+05:30' };
      await press(desk, SAVE);
    },
  },
  'about to leave': {
    module: 'Deals',
    step(desk) {
      toggle(desk);
      desk.page.commands.choose('Quotes');
    },
  },
  'about to delete': { module: 'Deals', step: askToDelete },
  deleted: {
    module: 'Deals',
    async step(desk) {
      await askToDelete(desk);
      const field = document.querySelector<HTMLInputElement>('dialog input');
      if (field) field.value = 'Deals';
      field?.dispatchEvent(new Event('input', { bubbles: true }));
      await desk.quiet();
      await press(desk, 'dialog .danger.solid');
    },
  },
};

/** Every text a person can see or hear: text nodes and the attributes that are read out. */
function texts(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    // Names from the CRM stand in `bdi`, its own words in `code`.
    if (!node.parentElement?.closest('bdi, code')) found.push(node.textContent ?? '');
  // The title of a token is its API name, that of a short time the whole one.
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (name !== 'title' || !element.closest('.tokens, .changed'))
        found.push(element.getAttribute(name) ?? '');
  return found.map((text) => text.trim()).filter(Boolean);
}

describe.each(Object.entries(STATES))('%s', (_name, { step, ...options }) => {
  const come = async (language: string): Promise<void> => {
    const desk = await sitDown({ ...options, crm: options.crm ?? createCrm(), language });
    await step?.(desk);
    await desk.quiet();
  };

  it('has one live region, one first heading, one main part, and ids that are there once', async () => {
    await come('en');
    expect(document.querySelectorAll('[role="status"], [role="alert"], [aria-live], output')).toHaveLength(1);
    expect(screen.getAllByRole('main')).toHaveLength(1);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const name of ['aria-describedby', 'aria-labelledby'])
      for (const element of document.querySelectorAll(`[${name}]`))
        for (const id of (element.getAttribute(name) ?? '').split(' ')) expect(ids).toContain(id);
    for (const control of document.querySelectorAll('button, a, input, select'))
      expect(
        control.textContent ||
          control.getAttribute('aria-label') ||
          document.querySelector(`label[for="${control.id}"]`) ||
          control.closest('label'),
      ).toBeTruthy();
  });

  it('has no text that was not translated', async () => {
    await come('en-XA');
    for (const text of texts())
      if (/\p{L}/u.test(text) && !/^(Deals|Leads)$/.test(text)) expect(text).toMatch(/^[·\s]*\[.*\]$/s);
  });

  it.each(LANGUAGES)('speaks %s without gaps', async (language) => {
    await come(language);
    for (const text of texts()) {
      expect(text).not.toMatch(/(settings|common)\.\w/);
      expect(text).not.toMatch(/[{}]|undefined|\bnull\b|NaN|\[object/);
    }
  });
});
