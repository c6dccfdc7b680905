import { localeDigits, type NumberStyle } from './number-style';

/** What a typed text means. Values are written as JSON and Zoho write them: `50000.5`. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: string }
  /** It can be read in two ways, the person's own style first: ask. */
  | { readonly kind: 'ambiguous'; readonly values: readonly string[] }
  | { readonly kind: 'none' };

/** Marks of direction, which some locales write around a minus sign. */
const INVISIBLE = /[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;
const MINUS = /[\u2212\u2012\u2013\u2010\ufe63\uff0d]/g;
/** Signs that only ever separate groups, wherever they are used. */
const GROUP_SIGNS = /(?<=\d)[\s'’‘ʼ′`´\u066c](?=\d)/g;
/** First code points of the digits that keyboards of the CRM's languages have, from Arabic and Hindi to full width. */
const ZEROS = [
  ...[0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66],
  ...[0xe50, 0xed0, 0x1040, 0x17e0, 0xff10],
];

const asciiDigits = (text: string, own: readonly string[]): string =>
  Array.from(text, (sign) => {
    const digit = own.indexOf(sign);
    if (digit >= 0) return String(digit);
    const code = sign.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? sign : String(code - zero);
  }).join('');

/** Groups of three, the Indian two and three, or four, between `_`. */
const GROUPED = /^[1-9]\d{0,2}(_\d{3})+$|^[1-9]\d?(_\d\d)*_\d{3}$|^[1-9]\d{0,3}(_\d{4})+$/;

interface Read {
  readonly value: string;
  /** As numbers are printed: groups that end with three digits, and no zeros at the end. */
  readonly printed: boolean;
}

/** Reads digits with `_` between groups and these two signs; undefined when they make no number. */
const readAs = (text: string, decimal: string, group: string): Read | undefined => {
  // Nobody uses two signs for groups.
  if (text.includes('_') && text.includes(group)) return undefined;
  const [whole = '', fraction = '', ...more] = text.replaceAll(group, '_').split(decimal);
  if (more.length || !/^\d*$/.test(fraction) || !(whole || fraction)) return undefined;
  if (!/^\d*$/.test(whole) && !GROUPED.test(whole)) return undefined;
  const digits = whole.replaceAll('_', '').replace(/^0+(?=\d)/, '') || '0';
  const decimals = fraction.replace(/0+$/, '');
  return {
    value: decimals ? `${digits}.${decimals}` : digits,
    printed: decimals === fraction && !/_\d{4}$/.test(whole),
  };
};

/**
 * Reads what a person typed as a number. What is printed in their own style is taken at its word. Otherwise the two usual ways
 * of writing are tried as well, and a text that means two numbers is ambiguous: where the point begins decimals, `50.000` may be
 * fifty or fifty thousand.
 */
export function readNumber(typed: string, style: NumberStyle, percent = false): NumberReading {
  const plain = asciiDigits(typed, localeDigits(style.tag).list)
    .replace(INVISIBLE, '')
    .replace(MINUS, '-')
    .replace(percent ? /[%٪]/ : /$^/, '')
    .trim();
  const minus = /^-|-$/.test(plain);
  const body = plain.replace(/^[+-]\s*|\s*-$/, '').replace('\u066b', style.decimal);
  const text = body.replace(GROUP_SIGNS, '_');
  if (!/^[\d._,]+$/.test(text.replaceAll(style.decimal, '.').replaceAll(style.group, ',')))
    return { kind: 'none' };
  const own = readAs(text, style.decimal, style.group);
  const values = new Set(
    [own, readAs(text, '.', ','), readAs(text, ',', '.')].flatMap((read) => read?.value ?? []),
  );
  const [first, ...others] = Array.from(values, (value) => (minus && value !== '0' ? `-${value}` : value));
  if (first === undefined) return { kind: 'none' };
  return others.length && !own?.printed
    ? { kind: 'ambiguous', values: [first, ...others] }
    : { kind: 'number', value: first };
}
