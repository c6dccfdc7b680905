import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkImports } from '../../../tools/imports/check';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A small project that keeps every rule, changed by the files given. */
function problemsOf(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  folders.push(root);
  const all: Record<string, string> = {
    'package.json': '{"dependencies":{"preact":"1.0.0"}}',
    'vite.config.ts': '',
    'app/record-lock.html': '<script type="module" src="../src/record/start/main.ts"></script>',
    'app/settings.html': '<script type="module" src="../src/settings/start/main.ts"></script>',
    'src/record/start/main.ts':
      "import { connect } from '../../zoho/connect';\nimport { View } from '../View';\nconnect(View);",
    'src/record/View.tsx':
      "import { render } from 'preact';\nimport { text } from '../i18n/text';\nimport { ask } from '../crm/ask';\nexport const View = <p>{render(text, ask)}</p>;",
    'src/settings/start/main.ts': '',
    'src/zoho/connect.ts':
      "import type { Ask } from '../crm/ask';\nexport const connect = (_: unknown, ask?: Ask) => ask ?? window.parent.postMessage(zrc, '*');",
    'src/crm/ask.ts':
      "import { lock } from '../locking/lock';\nexport type Ask = string;\nexport const ask = lock;",
    'src/locking/lock.ts': 'export const lock = 1;',
    'src/i18n/text.ts': "export const text = '';",
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkImports(root).problems;
}

test('a project that keeps the directions has no problem', () => {
  expect(problemsOf({})).toEqual([]);
});

test.each([
  [
    'record and settings meet',
    'src/record/start/main.ts',
    "import '../../settings/start/main';",
    'record must not know settings',
  ],
  [
    'settings and record meet',
    'src/settings/start/main.ts',
    "import '../../record/View';",
    'settings must not know record',
  ],
  [
    'a feature looks up to the editor',
    'src/settings/features/review/a.ts',
    "import '../../editor/b';",
    'features must not look up to editor',
  ],
  [
    'a feature takes a type of another one',
    'src/settings/features/review/a.ts',
    "import type { B } from '../rules/b'; export type A = B;",
    'the feature review must not know rules',
  ],
  [
    'the state of the editor takes a view',
    'src/settings/editing/a.ts',
    "import '../words/b';",
    'editing must not look up to words',
  ],
  ['crm knows ui', 'src/crm/ask.ts', "import '../ui/b'; export const ask = 1;", 'crm must not know ui'],
  [
    'crm knows i18n',
    'src/crm/ask.ts',
    "import '../i18n/text'; export const ask = 1;",
    'crm must not know i18n',
  ],
  ['locking knows crm', 'src/locking/lock.ts', "export * from '../crm/parse';", 'locking must not know crm'],
  ['i18n knows ui', 'src/i18n/text.ts', "export const text = import('../ui/b');", 'i18n must not know ui'],
  [
    'zoho takes a value from crm',
    'src/zoho/connect.ts',
    "export { ask as connect } from '../crm/ask';",
    'zoho may only take types from crm',
  ],
  ['a view takes zoho', 'src/record/View.tsx', "import type {} from '../zoho/connect';", 'imports zoho'],
  ['what ships takes a test', 'src/locking/lock.ts', "import '../../test/lock';", 'nothing outside src'],
  ['what ships takes Node', 'src/i18n/text.ts', "import 'node:fs';", 'runs in a browser'],
  ['what ships takes a tool', 'src/i18n/text.ts', "import 'vite';", 'not among the dependencies'],
  ['the rules take a package', 'src/locking/lock.ts', "import 'preact';", 'locking uses no package'],
  [
    'a room nobody knows',
    'src/settings/start/main.ts',
    "import '../../misc/a';",
    'settings must not know misc',
  ],
])('%s: refused', (_, path, text, problem) => {
  expect(problemsOf({ [path]: text })).toContainEqual(expect.stringContaining(problem));
});

test.each([
  ['zrc.get("/crm");', 'zrc'],
  ['const { CRM } = ZOHO;', 'ZOHO'],
  ['type Sdk = typeof ZDK;', 'ZDK'],
  ['window.parent.focus();', 'window.parent'],
  ['globalThis["ZOHO"];', 'globalThis.ZOHO'],
  ['frame.postMessage({}, "*");', 'postMessage'],
])('outside src/zoho, %s is refused with its line', (use, name) => {
  const text = `export const text = '';\n${use}`;
  expect(problemsOf({ 'src/i18n/text.ts': text })).toContainEqual(
    expect.stringMatching(new RegExp(`^src/i18n/text.ts:2 uses ${name.replace('.', '\\.')}`)),
  );
});

test('names that only look like the host are free', () => {
  const text =
    'export const text = { ZOHO: 1, parent: 2 };\ntext.ZOHO; node.parent; new BroadcastChannel("a").postMessage(1);';
  expect(problemsOf({ 'src/i18n/text.ts': text })).toEqual([]);
});
