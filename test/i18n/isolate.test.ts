import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate } from '../../src/i18n/isolate';

const OPEN = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/g;
const CLOSE = /[\u202c\u2069]/g;
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u202e',
        '\u2066',
        '\u2069',
        '\u202c',
        '\u2068',
        'ab',
        'مطبعة',
        '1',
        ' ',
        '\ud800',
        '🚀',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
  )
  .map((parts) => parts.join(''));

describe('a value inside a sentence', () => {
  it('stays as it is where it reads along', () => {
    expect(isolate('Patricia Boyle', 'ltr')).toBe('Patricia Boyle');
    expect(isolate('مطبعة', 'rtl')).toBe('مطبعة');
    expect(isolate('42 %', 'rtl')).toBe('42 %');
  });

  it('is isolated where it reads against it', () => {
    expect(isolate('مطبعة', 'ltr')).toBe('\u2068مطبعة\u2069');
    expect(isolate('Patricia Boyle', 'rtl')).toBe('\u2068Patricia Boyle\u2069');
  });

  it('cannot turn the text around it', () => {
    expect(isolate('abc\u202ecba', 'ltr')).toBe('abccba');
    fc.assert(
      fc.property(hostile, fc.constantFrom('ltr' as const, 'rtl' as const), (value, direction) => {
        const shown = isolate(value, direction);
        const opened = shown.match(OPEN)?.length ?? 0;
        expect(shown.match(CLOSE)?.length ?? 0).toBe(opened);
        if (opened) expect([shown.at(0), opened, shown.at(-1)]).toEqual(['\u2068', 1, '\u2069']);
      }),
    );
  });

  it('is cut where no name is that long, and not inside a character', () => {
    expect(isolate('a'.repeat(1_000), 'ltr')).toBe('a'.repeat(1_000));
    expect(isolate('a'.repeat(1_000_000), 'ltr')).toBe(`${'a'.repeat(1_000)}…`);
    expect(isolate(`${'a'.repeat(999)}🚀`, 'ltr')).toBe(`${'a'.repeat(999)}…`);
    expect(isolate('م'.repeat(1_001), 'ltr')).toBe(`\u2068${'م'.repeat(1_000)}…\u2069`);
  });

  it('loses nothing but the controls', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const strip = (text: string) => text.replace(OPEN, '').replace(CLOSE, '');
        expect(strip(isolate(value, 'ltr'))).toBe(strip(value));
      }),
    );
  });
});
