import type { Fault } from '../../../sandbox/host/switches';
import { dealPath, later, PATHS, type RecordScene, withClock } from './scene';

const FAULTS: readonly (readonly [name: string, fault: Fault, help: RegExp])[] = [
  ['offline', 'offline', /could not be reached/],
  ['server-error', '500', /has a problem of its own/],
  ['signed-out', '401', /Sign in again and reload/],
  ['broken-html', 'html', /cannot be read/],
  ['broken-truncated', 'truncated', /cannot be read/],
];

/** The status could not be read. */
export const FAILURES: readonly RecordScene[] = [
  ...FAULTS.map(([name, fault, help]) => ({
    name: `failed-${name}`,
    path: PATHS.manual,
    address: { user: 'sales', fault },
    status: 'Could not check',
    shows: [help],
    buttons: ['Retry'],
    calls: fault === 'offline' ? 0 : 1,
  })),
  {
    name: 'failed-too-many-calls',
    path: PATHS.manual,
    address: { user: 'sales', fault: '429' },
    before: withClock,
    steps: (page) => later(page, 'too many calls. Wait a minute.'),
    status: 'Could not check',
    shows: [/too many calls\. Wait a minute/],
    buttons: ['Retry'],
    // Two of them after waiting, because it was only a read.
    calls: 3,
  },
  {
    name: 'failed-timeout',
    path: PATHS.manual,
    address: { user: 'sales', fault: 'hang' },
    before: withClock,
    steps: (page) => later(page, 'Zoho CRM did not answer in time.'),
    status: 'Could not check',
    shows: ['Zoho CRM did not answer in time.'],
    buttons: ['Retry'],
    calls: 0,
  },
  {
    name: 'record-gone',
    path: dealPath('5843104000009999999'),
    address: { user: 'sales' },
    status: 'Could not check',
    shows: [/does not exist any more/],
    buttons: ['Retry'],
    calls: 1,
  },
];
