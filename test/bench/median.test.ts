import { expect, test } from 'vitest';
import { median } from './median';

test.each([
  [[3], 3],
  [[10, 2, 9], 9],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

test('there is none of nothing', () => {
  expect(() => median([])).toThrow('median of nothing');
});
