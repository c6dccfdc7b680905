import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkDocs } from '../../../tools/docs/check';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A small project in which all is well, changed by the files given. */
function check(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'docs-'));
  folders.push(root);
  const all: Record<string, string> = {
    'package.json': '{"scripts":{"start":"","test":"","pack":"","test:org":""}}',
    'README.md': '# Name\n\n[Guide](docs/guide.md#the-end), `npm test`\n',
    'docs/guide.md': '# Guide\n\n![Picture](images/one.png)\n\n## The end\n',
    'docs/images/one.png': '',
    'src/crm/send.ts': '',
    'test/crm/send.test.ts': '',
    'test/sandbox/package.json': '{"scripts":{"serve":""}}',
    'test/sandbox/README.md': '# Sandbox',
    'node_modules/.bin/vitest': '',
    'node_modules/other/README.md': '[gone](gone.md)',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkDocs(root);
}

const problemsOf = (readme: string) => check({ 'README.md': readme }).problems;

test('a project in which all is well has no problems, and foreign documents are not looked at', () => {
  expect(check({})).toEqual({ documents: 3, links: 2, problems: [] });
});

test.each([
  ['a missing file', '[a](docs/gone.md)', 'docs/gone.md leads nowhere'],
  ['a missing picture', '![a](docs/images/gone.png)', 'docs/images/gone.png leads nowhere'],
  ['a missing picture in HTML', '<img src="gone.png" alt="">', 'gone.png leads nowhere'],
  ['a name in other letters', '[a](docs/Guide.md)', 'docs/Guide.md leads nowhere'],
  ['a missing heading', '[a](docs/guide.md#start)', 'docs/guide.md#start names no heading of docs/guide.md'],
  ['a missing heading of its own', '# A\n\n[a](#b)', '#b names no heading of README.md'],
  ['a reference', '[a][1]\n\n[1]: gone.md', 'gone.md leads nowhere'],
  ['an address without TLS', '[a](http://example.com)', 'http://example.com is no address to link to'],
  ['an address without a host', '<https://localhostt>', 'https://localhostt is no address to link to'],
  ['another kind of address', '[a](javascript:alert)', 'javascript:alert is no address to link to'],
])('a link to %s is a problem', (_, text, problem) => {
  expect(problemsOf(text)).toEqual([`README.md: ${problem}`]);
});

test.each([
  '[a](docs)',
  '[a](docs/guide.md)',
  '# A `b`: c\n\n[a](#a-b-c)',
  '# A\n\n# A\n\n[a](#a-1)',
  '<https://example.com/a?b=c>',
  '[a](http://127.0.0.1:5050/)',
  '[a](mailto:somebody@example.com)',
  '`[a](gone.md)`',
])('%j is a good link, or none', (text) => {
  expect(problemsOf(text)).toEqual([]);
});

test.each([
  ['`npm run pakc`', 'npm has no script "pakc"'],
  ['```sh\nnpm ci && npm run bench -- --cores 2\n```', 'npm has no script "bench"'],
  ['`npm run -s test:unit`', 'npm has no script "test:unit"'],
  ['`npm run start -w test/sandbox`', 'npm has no script "start" in test/sandbox'],
  ['`npx playwright install`', 'npx finds no program "playwright"'],
])('%j is a command that cannot be run', (text, problem) => {
  expect(problemsOf(text)).toEqual([`README.md: ${problem}`]);
});

test.each([
  '`NAME=acme npm run pack -- --twice`',
  '`npm run test:org -- --module Contacts`',
  '`npm ci && npm start`',
  '`npm run serve -w test/sandbox`',
  '`npx vitest run test/crm`',
  'Call npm run anything in a sentence.',
])('%j is a command that can be run, or none', (text) => {
  expect(problemsOf(text)).toEqual([]);
});

test('the documents of a package may name its own scripts and folders of its users', () => {
  const readme = '`npm run serve`, `npm test`, `app/widget.html`';
  expect(check({ 'test/sandbox/README.md': readme }).problems).toEqual([]);
});

test.each([
  ['`src/crm/send-it.ts`', 'src/crm/send-it.ts is not there'],
  ['`src/crm/send.ts, src/gone`', 'src/gone is not there'],
  ['`src/crm/*.tsx`', 'src/crm/*.tsx is not there'],
  ['`sent.test.ts`', 'no test is called sent.test.ts'],
])('%j names a file that is not there', (text, problem) => {
  expect(problemsOf(text)).toEqual([`README.md: ${problem}`]);
});

test('files, folders, patterns and tests are found by the names that documents use', () => {
  expect(
    problemsOf('`src/crm`, `src/crm/`, `src/crm/send.ts`, `test/crm/send`, `send.test.ts`, `src/**/*.ts`'),
  ).toEqual([]);
  expect(problemsOf('`dist/app.zip`, `app/<language>.json`, `node_modules/x`')).toEqual([]);
});
