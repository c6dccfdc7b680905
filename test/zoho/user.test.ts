import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUser } from '../../src/zoho/user';

const user = {
  id: '5843104000000424672',
  full_name: 'Patricia Boyle',
  time_zone: 'Asia/Kolkata',
  language: 'en_US',
  locale: 'en_IN',
  profile: { id: '1', name: 'Standard' },
  decimal_separator: 'Comma',
  number_separator: 'Period',
};
const parsed = {
  id: '5843104000000424672',
  name: 'Patricia Boyle',
  timeZone: 'Asia/Kolkata',
  locale: 'en_US',
  profile: 'Standard',
  numbers: { locale: 'en_IN', decimal: 'Comma', group: 'Period' },
};

describe('the current user', () => {
  it('is read from both shapes that the SDK gives', () => {
    expect(parseUser({ users: [user] })).toEqual(parsed);
    expect(parseUser(user)).toEqual(parsed);
  });

  it('has the locale for a language where there is no other', () => {
    expect(parseUser({ users: [{ locale: 'de_DE' }] }).locale).toBe('de_DE');
  });

  it('is unknown part by part, whatever comes', () => {
    expect(parseUser({ users: [] })).toEqual({
      ...{ id: null, name: null, timeZone: null, locale: null, profile: null },
      numbers: { locale: null, decimal: null, group: null },
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ users: fc.array(fc.anything()) })), (anything) => {
        const { numbers, ...user } = parseUser(anything);
        for (const part of [...Object.values(user), ...Object.values(numbers)])
          expect(part === null || (typeof part === 'string' && part.length > 0)).toBe(true);
      }),
    );
  });
});
