import type { Fault } from '../../../sandbox/host/switches';
import { dealPath, later, PATHS, type RecordScene, withClock } from './scene';

const FAULTS: readonly (readonly [name: string, fault: Fault, help: RegExp])[] = [
  ['offline', 'offline', /can’t be reached/],
  ['server-error', '500', /has a problem/],
  ['signed-out', '401', /Sign in and reload/],
  ['broken-html', 'html', /can’t be read/],
  ['broken-truncated', 'truncated', /can’t be read/],
];

/** The status could not be read. */
export const FAILURES: readonly RecordScene[] = [
  ...FAULTS.map(([name, fault, help]) => ({
    name: `failed-${name}`,
    path: PATHS.manual,
    address: { user: 'sales', fault },
    status: 'Couldn’t check',
    shows: [help],
    buttons: ['Retry'],
    calls: fault === 'offline' ? 0 : 1,
  })),
  {
    name: 'failed-too-many-calls',
    path: PATHS.manual,
    address: { user: 'sales', fault: '429' },
    before: withClock,
    steps: (page) => later(page, 'is limiting requests. Try again in a minute.'),
    status: 'Couldn’t check',
    shows: [/is limiting requests\. Try again in a minute/],
    buttons: ['Retry'],
    // Two of them after waiting, because it was only a read.
    calls: 3,
  },
  {
    name: 'failed-timeout',
    path: PATHS.manual,
    address: { user: 'sales', fault: 'hang' },
    before: withClock,
    steps: (page) => later(page, 'Zoho CRM didn’t answer in time.'),
    status: 'Couldn’t check',
    shows: ['Zoho CRM didn’t answer in time.'],
    buttons: ['Retry'],
    calls: 0,
  },
  {
    name: 'record-gone',
    path: dealPath('5843104000009999999'),
    address: { user: 'sales' },
    status: 'Couldn’t check',
    shows: [/no longer exists/],
    buttons: ['Retry'],
    calls: 1,
  },
];
