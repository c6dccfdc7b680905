const isNumeric = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

const formats = new Map<string, Intl.NumberFormat>();

const formatOf = (tag: string, percent: boolean): Intl.NumberFormat => {
  const name = `${tag} ${percent}`;
  const known = formats.get(name);
  if (known) return known;
  const style = percent ? ({ style: 'unit', unit: 'percent' } as const) : {};
  const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 20, ...style });
  formats.set(name, format);
  return format;
};

/** A number as Zoho holds it (`50000.5`), with the separators of the locale and every digit; other text as it is. */
export const numberText = (value: string, tag: string, percent = false): string =>
  isNumeric(value) ? formatOf(tag, percent).format(value) : value;

/** The number as it is edited: the locale's separators, unless that would not lead back to the same digits. */
export const editedNumber = (value: string, tag: string): string => {
  const text = numberText(value, tag);
  return enteredNumber(text, tag) === value ? text : value;
};

const digitsOf = (tag: string): ReadonlyMap<string, string> => {
  const plain = new Intl.NumberFormat(tag, { useGrouping: false });
  return new Map(Array.from({ length: 10 }, (_, digit) => [plain.format(digit), String(digit)]));
};

/**
 * What was typed, in Zoho's form. Separators are read as the locale has them; a group separator that stands where no group
 * can end is taken for a decimal point, as in `1.5` under a locale that groups by points. Text that is no number stays.
 */
export const enteredNumber = (typed: string, tag: string): string => {
  const parts = formatOf(tag, false).formatToParts(1234567.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const [group, decimal] = [sign('group'), sign('decimal')];
  const digits = digitsOf(tag);
  const plain = Array.from(typed.trim(), (char) => digits.get(char) ?? char)
    .join('')
    .replace(/[\u200e\u200f\u061c\s\u00a0\u202f]/g, '')
    .replace(/^[\u2212\u2013]/, '-');
  const [whole = '', fraction, ...more] = plain.split(decimal);
  const grouped = whole.split(group.trim() || '\u0000');
  const valid =
    grouped.slice(1).every((part) => /^\d{3}$/.test(part)) && /^[+-]?\d{1,3}$/.test(grouped[0] ?? '');
  const text =
    grouped.length === 1 || valid
      ? grouped.join('') + (fraction === undefined ? '' : `.${fraction}`)
      : fraction === undefined && grouped.length === 2
        ? grouped.join('.')
        : plain;
  return more.length === 0 && /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? text : typed.trim();
};
