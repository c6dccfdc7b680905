import type { Page } from '@playwright/test';
import { explanationVariable } from '../../../../src/locking/published/explanation';
import { explanationText } from '../../../../src/locking/published/explanation-text';
import type { RunningSandbox } from '../../../sandbox/server';
import { recordWidget } from '../record-widget';
import { setSwitch } from '../sandbox-bar';
import { firstOf, manualDeal, openDeal, PATHS, press, type RecordScene, setReason } from './scene';

const type = (page: Page, text: string) => recordWidget(page).reason.fill(text);
const FORM = ['Refresh', 'Lock', 'Cancel'];
const QUESTION = ['Refresh', 'Unlock record', 'Cancel'];

async function lockAs(page: Page, reason: string): Promise<void> {
  await press(page, 'Lock record');
  await type(page, reason);
  await press(page, 'Lock');
}

/** Another administrator's hand, with the record open here. */
function lockBehind({ sandbox: { org } }: RunningSandbox, reason: string): void {
  const lock = org.lockOf('Deals', manualDeal);
  if (lock) org.setLock('Deals', openDeal, { ...lock, id: '5843104000001079999', reason });
}

async function fill(page: Page, reasons: readonly string[]): Promise<void> {
  for (const reason of reasons) {
    await lockAs(page, reason);
    await press(page, 'Unlock', 'Unlock record');
    await recordWidget(page).button('Undo').waitFor();
  }
  await press(page, 'Lock record');
}

/** Only these reasons may be given. */
function publishReasons({ sandbox: { org } }: RunningSandbox, reasons: readonly string[]): void {
  org.state.variables.push({
    id: '5843104000001079998',
    name: 'Record Lock: Deals',
    api_name: explanationVariable('Deals'),
    type: 'textarea',
    value: explanationText('Deals', null, [], { reasons, common: [], free: false }) ?? '',
    description: null,
    variable_group: { id: '1', api_name: 'General' },
  });
}

/** In the middle of an action, and after it. */
export const TASKS: readonly RecordScene[] = [
  {
    name: 'lock-form',
    path: PATHS.open,
    address: { user: 'sales' },
    steps: (page) => press(page, 'Lock record'),
    status: 'Unlocked',
    shows: ['Reason', 'Say why, so that others know.'],
    buttons: FORM,
    calls: 1,
  },
  {
    name: 'lock-form-empty-sent',
    path: PATHS.open,
    address: { user: 'sales' },
    steps: (page) => press(page, 'Lock record', 'Lock'),
    status: 'Unlocked',
    shows: ['Enter a reason.'],
    buttons: FORM,
    calls: 1,
  },
  {
    name: 'lock-form-near-the-limit',
    path: PATHS.open,
    address: { user: 'sales' },
    steps: async (page) => {
      await press(page, 'Lock record');
      await type(page, 'Long reason. '.repeat(230));
    },
    status: 'Unlocked',
    shows: ['11 characters left'],
    buttons: FORM,
    calls: 1,
  },
  {
    name: 'lock-form-too-long',
    path: PATHS.open,
    address: { user: 'sales' },
    steps: async (page) => {
      await press(page, 'Lock record');
      await type(page, 'x'.repeat(3_001));
    },
    status: 'Unlocked',
    shows: ['1 character too many.'],
    buttons: FORM,
    calls: 1,
  },
  {
    name: 'lock-form-recent-reasons',
    path: PATHS.open,
    address: { user: 'sales' },
    steps: (page) =>
      fill(page, [
        'Waiting for the signed contract',
        'Prices are being checked, please leave the amount as it is',
        'Audit',
      ]),
    status: 'Unlocked',
    shows: ['Waiting for the signed contract'],
    buttons: [
      'Refresh',
      'Audit',
      'Prices are being checked, please leave the amount as it is',
      'Waiting for the signed contract',
      'Lock',
      'Cancel',
    ],
    calls: 16,
  },
  {
    name: 'locked-now',
    path: PATHS.open,
    address: { user: 'sales' },
    steps: (page) => lockAs(page, 'Waiting for the signed contract'),
    status: /^Locked/,
    shows: ['Waiting for the signed contract'],
    buttons: ['Refresh', 'Edit reason', 'Unlock', 'History'],
    calls: 4,
  },
  {
    name: 'edit-form',
    path: PATHS.manual,
    address: { user: 'sales' },
    steps: (page) => press(page, 'Edit reason'),
    status: 'Locked',
    shows: ['Reason'],
    buttons: ['Refresh', 'Save', 'Cancel'],
    calls: 2,
  },
  {
    name: 'unlock-question-of-another',
    path: PATHS.manual,
    address: { user: 'admin' },
    steps: (page) => press(page, 'Unlock'),
    status: 'Locked',
    shows: [/Patricia Boyle locked it\. Unlock it for everyone/, /Prices are being checked/],
    buttons: QUESTION,
    calls: 2,
  },
  {
    name: 'unlock-question-with-rule',
    path: PATHS.both,
    address: { user: 'sales' },
    steps: (page) => press(page, 'Unlock'),
    status: /manually and by a rule/,
    shows: [/A rule also locks this record/],
    buttons: QUESTION,
    calls: 2,
  },
  {
    name: 'unlocked-now',
    path: PATHS.manual,
    address: { user: 'sales' },
    steps: (page) => press(page, 'Unlock', 'Unlock record'),
    status: /^Unlocked/,
    shows: ['The record is unlocked.'],
    buttons: ['Refresh', 'Undo', 'Lock record', 'History'],
    calls: 4,
  },
  {
    name: 'rule-remains',
    path: PATHS.both,
    address: { user: 'sales' },
    steps: (page) => press(page, 'Unlock', 'Unlock record'),
    status: /^Locked automatically/,
    shows: [/A rule still locks this record/],
    buttons: ['Refresh', 'History'],
    // The fifth is tried once in a browser session: whether this user may read the configuration.
    calls: 5,
  },
  {
    name: 'refused',
    path: PATHS.open,
    address: { user: 'viewer', lang: 'en_US' },
    steps: (page) => lockAs(page, 'Waiting for the signed contract'),
    status: /^Unlocked/,
    shows: [/You don’t have permission/],
    buttons: FORM,
    calls: 2,
  },
  {
    name: 'cannot-lock',
    path: PATHS.open,
    address: { user: 'viewer', lang: 'en_US' },
    steps: async (page) => {
      await lockAs(page, 'Waiting for the signed contract');
      await press(page, 'Cancel');
    },
    status: /^Unlocked/,
    shows: [/You don’t have permission to lock this record/],
    buttons: ['Refresh', 'Lock record', 'History'],
    calls: 2,
  },
  {
    name: 'lock-form-fixed-reasons',
    path: PATHS.open,
    address: { user: 'sales' },
    before: (_, crm) =>
      publishReasons(crm, ['Contract is with the customer', 'Year-end audit', 'Legal hold']),
    steps: async (page) => {
      await press(page, 'Lock record');
      await recordWidget(page).inside.getByRole('radio', { name: 'Year-end audit' }).check();
    },
    status: 'Unlocked',
    shows: ['Reason', 'Legal hold'],
    buttons: FORM,
    calls: 1,
  },
  {
    name: 'only-automatic',
    path: firstOf('Invoices'),
    address: { user: 'sales' },
    steps: (page) => lockAs(page, 'Waiting for the payment'),
    status: /^Unlocked/,
    shows: [/Only rules can lock records of this module/],
    buttons: FORM,
    calls: 2,
  },
  {
    name: 'choice-reason-changed',
    path: PATHS.manual,
    address: { user: 'sales' },
    steps: async (page, crm) => {
      await press(page, 'Edit reason');
      await type(page, 'Prices are checked. Waiting for the signature.');
      setReason(crm, manualDeal, 'Prices are checked until Monday');
      await press(page, 'Save');
    },
    status: 'Locked',
    shows: ['Current', 'Prices are checked until Monday', 'Yours', /Waiting for the signature/],
    buttons: ['Refresh', 'Use my reason', 'Keep the current reason'],
    calls: 3,
  },
  {
    name: 'choice-lock-removed',
    path: PATHS.manual,
    address: { user: 'sales' },
    steps: async (page, { sandbox }) => {
      await press(page, 'Edit reason');
      await type(page, 'Prices are checked. Waiting for the signature.');
      sandbox.org.setLock('Deals', manualDeal, null);
      await press(page, 'Save');
    },
    status: 'Unlocked',
    shows: [/The record was unlocked while you were editing/, /Waiting for the signature/],
    buttons: ['Refresh', 'Lock with my reason', 'Leave it unlocked'],
    calls: 3,
  },
  {
    name: 'choice-locked-by-another',
    path: PATHS.open,
    address: { user: 'sales' },
    steps: async (page, crm) => {
      await press(page, 'Lock record');
      await type(page, 'Waiting for the signed contract');
      lockBehind(crm, 'Audit');
      await press(page, 'Lock');
    },
    status: /^Locked/,
    shows: ['Someone else locked this record first.', 'Audit', 'Waiting for the signed contract'],
    buttons: ['Refresh', 'Use my reason', 'Keep the current reason'],
    calls: 4,
  },
  {
    name: 'outcome-unknown',
    path: PATHS.manual,
    address: { user: 'sales' },
    steps: async (page) => {
      await press(page, 'Unlock');
      await setSwitch(page, 'fault', '500');
      await press(page, 'Unlock record');
    },
    status: /^Couldn’t check/,
    shows: [/We couldn’t confirm this/],
    buttons: ['Refresh', 'Check now'],
    calls: 4,
  },
];
