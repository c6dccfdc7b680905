import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Modules, PACKAGE, type Project, projectWithPackage } from './support/project';

let project: Project;
beforeAll(() => {
  project = projectWithPackage();
});
afterAll(() => project.remove());

const WIDGET = `
  import type { PageLoadData } from '@zohocrm/widget-sdk-types';
  ZOHO.embeddedApp.on('PageLoad', (data: PageLoadData) => { $Client.close(data); });
`;

const KINDS: readonly Modules[] = [
  { module: 'esnext', resolution: 'bundler', type: 'module' },
  { module: 'nodenext', resolution: 'nodenext', type: 'module' },
  { module: 'nodenext', resolution: 'nodenext', type: 'commonjs' },
];

test.each(KINDS)(
  'a $type project with $module modules and $resolution resolution compiles against it',
  (kind) => {
    const wrong = `${WIDGET} ZOHO.CRM.API.addRelatedRecord();`;
    const lines = project.compile({ 'right.ts': WIDGET, 'wrong.ts': wrong }, kind).trim().split('\n');
    expect(lines).toEqual([expect.stringMatching(/^wrong\.ts.*'addRelatedRecord' does not exist/)]);
  },
);

const declarations = readdirSync(PACKAGE).filter((file) => file.endsWith('.d.ts'));

test.each(declarations)('%s has no any', (file) => {
  const code = readFileSync(join(PACKAGE, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  expect(code).not.toMatch(/\bany\b/);
});

test('the index exports every file of declarations', () => {
  const index = readFileSync(join(PACKAGE, 'index.d.ts'), 'utf8');
  const missing = declarations.filter(
    (file) => file !== 'index.d.ts' && !index.includes(`export type * from './${file}'`),
  );
  expect(missing).toEqual([]);
});
