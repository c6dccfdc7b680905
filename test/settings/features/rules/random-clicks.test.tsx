// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { isObject, type Json } from '../../../../src/base/json';
import { criteria } from '../../../locking/arbitraries';
import { open, sitDown } from './harness';

afterEach(cleanup);

/** The leaves of criteria, as text, the ones that a click made left out. */
const leavesOf = (node: Json | undefined): string[] =>
  isObject(node) && Array.isArray(node.group) && typeof node.group_operator === 'string'
    ? node.group.flatMap((child: Json) => leavesOf(child))
    : node === undefined || node === null
      ? []
      : [JSON.stringify(node)];

const EMPTY = JSON.stringify({ comparator: '', field: {}, value: null });

it('keeps every condition as it was read, whatever is added, moved, grouped or dissolved', () => {
  fc.assert(
    fc.property(criteria, fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (tree, clicks) => {
      fc.pre(tree !== null);
      const desk = sitDown([{ id: '1', name: 'It', criteria: tree }]);
      try {
        const before = leavesOf(desk.criteria())
          .filter((leaf) => leaf !== EMPTY)
          .sort();
        open('Rule It');
        for (const click of clicks) {
          const buttons = screen
            .getAllByRole('button')
            .filter((one) =>
              /^(Add (condition|group)|Move|Put in|Ungroup)/.test(
                one.getAttribute('aria-label') ?? one.textContent ?? '',
              ),
            );
          const button = buttons[click % buttons.length];
          if (button) fireEvent.click(button);
        }
        expect(
          leavesOf(desk.criteria())
            .filter((leaf) => leaf !== EMPTY)
            .sort(),
        ).toEqual(before);
      } finally {
        cleanup();
      }
    }),
    { numRuns: 40 },
  );
}, 30_000);
