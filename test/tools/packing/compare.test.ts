import { expect, test } from 'vitest';
import { differences } from '../../../tools/packing/compare';

const file = (text: string) => new TextEncoder().encode(text);

test('equal lists with equal contents: nothing to say', () => {
  expect(differences({ 'app/a.js': file('1') }, { 'app/a.js': file('1') })).toEqual([]);
});

test('a file that only the zip holds is named', () => {
  expect(differences({}, { 'app/old.js': file('1') })).toEqual([
    'app/old.js is in the zip, but the build did not mean to ship it',
  ]);
});

test('a file that was changed on the way is named', () => {
  expect(differences({ 'app/a.js': file('1') }, { 'app/a.js': file('2') })).toEqual([
    'app/a.js is not the same in the zip as in the build',
  ]);
});
