import { once } from './once';

/** How one person writes numbers. */
export interface NumberStyle {
  /** BCP 47 tag that groups and digits follow. */
  readonly tag: string;
  readonly decimal: string;
  readonly group: string;
}

/** Zoho names the signs; a sign itself is taken, too. */
const SIGNS: Readonly<Record<string, string>> = {
  period: '.',
  dot: '.',
  comma: ',',
  space: '\u00a0',
  apostrophe: '’',
};

const signOf = (name: string | null | undefined): string | undefined =>
  name ? (SIGNS[name.toLowerCase()] ?? (/^[^\p{L}\p{Nd}]$/u.test(name) ? name : undefined)) : undefined;

const partOf = (tag: string, type: 'decimal' | 'group'): string | undefined =>
  new Intl.NumberFormat(tag, { useGrouping: 'always' })
    .formatToParts(1_234_567.5)
    .find((part) => part.type === type)?.value;

const localeStyle = once((tag): NumberStyle => {
  const decimal = partOf(tag, 'decimal') ?? '.';
  const group = partOf(tag, 'group') ?? (decimal === ',' ? '.' : ',');
  return { tag, decimal, group };
});

/**
 * The style of a person: their own separators (Zoho's `decimal_separator` and `number_separator`), else those of their locale.
 * Two that are the same sign, or one alone that the locale uses for the other, are no style.
 */
export function numberStyle(
  tag: string,
  decimalName?: string | null,
  groupName?: string | null,
): NumberStyle {
  const locale = localeStyle(tag);
  const decimal = signOf(decimalName) ?? locale.decimal;
  const group = signOf(groupName) ?? (decimal === locale.group ? locale.decimal : locale.group);
  return decimal === group ? locale : { tag, decimal, group };
}

/** The ten digits of a locale, which its numbering system decides. */
export const localeDigits = once((tag): { readonly list: readonly string[] } => {
  const format = new Intl.NumberFormat(tag, { useGrouping: false });
  return { list: Array.from({ length: 10 }, (_, digit) => format.format(digit)) };
});
