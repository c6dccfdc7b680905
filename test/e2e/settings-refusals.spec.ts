/** Every refusal of the configuration calls, made by the sandbox itself, is seen at its place in the page. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { settingsPage } from './support/settings-page';

const CALL = /\/settings\/record_locking_configurations/;

type Body = Record<string, unknown>;
const leaf = (value: string, field: Body = { api_name: 'Stage' }) => ({ comparator: 'equal', field, value });
const rule = (name: string, criteria: Body = leaf(name)) => ({ name, criteria });
const many = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
const STAGE = '5843104000000002565';

/** What is wrong with the request, and where the page has to say so. */
const REFUSALS: readonly (readonly [name: string, change: Body, place: string])[] = [
  ['MANDATORY_NOT_FOUND lock_type', { lock_type: null }, 'Lock type'],
  ['INVALID_DATA lock_type', { lock_type: 'sometimes' }, 'Lock type'],
  ['INVALID_DATA locked_for', { locked_for: 'nobody' }, 'Locked for'],
  ['LIMIT_EXCEEDED rules', { locking_rules: many(6, (i) => rule(`Rule ${i}`, leaf(`${i}`))) }, 'Rules'],
  ['LIMIT_EXCEEDED fields', { excluded_fields: many(16, () => ({ api_name: 'Amount' })) }, 'Editable fields'],
  ['LIMIT_EXCEEDED buttons', { restricted_custom_buttons: many(31, () => ({ id: '1' })) }, 'Blocked buttons'],
  ['LIMIT_EXCEEDED profiles', { lock_excluded_profiles: many(16, () => ({ id: '1' })) }, 'Exempt profiles'],
  ['INVALID_DATA profile', { lock_excluded_profiles: [{ id: '1' }] }, 'Exempt profiles'],
  ['DEPENDENT_FIELD_MISSING profiles', { lock_excluded_profiles: null }, 'Exempt profiles'],
  ['INVALID_DATA button', { restricted_custom_buttons: [{ id: '1' }] }, 'Blocked buttons'],
  ['INVALID_DATA action', { restricted_actions: ['update', 'fly'] }, 'Blocked actions'],
  ['INVALID_DATA communication', { restricted_communications: ['pigeon'] }, 'Blocked actions'],
  ['NOT_SUPPORTED communication', { restricted_communications: ['send_survey'] }, 'Blocked actions'],
  ['INVALID_DATA field', { excluded_fields: [{ api_name: 'No_Such_Field' }] }, 'Editable fields'],
  ['NOT_SUPPORTED field', { excluded_fields: [{ api_name: 'Owner' }] }, 'Editable fields'],
  ['EXPECTED_FIELD_MISSING field', { excluded_fields: [{}] }, 'Editable fields'],
  ['AMBIGUITY field', { excluded_fields: [{ api_name: 'Amount', id: STAGE }] }, 'Editable fields'],
  ['DUPLICATE_DATA name', { locking_rules: [rule('A', leaf('x')), rule('A', leaf('y'))] }, 'Rules'],
  ['DUPLICATE_DATA criteria', { locking_rules: [rule('A', leaf('x')), rule('B', leaf('x'))] }, 'Rules'],
  [
    'INVALID_DATA criteria field',
    { locking_rules: [rule('A', leaf('x', { api_name: 'No_Such' }))] },
    'Rules',
  ],
  ['EXPECTED_FIELD_MISSING criteria', { locking_rules: [rule('A', leaf('x', {}))] }, 'Rules'],
  [
    'AMBIGUITY criteria',
    { locking_rules: [rule('A', leaf('x', { api_name: 'Amount', id: STAGE }))] },
    'Rules',
  ],
];

/** Changes the next save on its way, so that the CRM refuses it. */
const spoil = (page: Page, change: Body) =>
  page.route(CALL, async (route) => {
    const request = route.request();
    if (request.method() !== 'PUT') return route.fallback();
    const body = request.postDataJSON();
    Object.assign(body.record_locking_configurations[0], change);
    return route.continue({ postData: JSON.stringify(body) });
  });

test('each refusal stands at its place and in the summary, and the draft stays', async ({
  page,
  openSettings,
  crm,
}) => {
  test.setTimeout(90_000);
  const ui = settingsPage(page);
  const { frame } = ui;
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await frame.getByRole('checkbox', { name: 'Tags' }).check();
  const before = JSON.stringify(crm.sandbox.org.configurationOf('Deals'));
  for (const [name, change, place] of REFUSALS)
    await test.step(name, async () => {
      await spoil(page, change);
      crm.sandbox.clearLog();
      await ui.save('Not saved');
      await page.unroute(CALL);
      const answer = crm.sandbox.log.find(({ method }) => method === 'PUT');
      expect(answer?.status).toBe(400);
      expect(JSON.stringify(answer?.responseBody)).toContain(name.split(' ')[0]);
      const summary = frame.getByRole('region', { name: /to fix before saving/ });
      await expect(summary).toBeFocused();
      await expect(summary.getByRole('button')).toHaveText(
        new RegExp(`^${place} Zoho CRM didn’t accept this: .`),
      );
      await summary.getByRole('button').click();
      const said = frame.locator('.problem', { hasText: 'Zoho CRM didn’t accept this' });
      await expect(said).toBeInViewport();
      if (place !== 'Rules') {
        const role = place.startsWith('Lock')
          ? 'radiogroup'
          : place === 'Blocked actions'
            ? 'group'
            : 'combobox';
        await expect(frame.getByRole(role, { name: place })).toHaveAccessibleDescription(
          /didn’t accept this/,
        );
      }
    });
  await expect(frame.getByRole('checkbox', { name: 'Tags' })).toBeChecked();
  expect(JSON.stringify(crm.sandbox.org.configurationOf('Deals'))).toBe(before);
  await ui.save();
});
