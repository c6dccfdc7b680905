// How much of ours a page may load, gzipped, without Zoho's SDK. `npm run size` reads the production build.
import { readdirSync } from 'node:fs';

const ASSETS = 'dist/record-lock/app/assets';

/** The messages of every language but English: a reader loads one language, and English is the one that is counted. */
const otherLanguages = ['en-XA', ...readdirSync('app/translations').map((file) => file.replace('.json', ''))]
  .filter((locale) => locale !== 'en')
  .map((locale) => `!${ASSETS}/*-${locale}.js`);

export default [
  {
    name: 'record page, all of it',
    path: [`${ASSETS}/record-lock*.{js,css}`, ...otherLanguages],
    limit: '15 kB',
    gzip: true,
  },
  {
    name: 'settings page, all of it',
    path: [`${ASSETS}/settings*.{js,css}`, ...otherLanguages],
    limit: '45 kB',
    gzip: true,
  },
  {
    name: 'settings page, before its first content',
    path: [`${ASSETS}/settings.{js,css}`, `${ASSETS}/settings-en.js`],
    limit: '30 kB',
    gzip: true,
  },
];
