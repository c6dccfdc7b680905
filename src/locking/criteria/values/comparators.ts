import type { Json } from '../../../base/json';
import { type Field, type FieldKind, fieldKind } from '../../configuration/fields';
import type { Condition } from '../tree/node';

const token = (name: string): string => `\${${name}}`;

export const EMPTY = token('EMPTY');
export const NOT_EMPTY = token('NOTEMPTY');

export const DATE_TOKENS: readonly string[] = [
  ...[
    'TODAY',
    'YESTERDAY',
    'TOMORROW',
    'LASTWEEK',
    'THISWEEK',
    'NEXTWEEK',
    'LASTMONTH',
    'THISMONTH',
    'NEXTMONTH',
  ],
  ...['LASTYEAR', 'THISYEAR', 'NEXTYEAR', 'THISFY', 'PREVFY', 'NEXTFY', 'THISFQ', 'PREVFQ', 'NEXTFQ'],
].map(token);

export const STAGE_TOKENS: readonly string[] = ['OPEN', 'CLOSEDWON', 'CLOSEDLOST'].map(token);

const TOKEN = /^\$\{\w+\}$/;

/** Whether a value is one of Zoho's tokens, known or not, such as a date relative to today. */
export const isToken = (value: Json | undefined): boolean => typeof value === 'string' && TOKEN.test(value);

/** The comparators to choose from: Zoho's own, and two that Zoho writes as `equal` or `not_equal` with a token. */
export type ComparatorChoice =
  | 'equal'
  | 'not_equal'
  | 'in'
  | 'not_in'
  | 'less_than'
  | 'less_equal'
  | 'greater_than'
  | 'greater_equal'
  | 'between'
  | 'not_between'
  | 'contains'
  | 'not_contains'
  | 'starts_with'
  | 'ends_with'
  | 'equal_role'
  | 'not_equal_role'
  | 'equal_group'
  | 'empty'
  | 'not_empty';

const EQUALITY = ['equal', 'not_equal'] as const;
const LIST = ['in', 'not_in'] as const;
const ORDER = ['less_than', 'less_equal', 'greater_than', 'greater_equal', 'between', 'not_between'] as const;
const TEXT = ['contains', 'not_contains', 'starts_with', 'ends_with'] as const;
const EMPTINESS = ['empty', 'not_empty'] as const;

const BY_KIND: { readonly [kind in FieldKind]: readonly ComparatorChoice[] } = {
  number: [...EQUALITY, ...ORDER, ...LIST, ...EMPTINESS],
  text: [...EQUALITY, ...TEXT, ...LIST, ...EMPTINESS],
  picklist: [...EQUALITY, ...LIST, ...TEXT, ...EMPTINESS],
  multiPicklist: [...EQUALITY, ...LIST, 'contains', 'not_contains', ...EMPTINESS],
  date: [...EQUALITY, ...ORDER, ...EMPTINESS],
  datetime: [...EQUALITY, ...ORDER, ...EMPTINESS],
  boolean: ['equal'],
  lookup: [...EQUALITY, ...LIST, ...EMPTINESS],
  user: [...EQUALITY, ...LIST, 'equal_role', 'not_equal_role', 'equal_group', ...EMPTINESS],
};

const CHOICES: ReadonlySet<string> = new Set(Object.values(BY_KIND).flat());

const isChoice = (word: string): word is ComparatorChoice => CHOICES.has(word);

/** The comparators of a field; none for a type that criteria cannot use. Tasks have `equal` alone. */
export const comparatorChoices = (field: Field, module?: string): readonly ComparatorChoice[] => {
  const kind = fieldKind(field);
  if (module === 'Tasks') return field.apiName === 'Status' ? ['equal'] : [];
  return kind ? BY_KIND[kind] : [];
};

/** The choice that a condition's comparator and value make; undefined for an unknown comparator. */
export const choiceOf = ({
  comparator,
  value,
}: Pick<Condition, 'comparator' | 'value'>): ComparatorChoice | undefined => {
  const [affirms, denies] = [comparator === 'equal', comparator === 'not_equal'];
  if (value === EMPTY && (affirms || denies)) return affirms ? 'empty' : 'not_empty';
  if (value === NOT_EMPTY && (affirms || denies)) return affirms ? 'not_empty' : 'empty';
  return comparator !== 'empty' && comparator !== 'not_empty' && isChoice(comparator)
    ? comparator
    : undefined;
};

/** Zoho's comparator for a choice, with its value where the choice decides it. */
export const comparatorOf = (
  choice: ComparatorChoice,
): { readonly comparator: string; readonly value?: string } =>
  choice === 'empty'
    ? { comparator: 'equal', value: EMPTY }
    : choice === 'not_empty'
      ? { comparator: 'not_equal', value: EMPTY }
      : { comparator: choice };

/** What a person enters: one value, two (from and to), or a list; `none` when the comparator needs no value. */
export interface ValueEditor {
  /** `raw`: the type is not known, show the value as it is. `role` and `group` are chosen like lookups. */
  readonly kind:
    | 'none'
    | 'text'
    | 'number'
    | 'date'
    | 'datetime'
    | 'picklist'
    | 'boolean'
    | 'user'
    | 'lookup'
    | 'role'
    | 'group'
    | 'raw';
  readonly arity: 'one' | 'range' | 'list';
  /** Tokens that may replace a value. */
  readonly tokens: readonly string[];
  /** The values of a list are sent as one text, joined by semicolons: Zoho compares multi-select picklists so. */
  readonly joined?: true;
}

const LISTS: readonly string[] = LIST;

/** Which control enters the value of a field under a comparator. */
export const valueEditor = (field: Field | undefined, choice: ComparatorChoice | undefined): ValueEditor => {
  const kind = field && fieldKind(field);
  if (choice === 'empty' || choice === 'not_empty') return { kind: 'none', arity: 'one', tokens: [] };
  if (!field || !kind || !choice) return { kind: 'raw', arity: 'one', tokens: [] };
  if (choice === 'equal_group') return { kind: 'group', arity: 'one', tokens: [] };
  if (choice === 'equal_role' || choice === 'not_equal_role')
    return { kind: 'role', arity: 'one', tokens: [] };
  const range = choice === 'between' || choice === 'not_between';
  const several =
    LISTS.includes(choice) || (kind === 'multiPicklist' && EQUALITY.some((word) => word === choice));
  const dated = kind === 'date' || kind === 'datetime';
  const staged = kind === 'picklist' && field.apiName === 'Stage' && EQUALITY.some((word) => word === choice);
  return {
    kind:
      TEXT.some((word) => word === choice) && kind !== 'multiPicklist'
        ? 'text'
        : kind === 'multiPicklist'
          ? 'picklist'
          : kind,
    arity: range ? 'range' : several ? 'list' : 'one',
    tokens: dated && !range ? DATE_TOKENS : staged ? STAGE_TOKENS : [],
    ...(several && !LISTS.includes(choice) && { joined: true as const }),
  };
};
