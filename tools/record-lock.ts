import type { Shown } from '../test/sandbox/serve/shown';

/** How the sandbox shows the extension: its name and its pages. */
export const RECORD_LOCK: Omit<Shown, 'app'> = {
  title: 'Record Lock',
  page: 'record-lock.html',
  settingsPage: 'settings.html',
};
