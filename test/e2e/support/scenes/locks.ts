import { manualDeal, PATHS, press, type RecordScene, setReason } from './scene';

const LONG = `The customer's legal department is going through the contract, clause by clause.

Until they are done:
- no change of amount or discount
- no other closing date
- no change of the account

Questions go to the contracts desk. ${'It may take until the end of the quarter. '.repeat(6)}`;

const CHANGES = ['Refresh', 'Edit reason', 'Unlock', 'History'];
/** What a lock looks like to different people. */
export const LOCKS: readonly RecordScene[] = [
  {
    name: 'unlocked',
    path: PATHS.open,
    address: { user: 'sales' },
    status: 'Unlocked',
    shows: ['Anyone with access can change this record.'],
    buttons: ['Refresh', 'Lock record', 'History'],
    calls: 1,
  },
  {
    name: 'locked-by-another',
    path: PATHS.manual,
    address: { user: 'admin' },
    status: 'Locked',
    shows: ['By Patricia Boyle, 3 hours ago', /Prices are being checked\.\nPlease/, 'You can’t edit it.'],
    buttons: CHANGES,
    calls: 2,
  },
  {
    name: 'locked-by-me',
    path: PATHS.manual,
    address: { user: 'sales' },
    status: 'Locked',
    shows: ['By you, 3 hours ago'],
    buttons: CHANGES,
    calls: 2,
  },
  {
    name: 'locked-without-reason',
    path: PATHS.manual,
    address: { user: 'admin' },
    before: (_, crm) => setReason(crm, manualDeal, null),
    status: 'Locked',
    shows: ['No reason given.'],
    buttons: CHANGES,
    calls: 2,
  },
  {
    name: 'locked-long-reason',
    path: PATHS.manual,
    address: { user: 'admin' },
    before: (_, crm) => setReason(crm, manualDeal, LONG),
    status: 'Locked',
    shows: [/clause by clause\.\n\nUntil/],
    buttons: ['Refresh', 'Show all', 'Edit reason', 'Unlock', 'History'],
    calls: 2,
  },
  {
    name: 'locked-long-reason-unfolded',
    path: PATHS.manual,
    address: { user: 'admin' },
    before: (_, crm) => setReason(crm, manualDeal, LONG),
    steps: (page) => press(page, 'Show all'),
    status: 'Locked',
    shows: [/end of the quarter/],
    buttons: ['Refresh', 'Show less', 'Edit reason', 'Unlock', 'History'],
    calls: 2,
  },
  {
    name: 'locked-markup-in-reason',
    path: PATHS.manual,
    address: { user: 'admin' },
    before: (_, crm) => setReason(crm, manualDeal, '<img src=x onerror=alert(1)> <b>bold</b> &amp; {name}'),
    status: 'Locked',
    shows: ['<img src=x onerror=alert(1)> <b>bold</b> &amp; {name}'],
    buttons: CHANGES,
    calls: 2,
  },
  {
    name: 'locked-arabic-reason',
    path: PATHS.manual,
    address: { user: 'admin' },
    before: (_, crm) => setReason(crm, manualDeal, 'العقد قيد المراجعة (2026)'),
    status: 'Locked',
    shows: ['العقد قيد المراجعة (2026)'],
    buttons: CHANGES,
    calls: 2,
  },
  {
    name: 'locked-by-rule-administrator',
    path: PATHS.automatic,
    address: { user: 'admin' },
    status: 'Locked by “Closed Won”',
    shows: [
      /because Stage is Closed Won$/,
      'Description and Next Step',
      'Edit, Delete, and Change owner',
      /You can’t unlock it: a rule locked it/,
    ],
    buttons: ['Refresh', 'History'],
    calls: 3,
  },
  {
    name: 'locked-by-rule-sales',
    path: PATHS.automatic,
    address: { user: 'sales' },
    status: 'Locked automatically',
    shows: ['You can’t edit it.', /An administrator can see/, /You can’t unlock it: a rule locked it/],
    buttons: ['Refresh', 'History'],
    calls: 2,
  },
  {
    name: 'locked-by-both',
    path: PATHS.both,
    address: { user: 'admin' },
    status: 'Locked manually and by a rule',
    shows: ['Contract is with the customer for signature', 'Closed Won', 'Stage is Closed Won'],
    buttons: CHANGES,
    calls: 3,
  },
  {
    name: 'locked-for-others',
    path: PATHS.manual,
    address: { user: 'exempt' },
    status: 'Locked for others. You can still edit it.',
    shows: ['By Patricia Boyle, 3 hours ago'],
    buttons: CHANGES,
    calls: 2,
  },
];
