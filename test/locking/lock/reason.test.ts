import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanReason,
  mayBeStoredAs,
  REASON_LIMIT,
  reasonMark,
  reasonProblem,
  rememberReason,
  sameReason,
} from '../../../src/locking/lock/reason';

/** Texts with the white space, line ends and odd characters that people paste. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(' ', '\t', '\n', '\r', '\r\n', '\u00a0', 'a', 'é', '🚀', '\ud800', '\u202e'))
    .map((parts) => parts.join('')),
);

describe('what can be sent as a reason', () => {
  it.each([
    ['', 'empty'],
    [' \n\t ', 'empty'],
    ['x', null],
    ['x'.repeat(3000), null],
    [`  ${'x'.repeat(3000)}\n`, null],
    ['x'.repeat(3001), 'tooLong'],
    ['🚀'.repeat(1500), null],
    ['🚀'.repeat(1501), 'tooLong'],
  ])('%#', (text, problem) => {
    expect(reasonProblem(text)).toBe(problem);
  });

  it('is what Zoho accepts: 1 to 3,000 characters without space around', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanReason(text);
        expect(reasonProblem(text) === null).toBe(clean.length >= 1 && clean.length <= REASON_LIMIT);
        expect(cleanReason(clean)).toBe(clean);
        expect(reasonProblem(clean)).toBe(reasonProblem(text));
      }),
    );
  });
});

describe('the same reason', () => {
  it('does not depend on line ends, nor on space around, nor on null against nothing', () => {
    expect(sameReason('a\r\nb', 'a\nb')).toBe(true);
    expect(sameReason('a\rb', 'a\nb ')).toBe(true);
    expect(sameReason(null, ' ')).toBe(true);
    expect(sameReason('a b', 'a  b')).toBe(false);
    expect(sameReason(null, 'a')).toBe(false);
  });

  it('is an equivalence that cleaning keeps', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(sameReason(a, a)).toBe(true);
        expect(sameReason(a, cleanReason(a))).toBe(true);
        expect(sameReason(a, b)).toBe(sameReason(b, a));
      }),
    );
  });
});

describe('what the CRM may make of a reason', () => {
  const long = 'Waiting for the last round of negotiations about the prices. '.repeat(5);

  it.each([
    ['spaces collapsed', 'Two  spaces,\n\n and lines', 'Two spaces, and lines'],
    ['letters composed', 'Pru\u0308fung', 'Pr\u00fcfung'],
    ['an emoji replaced', 'Signed \u{1f389} today', 'Signed ? today'],
    ['the end cut off', long, long.slice(0, 255)],
    ['nothing', 'Signed', 'Signed'],
    ['signs alone', '\u{1f389}', '\u{1f389}'],
  ])('is still mine: %s', (_how, sent, stored) => {
    expect(mayBeStoredAs(sent, stored)).toBe(true);
  });

  it.each([
    ['Signed', 'Signed by Patricia'],
    ['Signed by Patricia', 'Signed'],
    ['\u{1f389}', '??'],
    ['Signed', ''],
    ['Signed', null],
  ])('is another text: %j and %j', (sent, stored) => {
    expect(mayBeStoredAs(sent, stored)).toBe(false);
  });
});

describe('the mark of a reason', () => {
  it('is the same for the same reason, and for no other', () => {
    const near = fc
      .tuple(anyText, fc.nat(40), anyText)
      .map(([text, at, more]) => text.slice(0, at) + more + text.slice(at + 1));
    fc.assert(
      fc.property(anyText, fc.oneof(anyText, near), (a, b) => {
        expect(reasonMark(a) === reasonMark(b)).toBe(sameReason(a, b));
      }),
    );
    expect(reasonMark(null)).toBe(reasonMark(' '));
    const marks = Array.from({ length: 20_000 }, (_, i) => reasonMark(`Order ${i} is being checked`));
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('does not hold the text', () => {
    expect(reasonMark('a secret of the customer')).not.toMatch(/[a-z]/);
  });
});

describe('recent reasons', () => {
  it('keep the others in their order, and drop the oldest of six', () => {
    expect(rememberReason(['a', 'b', 'c'], ' b ')).toEqual(['b', 'a', 'c']);
    expect(rememberReason(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd']);
  });

  it('are the latest five, each once, latest first', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' a', 'b', 'c\r\nd', 'c\nd', 'e', 'f', 'g', 'h')), (sent) => {
        const kept = sent.reduce<string[]>((recent, reason) => rememberReason(recent, reason), []);
        expect(kept.length).toBeLessThanOrEqual(5);
        if (sent.length) expect(kept[0]).toBe(cleanReason(sent.at(-1) ?? ''));
        for (const [index, reason] of kept.entries())
          for (const other of kept.slice(index + 1)) expect(sameReason(reason, other)).toBe(false);
      }),
    );
  });
});
