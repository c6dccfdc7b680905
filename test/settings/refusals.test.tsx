// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import {
  checkbox,
  click,
  combobox,
  type Desk,
  description,
  isWrite,
  save,
  sitDown,
  status,
} from './support/harness';

const ROOT = '$.record_locking_configurations[0]';
const summary = () => screen.getByRole('region', { name: /to fix before saving/ });

/** Opens Deals, changes something, and lets Zoho refuse it with this error. */
async function refuse(code: string, message: string, details: object, wrapped = true): Promise<Desk> {
  const desk = await sitDown();
  await desk.open('Deals');
  click(checkbox('Tags'));
  const error = { code, message, details, status: 'error' };
  desk.meet(isWrite, async () => ({
    status: 400,
    body: wrapped ? { record_locking_configurations: [error] } : error,
  }));
  await save(desk);
  expect(status()).toBe('Not saved');
  return desk;
}

const placed = (path: string, more: object = {}) => ({ json_path: `${ROOT}.${path}`, ...more });

describe('a refusal that names a setting', () => {
  it.each([
    ['LIMIT_EXCEEDED', 'excluded_fields', 'Editable fields'],
    ['NOT_SUPPORTED', 'excluded_fields[0].api_name', 'Editable fields'],
    ['LIMIT_EXCEEDED', 'lock_excluded_profiles', 'Exempt profiles'],
    ['INVALID_DATA', 'lock_excluded_profiles[0].id', 'Exempt profiles'],
    ['DEPENDENT_FIELD_MISSING', 'lock_excluded_profiles', 'Exempt profiles'],
    ['LIMIT_EXCEEDED', 'restricted_custom_buttons', 'Blocked buttons'],
    ['INVALID_DATA', 'restricted_custom_buttons[0].id', 'Blocked buttons'],
  ])('%s at %s stands at "%s" and in the summary', async (code, path, name) => {
    await refuse(code, `said of ${path}`, placed(path));
    expect(description(combobox(name))).toContain(`said of ${path}`);
    expect(combobox(name).getAttribute('aria-invalid')).toBe('true');
    expect(summary().textContent).toContain(`${name} Zoho CRM didn’t accept this: `);
    expect(summary().textContent).toContain(`said of ${path}`);
  });

  it.each([
    ['MANDATORY_NOT_FOUND', 'lock_type', 'Lock type'],
    ['INVALID_DATA', 'lock_type', 'Lock type'],
    ['INVALID_DATA', 'locked_for', 'Locked for'],
  ])('%s at %s stands at the group "%s"', async (code, path, name) => {
    await refuse(code, `said of ${path}`, placed(path));
    expect(description(screen.getByRole('radiogroup', { name }))).toContain(`said of ${path}`);
  });

  it.each([
    ['INVALID_DATA', 'restricted_actions[1]'],
    ['NOT_SUPPORTED', 'restricted_communications'],
    ['INVALID_DATA', 'restricted_communications[0]'],
  ])('%s at %s stands at the blocked actions', async (code, path) => {
    await refuse(code, `said of ${path}`, placed(path));
    expect(description(screen.getByRole('group', { name: 'Blocked actions' }))).toContain(`said of ${path}`);
  });
});

describe('a refusal that names a rule or a condition', () => {
  it.each([
    ['DUPLICATE_DATA', placed('locking_rules[0].name')],
    ['DUPLICATE_DATA', placed('locking_rules[0].criteria')],
    ['NOT_SUPPORTED', placed('locking_rules[0].criteria.field.api_name')],
    ['INVALID_DATA', placed('locking_rules[0].criteria.comparator')],
    ['INVALID_DATA', placed('locking_rules[0].criteria.value')],
    ['LIMIT_EXCEEDED', placed('locking_rules')],
    ['DEPENDENT_FIELD_MISSING', placed('locking_rules')],
    [
      'EXPECTED_FIELD_MISSING',
      {
        expected_fields: [
          { json_path: `${ROOT}.locking_rules[0].criteria.field.api_name`, api_name: 'api_name' },
        ],
      },
    ],
    [
      'AMBIGUITY_DURING_PROCESSING',
      { ambiguity_due_to: [{ json_path: `${ROOT}.locking_rules[0].criteria.field.id`, api_name: 'id' }] },
    ],
  ])('%s stands in the summary, which leads to its place', async (code, details) => {
    await refuse(code, 'said of it', details);
    const way = within(summary()).getByRole('button');
    expect(way.textContent).toBe('Rules Zoho CRM didn’t accept this: “said of it”');
    click(way);
    const rules = screen.getByRole('region', { name: 'Rules' });
    await vi.waitFor(() => expect(rules.contains(document.activeElement)).toBe(true));
    const focused = document.activeElement;
    expect(document.getElementById(`${focused?.id}-problem`)?.textContent).toContain('said of it');
  });
});

describe('a refusal that names no place', () => {
  it.each([
    ['LIMIT_EXCEEDED', { param_name: 'module', limit: 1 }],
    ['NOT_ALLOWED', { resource_path_index: 1 }],
    ['INVALID_DATA', { json_path: '$.elsewhere' }],
    ['SOMETHING_NEW', { what: 'ever' }],
  ])('%s is shown whole', async (code, details) => {
    await refuse(code, 'said of all', details, false);
    const notice = screen.getByRole('region', { name: 'Notice' }).textContent;
    expect(notice).toContain('said of all');
    expect(notice).toContain(code);
    expect(notice).toContain(JSON.stringify(details));
    expect(checkbox('Tags').checked).toBe(true);
  });

  it('goes with the next try', async () => {
    const desk = await refuse('SOMETHING_NEW', 'said of all', {}, false);
    expect(screen.queryAllByText(/said of all/)).toHaveLength(2);
    await save(desk);
    expect(screen.queryByText(/said of all/)).toBeNull();
  });
});
