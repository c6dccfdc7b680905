import { isObject, type Json, stringAt } from '../../../base/json';
import type { Field, FieldKind } from '../../configuration/fields';

/**
 * Words of SQL that are likely API names. Zoho refuses a reserved word as a column unless it is quoted, and accepts any
 * column in quotes.
 */
const RESERVED = new Set(
  (
    'action add all alter and any as asc at authorization begin between both by case cast character check class close ' +
    'collation column comment commit condition connect constraint continue count create cross current cursor cycle data ' +
    'database date day deallocate default delete desc describe distinct domain drop else end escape except execute exists ' +
    'external false fetch filter first for foreign from full function general get global grant group having hour identity ' +
    'in index inner input insert interval into is join key language last left level like limit local location match ' +
    'method minute module month names national no not null number object of offset on open option or order outer output ' +
    'parameter partial position precision primary prior privileges procedure public range rank read references region ' +
    'relative result return right role row rows schema scope scroll second section select sequence session set size some ' +
    'source space start state statement static system table then time timestamp to total trailing transaction trigger ' +
    'true type union unique unknown update usage user using value values variable view when where with work write year zone'
  ).split(' '),
);

const WORD = /^[A-Za-z]\w*$/;

/** A field's API name as a column; undefined when it is not a plain word. */
export const columnOf = (apiName: string): string | undefined =>
  WORD.test(apiName) ? (RESERVED.has(apiName.toLowerCase()) ? `'${apiName}'` : apiName) : undefined;

/** A quote inside quotes is doubled, as Zoho's answers to developers say. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Text that COQL may read differently: Zoho does not say what a backslash or a control character does, nor whether spaces at
 * the ends count.
 */
const UNSURE = /[\\\p{Cc}\p{Cs}]|^\s|\s$/u;
/** `%` is COQL's wildcard, `_` is SQL's, and `*` and `?` are those of Zoho's searches; none has a documented escape. */
const WILDCARD = /[%_*?]/;

/** Text in quotes; undefined when COQL might read it differently. */
export const textLiteral = (text: string): string | undefined =>
  text === '' || UNSURE.test(text) ? undefined : quoted(text);

/** The pattern of `like`, where `%` matches anything; undefined as above, or when the text holds a wildcard itself. */
export const patternLiteral = (before: '%' | '', text: string, after: '%' | ''): string | undefined =>
  textLiteral(text) === undefined || WILDCARD.test(text) ? undefined : quoted(`${before}${text}${after}`);

/** Several values of a multi-select are one text, `A;B`, so none of them may hold a semicolon. */
export const joinedLiteral = (joined: string): string | undefined => {
  const values = joined.split(';').filter(Boolean);
  return values.length && values.every((value) => textLiteral(value) !== undefined)
    ? quoted(values.join(';'))
    : undefined;
};

/**
 * Whether `like '%value%'` finds exactly the records that have this value in a multi-select: it is one of the field's values
 * and part of no other.
 */
export const isOnlyPartOfItself = (field: Field, value: string): boolean => {
  const part = value.toLowerCase();
  return (
    !value.includes(';') &&
    field.picklist.filter((pick) => pick.value.toLowerCase().includes(part)).length === 1 &&
    field.picklist.some((pick) => pick.value === value)
  );
};

const SECONDS = /^(.{19})(?:\.0+)?(Z|[+-]\d\d:\d\d)$/;

/** Zoho's date-times have whole seconds: a fraction could be compared in more than one way. */
const datetimeLiteral = (text: string): string | undefined => {
  const [, time, offset] = SECONDS.exec(text) ?? [];
  return time && offset ? quoted(`${time}${offset === 'Z' ? '+00:00' : offset}`) : undefined;
};

const referenceLiteral = (value: Json): string | undefined => {
  const id = isObject(value) ? stringAt(value, 'id') : undefined;
  return id !== undefined && /^\d{1,30}$/.test(id) ? quoted(id) : undefined;
};

/** One value in COQL's form; `value` comes from `normaliseValue`. Undefined when COQL might read it differently. */
export const literalOf = (kind: FieldKind, value: Json): string | undefined => {
  if (kind === 'lookup' || kind === 'user') return referenceLiteral(value);
  if (kind === 'boolean') return typeof value === 'boolean' ? `${value}` : undefined;
  if (typeof value !== 'string') return undefined;
  if (kind === 'number') return value.replace(/^(-?)0+(?=\d)/, '$1');
  if (kind === 'date') return quoted(value);
  if (kind === 'datetime') return datetimeLiteral(value);
  return kind === 'multiPicklist' ? joinedLiteral(value) : textLiteral(value);
};
