import type { Shown } from '../test/sandbox/serve/shown';

/** How the sandbox shows the extension: its name and its pages. */
export const RECORD_LOCK: Omit<Shown, 'app'> = {
  title: 'Record Lock',
  page: 'record-lock.html',
  settingsPage: 'settings.html',
  listPage: 'records.html',
  listButton: 'Lock records…',
  webTabs: [
    { name: 'WebTab1_Widget', title: 'Locked records', page: 'records.html' },
    { name: 'WebTab2_Widget', title: 'Record Lock settings', page: 'settings.html' },
  ],
  buttons: [{ name: 'Lock_Records', page: 'records.html' }],
};
