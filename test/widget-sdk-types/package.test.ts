import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PACKAGE = fileURLToPath(new URL('../../src/widget-sdk-types', import.meta.url));
const TSC = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');

/** A project that has the package installed and nothing of ours around it. */
let project = '';
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'widget-'));
  mkdirSync(join(project, 'node_modules/@zohocrm'), { recursive: true });
  symlinkSync(PACKAGE, join(project, 'node_modules/@zohocrm/widget-sdk-types'), 'dir');
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function compile(source: string, module: string, resolution: string): string {
  writeFileSync(join(project, 'widget.ts'), source);
  const options = [
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom',
    '--skipLibCheck',
    'false',
  ];
  const shape = [
    '--module',
    module,
    '--moduleResolution',
    resolution,
    '--types',
    '@zohocrm/widget-sdk-types',
  ];
  const { stdout } = spawnSync(process.execPath, [TSC, ...options, ...shape, 'widget.ts'], {
    cwd: project,
    encoding: 'utf8',
  });
  return stdout;
}

const WIDGET = `
  import type { PageLoadData } from '@zohocrm/widget-sdk-types';
  ZOHO.embeddedApp.on('PageLoad', (data: PageLoadData) => { $Client.close(data); });
`;

test.each([
  ['esnext', 'bundler'],
  ['nodenext', 'nodenext'],
])('a project with %s modules and %s resolution compiles against it, declarations included', (...how) => {
  expect(compile(WIDGET, ...how)).toBe('');
  expect(compile(`${WIDGET} ZOHO.CRM.API.addRelatedRecord();`, ...how)).toContain(
    "'addRelatedRecord' does not exist",
  );
});

const declarations = readdirSync(PACKAGE).filter((file) => file.endsWith('.d.ts'));

test.each(declarations)('%s has no any', (file) => {
  const code = readFileSync(join(PACKAGE, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  expect(code).not.toMatch(/\bany\b/);
});

test('every file of declarations is reached from the index', () => {
  const index = readFileSync(join(PACKAGE, 'index.d.ts'), 'utf8');
  const missing = declarations.filter(
    (file) => file !== 'index.d.ts' && !index.includes(`export type * from './${file}'`),
  );
  expect(missing).toEqual([]);
});
