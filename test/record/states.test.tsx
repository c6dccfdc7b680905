// @vitest-environment happy-dom
import { getAllByRole, getByRole, queryAllByRole, queryByRole } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { type CrmError, type CrmErrorKind, fail } from '../../src/crm/errors';
import { absoluteTime } from '../../src/i18n/formats';
import type { RecordShown, RecordState } from '../../src/record/start/record-state';
import { LANGUAGES } from '../i18n/translations';
import { paint } from './support/stage';
import { automatic, DATA, everyState, explained, manual, NOW, shown, unknownStates } from './support/states';

const states = Object.entries(everyState);
const status = (root: HTMLElement) => getByRole(root, 'status').textContent ?? '';
const names = (root: HTMLElement, role: string) =>
  queryAllByRole(root, role).map((one) => one.getAttribute('aria-label') ?? one.textContent);
/** What is known about the lock, by its label. */
const rows = (root: HTMLElement): Record<string, string> =>
  Object.fromEntries(
    [...root.querySelectorAll('dl > div')].map((row) => [
      row.querySelector('dt')?.textContent ?? '',
      row.querySelector('dd')?.textContent?.replace(/[\u2066-\u2069]/g, '') ?? '',
    ]),
  );
const state = (name: string) => everyState[name] ?? shown();
const STAGE = { comparator: 'equal', field: { api_name: `${DATA}Stage` }, value: 'Closed Won' };

/** Every text a person can see or hear: text nodes and the attributes that are read out. */
function texts(root: HTMLElement): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node.textContent ?? '');
  for (const element of root.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      found.push(element.getAttribute(name) ?? '');
  return found.map((text) => text.trim()).filter(Boolean);
}

describe.each(states)('%s', (_name, each) => {
  it('is a region with one live region, a heading, and named controls', () => {
    const root = paint(each);
    expect(getAllByRole(root, 'region', { name: 'Record lock' })).toHaveLength(1);
    expect(
      root.querySelectorAll('[role="status"], [role="alert"], [role="log"], [aria-live], output'),
    ).toHaveLength(1);
    expect(queryAllByRole(root, 'heading')).toHaveLength(1);
    for (const name of names(root, 'button')) expect(name).toMatch(/\S/);
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const element of root.querySelectorAll('[aria-describedby]'))
      expect(ids).toContain(element.getAttribute('aria-describedby'));
  });

  it('has no text that was not translated', () => {
    const times = [absoluteTime(manual.lockedAt ?? '', 'en', 'Asia/Kolkata'), '3 hours ago'];
    for (const text of texts(paint(each, 'en-XA')))
      if (!text.includes(DATA) && !times.includes(text) && /\p{L}/u.test(text))
        expect(text).toMatch(/^\[.*\]$/s);
  });

  it.each(LANGUAGES)('speaks %s without gaps', (language) => {
    for (const text of texts(paint(each, language))) {
      expect(text).not.toMatch(/(record|common)\.\w/);
      expect(text).not.toMatch(/[{}]|undefined|\bnull\b|NaN|\[object/);
    }
    const region = document.querySelector('section');
    expect(region?.getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
  });
});

describe('what the status claims', () => {
  it.each(Object.entries(unknownStates))('%s: neither locked nor unlocked', (_name, each) => {
    expect(status(paint(each))).not.toMatch(/Locked|Unlocked/);
  });

  it.each([
    ['unlocked', /^Unlocked/],
    ['locked by hand', /^Locked/],
    ['locked by a rule', /^Locked automatically/],
    ['locked by both', /^Locked manually and by a rule/],
    ['locked in a way not known yet', /^Locked/],
    ['choosing, removed', /^Unlocked/],
    ['notice: notRefreshed', /^Locked.*out of date/],
    ['several records', /^3 records selected/],
    ['failed: edition', /^No locking in this edition/],
    ['failed: notSupported', /^No locking here/],
    ['failed: offline', /^Couldn’t check/],
    ['outcome unknown', /^Couldn’t check.*We couldn’t confirm this/],
  ])('%s', (name, text) => {
    expect(status(paint(state(name)))).toMatch(text);
  });
});

describe('what can be done', () => {
  it.each<[string, string[]]>([
    ['connecting', []],
    ['outside Zoho', []],
    ['script blocked', ['Retry']],
    ['silent host', ['Retry']],
    ['no ZRC', []],
    ['no record', []],
    ['several records', []],
    ['not configured', []],
    ['failed: offline', ['Retry']],
    ['failed: rateLimited', ['Retry']],
    ['failed: unexpected', ['Retry']],
    ['failed: edition', []],
    ['failed: notSupported', []],
    ['unlocked', ['Refresh', 'Lock record', 'History']],
    ['locked by hand', ['Refresh', 'Edit reason', 'Unlock', 'History']],
    ['locked by both', ['Refresh', 'Edit reason', 'Unlock', 'History']],
    ['locked by a rule', ['Refresh', 'History']],
    ['locking', ['Refresh', `${DATA} Recent one`, `${DATA} Recent two`, 'Lock', 'Cancel']],
    ['editing', ['Refresh', 'Save', 'Cancel']],
    ['unlocking', ['Refresh', 'Unlock record', 'Cancel']],
    ['choosing, changed', ['Refresh', 'Use my reason', 'Keep the current reason']],
    ['choosing, removed', ['Refresh', 'Lock with my reason', 'Leave it unlocked']],
    ['notice: unlocked, with undo', ['Refresh', 'Undo', 'Lock record', 'History']],
    ['outcome unknown', ['Refresh', 'Check now']],
  ])('%s: %j', (name, buttons) => {
    expect(names(paint(state(name)), 'button')).toEqual(buttons);
  });

  it('says why not, of a lock that a rule made', () => {
    expect(paint(state('locked by a rule')).textContent).toContain('You can’t unlock it: a rule locked it');
  });

  it('tells an administrator where to configure locking, and others whom to ask', () => {
    expect(paint(state('not configured, administrator')).textContent).toContain('You can set it up');
    expect(paint(state('not configured, others')).textContent).toContain('Ask an administrator');
  });
});

describe('a lock', () => {
  it('shows the reason, who, when, and what it means', () => {
    const text = paint(state('locked by hand')).textContent?.replace(/\s/g, ' ');
    for (const part of [
      'Prices are being checked.',
      'Patricia Boyle, 3 hours ago',
      'Oct 23, 2023, 5:46 PM',
      'You can’t edit it.',
    ])
      expect(text).toContain(part);
  });

  it('shows the rule, what is blocked and what stays editable, in words', () => {
    const root = paint(state('locked by a rule, explained'));
    expect(status(root)).toBe('Locked by “§ Closed Won”');
    expect(root.textContent).toContain('3 hours ago, because §Stage is §Closed Won');
    expect(rows(root)).toMatchObject({
      'Still editable': '§Next Step',
      Blocked: 'Edit, Delete, Change owner, Tags, Convert, Send mail, §archive, and § Send contract (button)',
    });
    expect(rows(paint(state('locked by a rule, nothing editable')))).toMatchObject({
      'Still editable': 'No fields',
    });
    expect(paint(state('locked by a rule that is gone')).textContent).toContain('no longer exists');
  });

  it('calls fields and values what people call them, and marks those that are gone', () => {
    const leaf = (api_name: string, value: unknown) => ({ comparator: 'equal', field: { api_name }, value });
    const group = [
      leaf('field3', ['Option 2', 'Option 9']),
      leaf('Amount', '50000'),
      leaf('field9', true),
      leaf('Owner', {}),
    ];
    const labels = {
      field3: { label: 'Contract state', values: { 'Option 2': 'Signed', 'Option 9': null } },
      Amount: { label: 'Volume', number: true },
      field7: { label: 'Remark' },
      field9: { label: null },
    } as const;
    const root = paint(
      explained({ criteria: { group_operator: 'AND', group }, labels, editableFields: ['field7', 'field8'] }),
    );
    expect(rows(root)).toMatchObject({
      Because:
        'Contract state is Signed or Option 9 (no longer in the list), Volume is 50,000, ' +
        'field9 (deleted field) is Yes, and Owner is a specific value',
      'Still editable': 'Remark and field8',
    });
  });

  it('tells what blocks a manual lock, too, where that is known', () => {
    expect(rows(paint(explained({ ruleName: null }, manual)))).toMatchObject({
      'Still editable': '§Next Step',
      Blocked: expect.stringContaining('Delete'),
    });
  });

  it.each([
    ['joined by a word that is not known', { group_operator: 'or', group: [STAGE, STAGE] }],
    ['compared with nothing', { ...STAGE, value: null }],
    ['compared by what is no text', { ...STAGE, comparator: { toString: 1 } }],
  ])('names the rule alone where its conditions cannot be said: %s', (_what, criteria) => {
    const root = paint(explained({ criteria }));
    expect(status(root)).toBe('Locked by “§ Closed Won”');
    expect(root.textContent?.toLowerCase()).not.toContain('because');
  });

  it('survives a value that is an object of a hostile form', () => {
    const value = { name: { toString: 1 }, toString: 1, valueOf: null };
    expect(paint(explained({ criteria: { ...STAGE, value } })).textContent).toContain('is a specific value');
  });

  it.each([
    [{ ...STAGE, comparator: 'in', value: [`\${${'EMPTY'}}`, 'Lost'] }, '§Stage is empty or Lost'],
    [{ ...STAGE, comparator: 'not_equal', value: `\${${'EMPTY'}}` }, '§Stage is not empty'],
  ])('tells an empty field from one of a list', (criteria, said) => {
    expect(paint(explained({ criteria })).textContent).toContain(`because ${said}`);
  });

  it('does not take a rule for gone that Zoho CRM does not name', () => {
    const text = paint(explained({ ruleName: null }, { ...automatic, ruleId: null })).textContent;
    expect(text).not.toContain('no longer exists');
  });

  it('tells nobody that something is closed to whom it is not', () => {
    const text = paint(state('locked by a rule for others')).textContent;
    expect(text).toContain('because §Stage is §Closed Won');
    expect(text).not.toContain('Still editable');
    expect(text).not.toContain('Blocked');
  });

  it('shows nothing of what this user cannot know', () => {
    const text = paint(shown({ lock: automatic })).textContent ?? '';
    for (const label of ['because', 'Blocked', 'Still editable', 'For you'])
      expect(text).not.toContain(label);
  });

  it('is told apart for others and for me', () => {
    const others = paint(state('locked for others'));
    expect(status(others)).toBe('Locked for others. You can still edit it.');
    expect(others.querySelector('.mark')?.className).toContain('exempt');
    const readOnly = paint(state('locked for others, read only'));
    expect(status(readOnly)).toBe('Locked for others');
    expect(readOnly.textContent).toContain('You don’t have permission to edit this record');
  });

  it('names the user as you', () => {
    expect(paint(shown({ lock: manual }), 'en', manual.lockedBy?.id).textContent).toContain(
      'By you, 3 hours ago',
    );
    const mine = shown({ lock: manual, access: { locked: true, lockedForMe: true, editable: false } });
    expect(rows(paint(mine, 'en', manual.lockedBy?.id))['For you']).toBe(
      'You locked it. You can’t edit it either.',
    );
    expect(rows(paint(mine))['For you']).toBe('You can’t edit it.');
    expect(paint(state('locked by nobody named')).textContent).not.toContain('By ,');
  });

  it('keeps line breaks, and folds what is long', () => {
    const reason = 'First line.\nSecond line.';
    expect(paint(shown({ lock: { ...manual, reason } })).querySelector('.reason')?.textContent).toBe(reason);
    expect(
      queryByRole(paint(shown({ lock: { ...manual, reason } })), 'button', { name: 'Show all' }),
    ).toBeNull();
    for (const long of ['x'.repeat(3000), 'line\n'.repeat(6)]) {
      const lock = { ...manual, reason: long };
      const folded = getByRole(paint(shown({ lock })), 'button', { name: 'Show all' });
      expect(folded.getAttribute('aria-expanded')).toBe('false');
      const unfolded = getByRole(paint(shown({ lock, unfolded: true })), 'button', { name: 'Show less' });
      expect(unfolded.getAttribute('aria-expanded')).toBe('true');
    }
  });
});

describe('the form', () => {
  const box = (name: string) => getByRole(paint(state(name)), 'textbox', { name: 'Reason' });

  it('counts near the limit and says what is too long or missing', () => {
    expect(paint(state('locking')).textContent).not.toContain('left');
    expect(paint(state('locking, near the limit')).textContent).toContain('100 characters left');
    expect(paint(state('locking, over the limit')).textContent).toContain('5 characters too many');
    expect(paint(state('locking without a reason')).textContent).toContain('Enter a reason.');
    expect(box('locking').getAttribute('aria-invalid')).toBe('false');
    expect(box('locking, over the limit').getAttribute('aria-invalid')).toBe('true');
    expect(box('locking without a reason').getAttribute('aria-invalid')).toBe('true');
  });

  it('leaves the checking to the widget, whose words are translated', () => {
    expect(paint(state('locking')).querySelector('form')?.noValidate).toBe(true);
  });

  it('cannot be changed while it is being sent', () => {
    const root = paint(state('locking, sent'));
    expect(getByRole(root, 'textbox').hasAttribute('readonly')).toBe(true);
    for (const name of ['Locking…', 'Cancel'])
      expect(getByRole(root, 'button', { name }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('progress', () => {
  it.each([
    ['locking', 'Locking…'],
    ['editing', 'Saving…'],
    ['unlocking', 'Unlocking…'],
    ['choosing, changed', 'Saving…'],
    ['choosing, removed', 'Locking…'],
    ['notice: unlocked, with undo', 'Locking…'],
  ])('of %s is shown in the button that was pressed: %s', (name, label) => {
    const before = names(paint(state(name)), 'button');
    const root = paint({ ...shown(), ...state(name), busy: 'writing' } as RecordState);
    const after = names(root, 'button');
    expect(after).toHaveLength(before.length);
    expect(after.filter((one, i) => one !== before[i])).toEqual([label]);
    expect(getByRole(root, 'button', { name: label }).getAttribute('aria-disabled')).toBe('true');
    expect(getByRole(root, 'button', { name: 'Refresh' }).className).not.toContain('turning');
  });

  it('of reading is shown in Refresh', () => {
    const root = paint(shown({ busy: 'reading' }));
    expect(getByRole(root, 'button', { name: 'Refresh' }).className).toContain('turning');
  });
});

describe('how old an answer is', () => {
  const help = (change: Partial<RecordShown>) => paint(shown(change)).querySelector('.help')?.textContent;

  it('is said from a minute on', () => {
    expect(help({ checkedAt: NOW - 59_000 })).toBe('Anyone with access can change this record.');
    expect(help({ checkedAt: NOW - 120_000 })).toBe('Checked 2 minutes ago');
    expect(help({ lock: manual, checkedAt: NOW - 120_000 })).toMatch(/3 hours ago · Checked 2 minutes ago$/);
  });
});

describe('a failure', () => {
  const failed = (kind: CrmErrorKind, more: Partial<CrmError>, action?: 'lock' | 'edit' | 'unlock') =>
    paint(
      action
        ? shown({ notice: { kind: 'failed', action, error: fail(kind, more).error } })
        : { kind: 'failed', error: fail(kind, more).error, busy: false },
    ).textContent;

  it.each([
    ['lock', 'Not locked. You don’t have permission to lock this record.'],
    ['edit', 'Reason not saved. You don’t have permission to edit the reason.'],
    ['unlock', 'Not unlocked. You don’t have permission to unlock this record.'],
  ] as const)('says that it was not done, and what is missing: %s', (action, text) => {
    const told = failed('noPermission', { details: { permissions: ['Crm_Implied_Lock_Deals'] } }, action);
    expect(told).toContain(text);
    expect(told).toContain('Module Permissions › Tools › Lock');
    expect(told).toContain('Missing permission: Crm_Implied_Lock_Deals');
  });

  it('to read names the permission that is missing, and not the one to lock', () => {
    const told = failed('noPermission', { details: { permissions: ['Crm_Implied_View_Deals'] } });
    expect(told).toContain('You don’t have permission to see this lock.');
    expect(told).toContain('Missing permission: Crm_Implied_View_Deals');
    expect(told).not.toContain('Tools › Lock');
  });

  it.each([
    [{ action: 'approval' }, 'An approval process holds this record.'],
    [{ action: 'new_process' }, 'Another process holds this record: new process.'],
  ])('names the process that holds the record: %j', (details, text) => {
    expect(failed('otherProcess', { details, message: 'locked' }, 'lock')).toContain(`Not locked. ${text}`);
  });

  it('leaves it to Zoho to say what holds a record that was read as unlocked', () => {
    const message = 'record is in a review process';
    expect(failed('recordLocked', { details: {}, message }, 'lock')).toContain(`“${message}”`);
  });
});

describe('the question whether to unlock', () => {
  it('names who locked it and why', () => {
    const text = paint(state('unlocking')).textContent;
    expect(text).toContain(`${DATA} Patricia Boyle locked it.`);
    expect(text).toContain(`${DATA} Prices are being checked.`);
    expect(paint(state('unlocking beside a rule')).textContent).toContain('A rule also locks this record');
  });
});

describe('hostile text', () => {
  const HOSTILE = [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '\u202eoverridden\u202d',
    'x'.repeat(300),
    '\ud800 lone \udfff',
    '{name} {count, plural, other {#}}',
    'مطبعة التجارة (Deal 7)',
    '"><b>bold</b>',
  ];

  it.each(HOSTILE)('%j stays text wherever it is shown', (hostile) => {
    const lock = { ...manual, reason: hostile, lockedBy: { id: '1', name: hostile } };
    const criteria = { comparator: 'equal', field: { api_name: hostile }, value: hostile };
    const explanation = {
      ruleName: hostile,
      criteria,
      blocked: [hostile],
      blockedButtons: [hostile],
      editableFields: [hostile],
      labels: { [hostile]: { label: hostile, values: { [hostile]: hostile } } },
    };
    const error = { kind: 'refused', certain: true, message: hostile } as const;
    const given = [
      shown({
        lock: { ...lock, source: 'both', ruleId: '1' },
        explanation,
        notice: { kind: 'failed', error },
      }),
      shown({ lock, task: { kind: 'editing', draft: hostile, checked: true, base: hostile } }),
      shown({ lock, task: { kind: 'choosing', mine: hostile } }),
      shown({ lock, task: { kind: 'unlocking' } }),
      { kind: 'failed', error, busy: false } as const,
    ];
    for (const each of given) {
      const root = paint(each);
      expect(root.querySelectorAll('img, script, b')).toHaveLength(0);
      expect(root.textContent).toContain(hostile.replace(/[\u202a-\u202e]/g, '').slice(0, 8));
      const marks = (pattern: RegExp) => (status(root).match(pattern) ?? []).length;
      expect(marks(/[\u2066-\u2068\u202a-\u202e]/g)).toBe(marks(/\u2069/g));
    }
    const box = getByRole(paint(given[1] ?? shown()), 'textbox');
    expect(box instanceof HTMLTextAreaElement && box.value).toBe(hostile);
  });
});
