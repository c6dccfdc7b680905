/** The extension's pages: the name of each one's files below `app/`, and the groups of messages that it shows. */
export const PAGES = {
  // What locked a record is said in the settings' words for rules.
  record: {
    file: 'record-lock',
    messages: ['common', 'record', 'settings.rules.say', 'settings.rules.token'],
  },
  records: { file: 'records', messages: ['common', 'records'] },
  settings: { file: 'settings', messages: ['common', 'settings'] },
} as const;

export type Page = keyof typeof PAGES;

export const PAGE_NAMES = Object.keys(PAGES) as Page[];
