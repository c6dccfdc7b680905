// How much of ours a page may load, gzipped, without Zoho's SDK. `npm run size` reads the production build.

const ASSETS = 'dist/record-lock/app/assets';

/** Everything a page may ever load, with the messages of one language: a reader loads one, and English is counted. */
const page = (name, messages) => [`${ASSETS}/${name}*.{js,css}`, `${ASSETS}/${messages}.en.json`];

export default [
  { name: 'record page, all of it', path: page('record-lock', 'record'), limit: '15 kB', gzip: true },
  { name: 'settings page, all of it', path: page('settings', 'settings'), limit: '45 kB', gzip: true },
  {
    name: 'settings page, before its first content',
    path: [`${ASSETS}/settings.{js,css}`, `${ASSETS}/settings.en.json`],
    limit: '30 kB',
    gzip: true,
  },
];
