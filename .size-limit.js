// How much script and style of ours a page may load, gzipped, without Zoho's SDK. `npm run size` reads the production build.
// Messages are data of 2 to 3 kB a language, of which a reader loads one.

const ASSETS = 'dist/record-lock/app/assets';

const limit = (name, pattern, kilobytes) => ({
  name,
  path: `${ASSETS}/${pattern}.{js,css}`,
  limit: `${kilobytes} kB`,
  gzip: true,
});

export default [
  // What the status takes. What changes a lock is loaded behind it and counted in the next line.
  limit('record page, to its status', 'record-lock{,-view}', 18.2),
  limit('record page, with what changes a lock', 'record-lock{,-view,-deferred}', 31),
  // Only where an administrator has turned something of it on, and when History is opened.
  limit('record page, with all its parts', 'record-lock*', 46),
  // What the first rows take; what is done about them is loaded behind them.
  limit('records page, to its first rows', 'records{,-view}', 22.8),
  limit('records page, with all its parts', 'records*', 42),
  limit('settings page, to its first content', 'settings{,-view,-rolldown-runtime}', 27),
  // What every visit that changes something takes; review, copying and the like are loaded when first used.
  limit('settings page, with the editor', 'settings{,-view,-rolldown-runtime,-counting,-open-editor}', 75),
  limit('settings page, with all its parts', 'settings*', 114.5),
];
