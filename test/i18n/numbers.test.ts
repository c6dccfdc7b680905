import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/i18n/format-number';
import { numberStyle } from '../../src/i18n/number-style';
import { readNumber } from '../../src/i18n/read-number';

/** Every way of writing numbers that the CRM's users have: signs, groups, digits and marks of direction. */
const LOCALES = [
  ...[
    'af-ZA',
    'am-ET',
    'ar',
    'ar-AE',
    'ar-EG',
    'ar-MA',
    'az-AZ',
    'bg-BG',
    'bn-BD',
    'bn-IN',
    'bs-BA',
    'ca-ES',
  ],
  ...[
    'cs-CZ',
    'cy-GB',
    'da-DK',
    'de-AT',
    'de-CH',
    'de-DE',
    'de-LI',
    'el-GR',
    'en-AU',
    'en-CA',
    'en-GB',
    'en-IE',
  ],
  ...[
    'en-IN',
    'en-US',
    'en-ZA',
    'es-AR',
    'es-CO',
    'es-ES',
    'es-MX',
    'es-US',
    'et-EE',
    'eu-ES',
    'fa-IR',
    'fi-FI',
  ],
  ...[
    'fr-BE',
    'fr-CA',
    'fr-CH',
    'fr-FR',
    'ga-IE',
    'gl-ES',
    'gu-IN',
    'he-IL',
    'hi-IN',
    'hr-HR',
    'hu-HU',
    'hy-AM',
  ],
  ...[
    'id-ID',
    'is-IS',
    'it-CH',
    'it-IT',
    'ja-JP',
    'ka-GE',
    'kk-KZ',
    'km-KH',
    'kn-IN',
    'ko-KR',
    'lo-LA',
    'lt-LT',
  ],
  ...[
    'lv-LV',
    'mk-MK',
    'ml-IN',
    'mn-MN',
    'mr-IN',
    'ms-MY',
    'my-MM',
    'nb-NO',
    'ne-NP',
    'nl-BE',
    'nl-NL',
    'pa-IN',
  ],
  ...[
    'pl-PL',
    'ps-AF',
    'pt-BR',
    'pt-PT',
    'ro-RO',
    'ru-RU',
    'si-LK',
    'sk-SK',
    'sl-SI',
    'sq-AL',
    'sr-RS',
    'sv-SE',
  ],
  ...[
    'sw-KE',
    'ta-IN',
    'te-IN',
    'th-TH',
    'tr-TR',
    'uk-UA',
    'ur-PK',
    'uz-UZ',
    'vi-VN',
    'zh-CN',
    'zh-TW',
    'zu-ZA',
  ],
];

/** Numbers as the CRM holds them, without zeros that say nothing. */
const number = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat({ max: 6 }), fc.nat({ max: 999_999 }))
  .map(([minus, whole, places, decimals]) => {
    const short = whole / 10n ** (whole % 17n);
    const fraction = String(decimals).padStart(places, '0').slice(0, places).replace(/0+$/, '');
    const text = fraction ? `${short}.${fraction}` : String(short);
    return (minus && /[1-9]/.test(text) ? `-${text}` : text) as `${number}`;
  });

const SAMPLES = [
  '0',
  '7',
  '-7',
  '50',
  '999',
  '1000',
  '-1234',
  '1234.5',
  '0.5',
  '1.234',
  '12345',
  '50000',
  '99999.99',
];
const MORE = ['100000', '1234567', '-1234567.89', '12345678901234567890', '0.001', '1000.001', '100000000.5'];

describe.each(LOCALES)('a number written in %s', (locale) => {
  const style = numberStyle(locale);

  it.each(['auto', 'always', false] as const)('is read as the same number (groups: %s)', (useGrouping) => {
    const format = new Intl.NumberFormat(locale, { useGrouping, maximumFractionDigits: 20 });
    const check = (value: `${number}`): void => {
      expect(readNumber(format.format(value), style)).toEqual({ kind: 'number', value });
    };
    for (const value of [...SAMPLES, ...MORE] as `${number}`[]) check(value);
    fc.assert(fc.property(number, check), { numRuns: 50 });
  });

  it('is read as the same number with the separators that its user has chosen', () => {
    for (const [decimal, group] of [
      ['Period', 'Comma'],
      ['Comma', 'Period'],
      ['Comma', 'Space'],
    ] as const) {
      const own = numberStyle(locale, decimal, group);
      for (const value of [...SAMPLES, ...MORE])
        expect(readNumber(formatNumber(value, own), own)).toEqual({ kind: 'number', value });
    }
  });

  it('is read from a percentage', () => {
    for (const value of ['7', '-12.5', '1234.25'])
      expect(readNumber(formatNumber(value, style, true), style, true)).toEqual({ kind: 'number', value });
  });
});

const read = (typed: string, ...style: Parameters<typeof numberStyle>): string => {
  const reading = readNumber(typed, numberStyle(...style));
  return reading.kind === 'number'
    ? reading.value
    : reading.kind === 'ambiguous'
      ? reading.values.join(' or ')
      : 'none';
};

describe('a typed number', () => {
  it.each([
    // Their own style is taken at its word.
    ['es-ES', '50.000', '50000'],
    ['es-ES', '1500', '1500'],
    ['de-DE', '1.500', '1500'],
    ['de-DE', '50.000,5', '50000.5'],
    ['en-US', '50,000', '50000'],
    ['en-US', '1.234', '1.234'],
    ['en-IN', '1,00,000', '100000'],
    ['en-IN', '12,34,567.5', '1234567.5'],
    ['fr-FR', '1 234,5', '1234.5'],
    ['de-CH', "1'234.5", '1234.5'],
    ['de-CH', '1’234.5', '1234.5'],
    ['ar-EG', '١٬٢٣٤٫٥', '1234.5'],
    ['fa-IR', '‎−۱۲۳', '-123'],
    ['hi-IN', '१,२३,४५६', '123456'],
    // Another way of writing that can mean one number only.
    ['de-DE', '1.5', '1.5'],
    ['de-DE', '1234.567', '1234.567'],
    ['de-DE', '1,234.5', '1234.5'],
    ['en-US', '1.234,5', '1234.5'],
    ['en-US', '1.000.000', '1000000'],
    ['en-US', '1,5', '1.5'],
    ['en-US', '1,00,000', '100000'],
    ['en-US', '1 234', '1234'],
    ['en-US', '1,0000,0000', '100000000'],
    ['en-US', '0,500', '0.5'],
    ['en-US', '١٢', '12'],
    ['fr-FR', '12.5', '12.5'],
    ['en-US', '1 000,000', '1000'],
    ['en-US', ' +.5 ', '0.5'],
    ['en-US', '5-', '-5'],
    ['en-US', '007', '7'],
    ['en-US', '-0', '0'],
    ['en-US', '1.50', '1.5'],
    // Two numbers in one text.
    ['en-US', '50.000', '50 or 50000'],
    ['en-US', '-50.000', '-50 or -50000'],
    ['en-US', '1,0000', '10000 or 1'],
    ['de-DE', '50,000', '50 or 50000'],
    ['fr-FR', '1.234', '1.234 or 1234'],
    ['fr-FR', '1,000', '1 or 1000'],
    ['de-CH', '1,000', '1000 or 1'],
    // No number.
    ['en-US', '', 'none'],
    ['en-US', 'many', 'none'],
    ['en-US', '1e5', 'none'],
    ['en-US', '.', 'none'],
    ['en-US', ',', 'none'],
    ['en-US', '1,2,3', 'none'],
    ['en-US', '1.2.3', 'none'],
    ['en-US', '12 3', 'none'],
    ['en-US', '5 %', 'none'],
    ['en-US', '5 10', 'none'],
  ])('in %s, %j is %s', (locale, typed, value) => {
    expect(read(typed, locale)).toBe(value);
  });

  it.each([
    ['Comma', 'Period', '50.000', '50000'],
    ['Comma', 'Space', '50 000,5', '50000.5'],
    [',', '.', '50.000', '50000'],
    ['Period', 'Comma', '50,000', '50000'],
    // A sign of the locale that the chosen one takes over for the other is swapped with it.
    ['Comma', null, '50.000', '50000'],
    // What cannot be, or is not known, leaves the locale's own.
    ['Comma', 'Comma', '50,000', '50000'],
    ['Letter', null, '50,000', '50000'],
  ])('follows the separators %s and %s whatever the language', (decimal, group, typed, value) => {
    expect(read(typed, 'en-US', decimal, group)).toBe(value);
  });
});

describe('a number as it is shown', () => {
  it.each([
    ['de-DE', '50000.50', '50.000,50'],
    ['en-IN', '1234567', '12,34,567'],
    ['en-US', '12345678901234567890', '12,345,678,901,234,567,890'],
    ['en-US', 'many', 'many'],
    ['en-US', `0.${'1'.repeat(21)}`, `0.${'1'.repeat(21)}`],
  ])('in %s, %s is %s', (locale, value, shown) => {
    expect(formatNumber(value, numberStyle(locale))).toBe(shown);
  });
});
