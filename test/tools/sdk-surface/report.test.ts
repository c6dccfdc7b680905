import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { declaredIn } from '../../../tools/sdk-surface/declared';
import { exposedBy } from '../../../tools/sdk-surface/exposed';
import { compare, report } from '../../../tools/sdk-surface/report';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function declarations(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'declared-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const FILES = {
  'index.d.ts': `
    import type { Sdk } from './sdk.d.ts';
    declare global { const ZOHO: Sdk; const VERSION: string; interface Window { ZOHO?: Sdk } }`,
  'sdk.d.ts': `
    import type { Ui } from './ui.d.ts';
    export interface Readable { get(id: string): void; get(ids: string[]): void }
    export interface Api extends Readable { readonly limit: number; put(id: string): void }
    export interface Sdk { readonly API: Api; readonly UI: Ui }`,
  'ui.d.ts': 'export interface Ui { close(): void; on<Name extends string>(name: Name): void }',
};

test('declared functions are found through interfaces, what they extend, and other files', () => {
  expect(declaredIn(declarations(FILES))).toEqual([
    'ZOHO.API.get',
    'ZOHO.API.put',
    'ZOHO.UI.close',
    'ZOHO.UI.on',
  ]);
});

test('a declaration that cannot be read is an error that names the file', () => {
  expect(() => declaredIn(declarations({ 'bad.d.ts': 'export interface {' }))).toThrow(/^bad\.d\.ts: /);
});

test('the report names what is missing and what is not exposed, an object a line', () => {
  const exposed = exposedBy(
    'var ZOHO = { API: { get() {}, put() {}, patch() {}, drop() {} } }; function ZSDK() {}',
  );
  const comparison = compare(exposed.functions, declaredIn(declarations(FILES)));
  expect(report(exposed, comparison)).toEqual([
    '4 functions:',
    '  ZOHO.API (4): drop, get, patch, put',
    'other globals: ZSDK',
    'missing in the declarations: 2',
    '  ZOHO.API (2): drop, patch',
    'declared but not exposed: 2',
    '  ZOHO.UI (2): close, on',
  ]);
});

test('a file that fits the declarations is reported in three lines', () => {
  const exposed = { functions: ['ZOHO.API.get'], otherGlobals: [] };
  expect(report(exposed, compare(['ZOHO.API.get'], ['ZOHO.API.get'])).slice(2)).toEqual([
    'other globals: none',
    'missing in the declarations: none',
    'declared but not exposed: none',
  ]);
});
