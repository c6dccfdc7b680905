// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dataCentre } from '../../../src/settings/features/self-check/data-centre';
import { button, click, type Desk, lostBefore, refused, sitDown } from '../support/harness';

/** The checks as they are read out: name, outcome, consequence. */
const lines = (): string[] =>
  within(screen.getByRole('list', { name: 'Self-check' }))
    .getAllByRole('listitem')
    .map((item) => [...item.children].map((part) => part.textContent?.trim()).join(' | '));

async function check(desk: Desk): Promise<string[]> {
  click(button('Self-check'));
  await screen.findByRole('dialog', { name: 'Self-check' });
  await waitFor(() => expect(lines().filter((line) => line.includes('Checking'))).toEqual([]));
  await desk.quiet();
  return lines();
}

async function copied(): Promise<string> {
  const write = vi.fn(async (_text: string) => {});
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } });
  click(button('Copy as text'));
  await screen.findByRole('button', { name: 'Copied' });
  return write.mock.calls[0]?.[0] ?? '';
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the self-check', () => {
  it('says that everything works for an administrator, and changes nothing', async () => {
    const desk = await sitDown();
    const found = await check(desk);
    expect(screen.getByText('Everything that could be tried works.')).toBeTruthy();
    expect(found.filter((line) => !line.includes('| Works'))).toEqual([
      'Writing variables | Not tried | Not tested, because that would change something. Publish the explanations to find out.',
    ]);
    expect(found).toContain('Data center | Works | EU');
    expect(found).toContain('Zoho’s script | Works | Release 1.5');
    expect(found).toContain('Your profile | Works | Administrator');
    const { log } = desk.crm.sandbox;
    expect(log.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/coql'))).toEqual([]);
    expect(desk.mostAtOnce()).toBeLessThanOrEqual(3);
  });

  it('tells a user without the right what is refused, from the page that refuses', async () => {
    const desk = await sitDown({ user: 'sales' });
    const found = await check(desk);
    expect(found).toContain(
      'Locking configuration NO_PERMISSION 403 | Doesn’t work | You can’t configure locking.',
    );
    expect(found).toContain('Lock of a record | Works');
    expect(found).toContain(
      'Your profile | Works | Not “Administrator”: another profile, or one of your own',
    );
  });

  it('tells a call that was lost from one that was refused', async () => {
    const desk = await sitDown();
    desk.meet(({ path }) => path.endsWith('/coql'), lostBefore.offline);
    desk.meet(({ path }) => path.endsWith('/custom_buttons'), refused.unauthorised);
    const found = await check(desk);
    expect(found).toContain(
      'Counting records (COQL) | Unknown | The page can’t show how many records a rule matches.',
    );
    expect(found).toContain(
      'Custom buttons INVALID_TOKEN 401 | Doesn’t work | You can’t block more buttons.',
    );
  });

  it('asks nothing where there is no CRM page to ask', async () => {
    const desk = await sitDown({ host: { answered: false, zrc: false, sdkVersion: null, crmOrigin: null } });
    const calls = desk.calls.length;
    const found = await check(desk);
    expect(desk.calls.length).toBe(calls);
    expect(found).toContain(
      'Zoho’s script | Doesn’t work | Nothing can be read or saved. Check what blocks live.zwidgets.com.',
    );
    expect(found).toContain('Fields | Unknown | You can’t choose fields or change rules.');
  });

  it('is copied as text without a name, id or value out of the CRM', async () => {
    const desk = await sitDown();
    await check(desk);
    const text = await copied();
    expect(text.split('\n')).toHaveLength(18);
    expect(text).toMatch(/^Record Lock \d+\.\d+\.\d+, self-check, \d{4}-/);
    expect(text).toContain('\nhost: pass, dropped 0\n');
    expect(text).toContain('\nfeature: pass, rules 5, fields 15, profiles 15, buttons 30\n');
    expect(text).toContain('\npublish: unknown, notTried');
    expect(text).not.toMatch(/\d{10}/);
    for (const { name, email } of desk.crm.sandbox.org.users())
      for (const word of [name, email]) expect(text).not.toContain(word);
  });

  it('shows the text where the browser does not let a frame copy', async () => {
    const desk = await sitDown();
    await check(desk);
    vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
    click(button('Copy as text'));
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Copy the text yourself/ });
    expect(box.value).toContain('modules: pass');
  });

  it('can be run again, and tries everything anew', async () => {
    const desk = await sitDown();
    desk.meet(({ path }) => path.endsWith('/coql'), lostBefore.offline);
    await check(desk);
    expect(screen.getByText('15 of 16 checks passed')).toBeTruthy();
    click(button('Check again'));
    await waitFor(() => expect(screen.getByText('Everything that could be tried works.')).toBeTruthy());
    click(button('Close'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the data center', () => {
  it.each([
    ['https://crm.zoho.com', 'US'],
    ['https://crm.zoho.com.au', 'AU'],
    ['https://crm.zoho.eu', 'EU'],
    ['https://crm.zohocloud.ca', 'CA'],
    ['https://notzoho.eu', null],
    ['https://zoho.eu.example', null],
    ['http://127.0.0.1:5050', null],
  ])('of %s is %s', (origin, centre) => expect(dataCentre(origin)).toBe(centre));
});
