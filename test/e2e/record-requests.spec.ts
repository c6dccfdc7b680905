/** Asking for an unlock, answering, unlocking with a reason, locking again and the history, by two people at one record. */
import type { Page } from '@playwright/test';
import { explanationVariable } from '../../src/locking/published/explanation';
import { explanationText } from '../../src/locking/published/explanation-text';
import { ALL_OFF } from '../../src/locking/published/switches';
import type { RunningSandbox } from '../sandbox/server';
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { recordWidget } from './support/record-widget';
import { manualDeal, press } from './support/scenes/scene';

const at = (user: string, width: '280' | '1000' = '1000') =>
  ({ module: 'Deals', id: manualDeal, user, lang: 'en_US', width }) as const;

/** What the administrator has turned on, as if the settings page had published it. */
function turnOn({ sandbox }: RunningSandbox): void {
  const name = explanationVariable('Deals');
  const value = explanationText('Deals', null, null, {
    ...{ reasons: [], common: [], free: true },
    switches: { ...ALL_OFF, requests: true, unlockReason: true, trail: true, reminders: true },
  });
  sandbox.org.state.variables.push({
    ...{ id: '5843104000009999001', name, api_name: name, type: 'textarea', value, description: null },
    variable_group: { id: '5843104000009999002', api_name: 'General' },
  });
}

const write = (page: Page, box: string, text: string) =>
  recordWidget(page).inside.getByRole('textbox', { name: box, exact: true }).fill(text);

test('a person asks, is declined, asks again, and the record is unlocked with a reason and locked again', async ({
  page: asker,
  otherBrowser,
  openRecord,
  crm,
}) => {
  turnOn(crm);
  const author = await otherBrowser();
  await openRecord(asker, at('viewer', '280'));
  await press(asker, 'Ask to unlock');
  await write(asker, 'Message', 'The customer moved the closing date. I need to change it today.');
  await axe(asker);
  await press(asker, 'Send request');
  await expect(recordWidget(asker).inside.getByText('You asked now')).toBeVisible();
  await axe(asker);

  await openRecord(author, at('sales'));
  const requests = recordWidget(author).inside.getByRole('region', { name: 'Requests' });
  await expect(requests).toContainText('Sales without Lock asks to unlock');
  await axe(author);
  await press(author, 'Decline');
  await write(author, 'Answer', 'Not before Friday.');
  await press(author, 'Send answer');
  await expect(requests).toHaveCount(0);

  await asker.reload();
  await expect(recordWidget(asker).inside.getByText('Not before Friday.')).toBeVisible();
  await press(asker, 'Ask to unlock');
  await write(asker, 'Message', 'It is Friday.');
  await press(asker, 'Send request');
  await expect(recordWidget(asker).inside.getByText('It is Friday.')).toBeVisible();

  await press(author, 'Refresh');
  await expect(requests).toContainText('It is Friday.');
  await requests.getByRole('button', { name: 'Unlock record' }).click();
  await write(author, 'Reason', 'The closing date changes');
  await press(author, 'Unlock record');
  await expect(recordWidget(author).status).toContainText('The record is unlocked.');
  await author.reload();
  await press(author, 'Lock again');
  await expect(recordWidget(author).status).toContainText('Locked');
  await press(author, 'History');
  const history = recordWidget(author).inside.getByRole('list', { name: 'History' });
  await expect(history).toContainText('You unlocked it.');
  await expect(history).toContainText('Sales without Lock asked to unlock it.');
  await expect(history).toContainText('You declined a request.');
  await axe(author);
});
