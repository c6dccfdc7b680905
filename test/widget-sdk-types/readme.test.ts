import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PACKAGE, type Project, projectWithPackage } from './support/project';

let project: Project;
beforeAll(() => {
  project = projectWithPackage();
});
afterAll(() => project.remove());

const readme = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/^### (.+)\n(?:(?!^#)[\s\S])*?```ts\n([\s\S]*?)```/gm)].map(
  ([, title = '', code = '']) => ({ title, code }),
);

test('the README has an example under each of its headings for one', () => {
  expect(examples.map(({ title }) => title)).toEqual(
    [...readme.matchAll(/^### (.+)$/gm)].map(([, title]) => title),
  );
  expect(examples.length).toBeGreaterThan(2);
});

test('every example compiles in a project of somebody else', () => {
  const files = Object.fromEntries(examples.map(({ code }, index) => [`example-${index + 1}.ts`, code]));
  expect(project.compile(files, { module: 'esnext', resolution: 'bundler', type: 'module' })).toBe('');
});

test('each type that the table of traps names exists', () => {
  const declared = readdirSync(PACKAGE)
    .filter((file) => file.endsWith('.d.ts'))
    .flatMap((file) => [
      ...readFileSync(join(PACKAGE, file), 'utf8').matchAll(/^export (?:interface|type) (\w+)/gm),
    ])
    .map(([, name]) => name);
  const rows = readme.split('\n').filter((line) => /^\| .*\| +`/.test(line));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[2] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !declared.includes(name))).toEqual([]);
});

test('its changes begin with the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const [first] = readFileSync(join(PACKAGE, 'CHANGELOG.md'), 'utf8').match(/^## .+$/m) ?? [];
  expect(first).toBe(`## ${version}`);
});
