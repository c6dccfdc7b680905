// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { translatorFor } from '../../../i18n/translations';
import { all, any, button, click, leaf, open, rule, sitDown, type } from './harness';

const won = {
  id: '1',
  name: 'Closed Won',
  lock_existing_records: true,
  criteria: leaf('Stage', 'equal', 'Closed Won'),
};
const large = { id: '2', name: 'Large', criteria: leaf('Amount', 'greater_than', '50000') };
const names = () =>
  screen.getAllByRole('region', { name: /^Rule / }).map((one) => one.getAttribute('aria-label'));

afterEach(cleanup);

describe('the rules of a module', () => {
  it('are shown by name and sentence, without a control inside', () => {
    sitDown([
      won,
      {
        ...large,
        criteria: all(any(won.criteria, large.criteria), leaf('Closing_Date', 'less_than', '2026-12-31')),
      },
    ]);
    expect(screen.getByRole('heading', { name: 'Rules' })).toBeTruthy();
    expect(within(rule('Rule Closed Won')).getByText('Stage is Closed Won')).toBeTruthy();
    const sentence =
      '(Stage is Closed Won or Amount is more than 50,000) and Closing Date is before Dec 31, 2026';
    expect(within(rule('Rule Large')).getByText(sentence)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it.each([
    [
      'de',
      'Regel Large',
      '(Stage ist Closed Won oder Amount ist größer als 50.000) und Closing Date liegt vor 31.12.2026',
    ],
    [
      'ar',
      'القاعدة \u2068Large\u2069',
      '(\u2068Stage\u2069 يساوي \u2068Closed Won\u2069 أو \u2068Amount\u2069 أكثر من 50,000) و\u2068Closing Date\u2069 قبل 31/12/2026',
    ],
  ])('read in %s as well', (language, name, sentence) => {
    const criteria = all(any(won.criteria, large.criteria), leaf('Closing_Date', 'less_than', '2026-12-31'));
    sitDown([{ ...large, criteria }], { language });
    const text = rule(name)
      .querySelector('.sentence')
      ?.textContent?.replace(/[\u200e\u200f]/g, '');
    expect(text?.normalize()).toBe(sentence);
  });

  it('that lock nothing of their own name the one that locks it all', async () => {
    const richer = {
      ...large,
      id: '3',
      name: 'Very large',
      criteria: leaf('Amount', 'greater_than', '90000'),
    };
    sitDown([large, richer]);
    const hint = 'The rule Large already locks every record this rule locks.';
    expect(await within(open('Rule Very large')).findByText(hint)).toBeTruthy();
    expect(within(open('Rule Large')).queryByText(/already locks every record\.$/)).toBeNull();
  });

  it('can be added, up to the limit; a new one opens with its name to be typed', () => {
    const desk = sitDown([won]);
    click('Add rule');
    const name = within(rule('Rule 2')).getByRole('textbox', { name: 'Rule name' });
    expect(document.activeElement).toBe(name);
    type(name, 'Lost');
    expect(names()).toEqual(['Rule Closed Won', 'Rule Lost']);
    expect(desk.json()[1]).toEqual({
      name: 'Lost',
      lock_existing_records: false,
      criteria: { comparator: '', field: {}, value: null },
    });
    for (let i = 0; i < 3; i++) click('Add rule');
    expect(screen.getByText('5 of 5')).toBeTruthy();
    expect(screen.getByText('You’ve reached the limit of 5 rules.')).toBeTruthy();
    click('Add rule');
    expect(desk.json().length).toBe(5);
  });

  it('can be copied under a name that no rule has', () => {
    const desk = sitDown([won]);
    click('Duplicate rule', rule('Rule Closed Won'));
    click('Duplicate rule', rule('Rule Closed Won'));
    expect(names()).toEqual(['Rule Closed Won', 'Rule Closed Won (copy)', 'Rule Closed Won (copy 2)']);
    expect(desk.json()[1]).toEqual({
      name: 'Closed Won (copy)',
      lock_existing_records: true,
      criteria: won.criteria,
    });
    expect(document.activeElement).toBe(
      within(rule('Rule Closed Won (copy 2)')).getByRole('textbox', { name: 'Rule name' }),
    );
  });

  it.each([
    ['en', 'أُغلقت', 'أُغلقت (copy)'],
    ['ar', 'Closed Won', 'Closed Won (نسخة)'],
    ['en', 'Costs $& more', 'Costs $& more (copy)'],
  ])('copied on a page in %s get a name without marks of direction: %s', (language, name, copy) => {
    const desk = sitDown([{ ...won, name }], { language });
    click(translatorFor('settings', language).t('settings.rules.duplicate'));
    expect(desk.json()[1]?.name).toBe(copy);
  });

  it('can be deleted and restored before saving, with the focus at the way back', () => {
    const desk = sitDown([won, large]);
    click('Delete rule', rule('Rule Closed Won'));
    expect(desk.json()).toEqual([large]);
    expect(within(rule('Rule Closed Won')).getByText('Will be deleted when you save.')).toBeTruthy();
    expect(document.activeElement).toBe(button('Restore rule'));
    click('Restore rule');
    expect(desk.json()).toEqual([won, large]);
    expect(document.activeElement).toBe(button('Edit', rule('Rule Closed Won')));
  });

  it('lock existing records only when told to, and say what that means', () => {
    const desk = sitDown([large]);
    const box = within(open('Rule Large')).getByRole('checkbox', {
      name: 'Lock matching records now',
    });
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'can’t be unlocked one by one',
    );
    fireEvent.click(box);
    expect(desk.json()).toEqual([{ ...large, lock_existing_records: true }]);
    fireEvent.click(box);
    expect(desk.json()).toEqual([large]);
  });

  it('open and close without changing anything', () => {
    const desk = sitDown([won]);
    const before = desk.json()[0];
    open('Rule Closed Won');
    click('Done');
    expect(desk.json()[0]).toBe(before);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('of a configuration of Zoho’s own can be read and not changed', () => {
    sitDown([won], { readOnly: true });
    expect(screen.queryByRole('button', { name: /Delete|Duplicate|Add/ })).toBeNull();
    click('Show');
    const controls = [
      ...rule('Rule Closed Won').querySelectorAll<HTMLInputElement>('.rule-body :is(input, select, button)'),
    ];
    expect(controls.length).toBeGreaterThan(3);
    expect(controls.every((control) => control.matches(':disabled, :disabled *'))).toBe(true);
  });

  it('of a form that is not known are shown as they are', () => {
    sitDown(['new form']);
    expect(screen.getByText(/They’re kept as they are/)).toBeTruthy();
    expect(document.querySelector('pre')?.textContent).toContain('new form');
    expect(screen.queryByRole('button', { name: 'Add rule' })).toBeNull();
  });

  it('of tasks come with the one condition that Zoho takes', () => {
    const desk = sitDown([], { module: 'Tasks' });
    click('Add rule');
    expect(desk.criteria()).toEqual(leaf('Status', 'equal', 'Closed'));
    expect(screen.getByText(/locks tasks only when/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add condition' })).toBeNull();
  });
});

describe('a rule that was just added', () => {
  it('is not called broken, neither by its count nor after a save that failed', () => {
    sitDown([{ ...large, criteria: leaf('Amount', 'greater_than', 'many') }], { check: true, unsaved: true });
    click('Add rule');
    const name = within(rule('Rule 2')).getByRole('textbox', { name: 'Rule name' });
    expect(name.getAttribute('aria-invalid')).toBeNull();
    expect(within(rule('Rule 2')).queryByText('Choose a field.')).toBeNull();
    expect(within(rule('Rule 2')).getByText('Finish the rule to see how many records match.')).toBeTruthy();
    expect(within(rule('Rule Large')).getByText(/problem/)).toBeTruthy();
  });
});

describe('problems of rules', () => {
  const at = (...path: (string | number)[]) => ['locking_rules', ...path];
  const wrong = (control: HTMLElement) => {
    expect(control.getAttribute('aria-invalid')).toBe('true');
    const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
  };

  it('stand at their controls', () => {
    sitDown(
      [
        {
          name: '',
          criteria: all({ comparator: '', field: {}, value: null }, leaf('Amount', 'greater_than', 'many')),
        },
        large,
      ],
      {
        check: true,
        unsaved: true,
      },
    );
    expect(within(rule('Rule 1')).getByText('3 problems')).toBeTruthy();
    open('Rule 1');
    expect(wrong(screen.getByRole('textbox', { name: 'Rule name' }))).toBe('Enter a name for the rule.');
    const [first, second] = screen.getAllByRole('group', { name: /^Condition \d/ });
    expect(wrong(within(first ?? document.body).getByRole('combobox', { name: 'Field' }))).toBe(
      'Choose a field.',
    );
    expect(wrong(within(second ?? document.body).getByRole('textbox', { name: 'Value' }))).toBe(
      'Enter a number.',
    );
    type(within(second ?? document.body).getByRole('textbox', { name: 'Value' }), '12');
    expect(screen.queryByText('Enter a number.')).toBeNull();
  });

  it('that Zoho finds stand at the same places, in its own words', () => {
    const params = { code: 'INVALID_DATA', message: 'invalid data' };
    sitDown([large], { refusals: [{ code: 'api', path: at(0, 'criteria', 'comparator'), params }] });
    open('Rule Large');
    expect(wrong(screen.getByRole('combobox', { name: 'Comparator' }))).toBe(
      'Zoho CRM didn’t accept this: “invalid data”',
    );
  });

  it('of two rules with the same conditions are said at the second', () => {
    sitDown([won, { ...won, name: 'Twin' }], { check: true, unsaved: true });
    expect(within(open('Rule Twin')).getByText(/The rule “Closed Won” has the same conditions/)).toBeTruthy();
    expect(within(rule('Rule Closed Won')).queryByText(/problem/)).toBeNull();
  });

  it('of the section as a whole stand at its top', () => {
    sitDown([], { check: true, unsaved: true });
    expect(screen.getByText('Automatic locking needs at least one rule.').id).toBe(
      'setting-locking_rules-problem',
    );
  });
});
