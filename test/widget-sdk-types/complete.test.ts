import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { declaredIn } from '../../tools/sdk-surface/declared';
import { PACKAGE } from './support/project';

/** As `npm run sdk:surface` lists them for the released file of SDK 1.5. */
const released = readFileSync(new URL('functions-of-1.5.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

test('the declarations name every function of the released SDK 1.5, and no other', () => {
  expect(released).toHaveLength(85);
  expect(declaredIn(PACKAGE)).toEqual(released);
});
