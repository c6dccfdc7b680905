import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { englishOf, messageFiles } from './src/i18n/compile-messages.ts';
import { PAGE_NAMES, PAGES, type Page } from './src/i18n/pages.ts';
import { licenseList, packagesOf } from './tools/packing/licenses.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const { version } = JSON.parse(readFileSync(here('package.json'), 'utf8'));

const TESTS = ['test/**/*.test.{ts,tsx}'];

/** The test files that ask for a document in their first lines. */
const pageTests = (): string[] =>
  readdirSync(here('test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.includes('node_modules'))
    .filter((name) => readFileSync(here(`test/${name}`), 'utf8').includes('@vitest-environment'))
    .map((name) => `test/${name.replaceAll('\\', '/')}`);

const LANGUAGES = readdirSync(here('app/translations')).map((name) => name.replace('.json', ''));

/** Where the packing tool expects the extension: the manifest and `app/` side by side. */
const OUT = here('dist/record-lock/app');

/** What every visit that edits takes: the editor and the rules of what it edits. */
const EDITOR = [
  'src/settings/(editing|context|editor|words|features/rules)/',
  'src/settings/page/LeaveDialog',
  'src/locking/configuration/(validation/|[^/]+$)',
  'src/locking/criteria/(tree|values|describe)/',
];

/** What a save takes once Save is pressed. */
const SAVING = [
  'src/settings/(changes|impact|features/(review|conflict))/',
  'src/locking/configuration/implied',
];

/**
 * Which modules share a file; what they import goes along. Without these groups, what two files share would be another one, loaded
 * after them.
 */
const GROUPS = [
  { name: 'start', tags: ['$initial' as const], priority: 3 },
  { name: 'view', test: /\/render-[a-z]+\.tsx$/, priority: 2 },
];

/** The parts of the settings page that several others take. */
const SETTINGS_GROUPS = [
  // What the overview's rows wait for comes before the editor, which shares some of it.
  { name: 'counting', test: /src\/settings\/features\/overview\/count-and-check/, priority: 2 },
  { name: 'open-editor', test: new RegExp(EDITOR.join('|')), priority: 1 },
  { name: 'saving', test: new RegExp(SAVING.join('|')) },
  { name: 'transfer', test: /src\/settings\/features\/transfer\// },
  { name: 'explanations', test: /src\/settings\/features\/explanations\// },
];

const page = ({ file }: (typeof PAGES)[Page]) => ({
  consumer: 'client' as const,
  build: {
    outDir: OUT,
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'es2022',
    // Nothing in our styles is newer than these know, so nothing has to be written twice for older ones.
    cssTarget: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    modulePreload: false,
    assetsInlineLimit: 0,
    // Zoho serves every installed version from an origin of its own, so names need no hash; and the packing tool
    // drops files whose names it does not like, so they stay plain.
    rolldownOptions: {
      input: here(`app/${file}.html`),
      output: {
        entryFileNames: `assets/${file}.js`,
        chunkFileNames: `assets/${file}-[name].js`,
        assetFileNames: `assets/${file}[extname]`,
        codeSplitting: { groups: file === 'settings' ? [...GROUPS, ...SETTINGS_GROUPS] : GROUPS },
      },
    },
  },
});

const readTranslation = (language: string) => readFileSync(here(`app/translations/${language}.json`), 'utf8');

/** Ships the compiled messages of every page and language, English inside the page, and serves them in development. */
const messages = (): Plugin => {
  const files = () => messageFiles(readTranslation, LANGUAGES);
  return {
    name: 'messages',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = files().find(([name]) => request.url?.split('?')[0]?.endsWith(`/assets/${name}`));
        if (!file) return next();
        response.setHeader('content-type', 'application/json').end(file[1]);
      });
    },
    transformIndexHtml(_html, { path }) {
      const name = PAGE_NAMES.find((one) => path === `/${PAGES[one].file}.html`);
      if (!name) throw new Error(`${path} is no page of src/i18n/pages.ts`);
      const children = englishOf(readTranslation, name);
      return [
        { tag: 'script', attrs: { type: 'application/json', id: 'english' }, children, injectTo: 'body' },
      ];
    },
    generateBundle() {
      if (this.environment.name === 'client')
        for (const [name, source] of files())
          this.emitFile({ type: 'asset', fileName: `assets/${name}`, source });
    },
  };
};

/** The view's file, and those that it imports, come together with the page; the view runs when the page's start says so. */
const preloadView = (): Plugin => ({
  name: 'preload-view',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { chunk: entry, bundle = {} }) {
      const view = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'view');
      if (view?.type !== 'chunk') throw new Error('The page has no view of its own to load');
      const files = [view.fileName, ...view.imports.filter((file) => file !== entry?.fileName)];
      return files.map((file) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'script', crossorigin: true, fetchpriority: 'low', href: `./${file}` },
        injectTo: 'head',
      }));
    },
  },
});

/**
 * Asked for without `crossorigin`, the style sheet also comes in a frame that is sandboxed into an origin of its own. Remarks are
 * for those who read the source.
 */
const plainPage = (): Plugin => ({
  name: 'plain-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html
        .replace('<link rel="stylesheet" crossorigin ', '<link rel="stylesheet" ')
        .replaceAll(/\s*<!--.*?-->/gs, ''),
  },
});

/**
 * Each page has one style sheet; a part that is loaded later brings its styles in its script: Vite's helper for that (1.4 kB gzipped in each
 * page) has nothing to do.
 */
const importPlainly = (): Plugin => ({
  name: 'import-plainly',
  apply: 'build',
  transform: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
});

/** Translations and images are shipped as they are, for the people who translate and for Zoho's own tools. */
const shipAsIs = (): Plugin => ({
  name: 'ship-as-is',
  apply: 'build',
  closeBundle() {
    for (const folder of ['translations', 'img'])
      cpSync(here(`app/${folder}`), `${OUT}/${folder}`, { recursive: true });
    cpSync(here('plugin-manifest.json'), here('dist/record-lock/plugin-manifest.json'));
  },
});

/** Ships the licences of everything that went into the scripts of either page. */
const licenses = (): Plugin => {
  const modules = new Set<string>();
  return {
    name: 'licenses',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk') for (const id of file.moduleIds) modules.add(id);
    },
    closeBundle() {
      writeFileSync(`${OUT}/licenses.txt`, licenseList(here('.'), packagesOf([...modules])));
    },
  };
};

/** The first environment is Vite's own `client`: each page is built by itself, so it loads one script and one style. */
export default defineConfig({
  root: here('app'),
  base: './',
  publicDir: false,
  plugins: [messages(), preloadView(), plainPage(), importPlainly(), shipAsIs(), licenses()],
  environments: {
    client: page(PAGES.record),
    records: page(PAGES.records),
    settings: page(PAGES.settings),
  },
  builder: {
    async buildApp(builder) {
      // What an earlier build left would be packed and shipped.
      rmSync(OUT, { recursive: true, force: true });
      for (const environment of Object.values(builder.environments))
        if (environment.name !== 'ssr') await builder.build(environment);
    },
  },
  define: {
    VERSION: JSON.stringify(version),
    LANGUAGES: JSON.stringify(LANGUAGES),
    NAMESPACE: JSON.stringify(process.env.RECORD_LOCK_NAMESPACE ?? ''),
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    root: here('.'),
    // Nothing is timed; a busy machine may take its time.
    testTimeout: 60_000,
    // Tests of rules and calls share one module graph, which halves their time. A page keeps state in its document and modules,
    // so each file that asks for a document gets a graph of its own.
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: TESTS,
          exclude: [...configDefaults.exclude, ...pageTests()],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'page', include: pageTests() } },
    ],
    coverage: {
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/widget-sdk-types/**'],
      reporter: ['text', 'json-summary'],
      reportsDirectory: 'reports/coverage',
    },
  },
});
