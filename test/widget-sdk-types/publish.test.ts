import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PACKAGE } from './support/project';

/** What `npm publish` would send. */
interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

let folder = '';
let packed: Packed;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'publish-'));
  // A shell finds npm on every system.
  const { stdout } = spawnSync(`npm pack --json --pack-destination "${folder}"`, {
    shell: true,
    cwd: PACKAGE,
    encoding: 'utf8',
  });
  const [first]: Packed[] = JSON.parse(stdout);
  if (!first) throw new Error('npm packed nothing');
  packed = first;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ATTW = dirname(createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json'));

test('npm packs the declarations, the documents and nothing else', () => {
  const declarations = readdirSync(PACKAGE).filter((file) => file.endsWith('.d.ts'));
  const expected = [...declarations, 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
  expect(packed.files.map(({ path }) => path).sort()).toEqual(expected.sort());
});

test('publint finds nothing to improve', async () => {
  const { buffer } = new Uint8Array(readFileSync(join(folder, packed.filename)));
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  expect(pkg).toMatchObject({ name: '@zohocrm/widget-sdk-types' });
  expect(messages).toEqual([]);
});

test('the types resolve for every kind of project, by the judgement of attw', () => {
  const options = [packed.filename, '--format', 'json'];
  const run = spawnSync(process.execPath, [join(ATTW, 'dist/index.js'), ...options], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { analysis, problems } = JSON.parse(run.stdout);
  expect(analysis).toMatchObject({ packageName: '@zohocrm/widget-sdk-types', types: { kind: 'included' } });
  expect(problems ?? {}).toEqual({});
  expect(run.status).toBe(0);
});
