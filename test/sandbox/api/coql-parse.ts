import { coqlTokens, syntaxError, type Token } from './coql-tokens';
import { flat } from './errors';

export type Operator =
  | '='
  | '!='
  | '>'
  | '>='
  | '<'
  | '<='
  | 'like'
  | 'not like'
  | 'in'
  | 'not in'
  | 'between'
  | 'not between'
  | 'is null'
  | 'is not null';

export type Clause =
  | { readonly operator: 'and' | 'or'; readonly sides: readonly [Clause, Clause] }
  | { readonly operator: Operator; readonly column: string; readonly values: readonly string[] };

export interface CoqlQuery {
  /** `COUNT(id)` stands for an aggregate. */
  readonly columns: readonly { readonly name: string; readonly aggregate?: string }[];
  readonly module: string;
  readonly where: Clause;
  /** Empty when the query names no order. */
  readonly order: readonly { readonly column: string; readonly descending: boolean }[];
  readonly limit: number;
  readonly offset: number;
}

const COMPARISONS: readonly Operator[] = ['=', '!=', '>', '>=', '<', '<='];
const LONGEST_LIST = 50;
const MOST_CONDITIONS = 25;
const MOST_COLUMNS = 50;
const MOST_ORDERED = 10;
/** Rows of a query that says nothing, and the most that one may ask for. */
const PAGE = 200;
const LONGEST_PAGE = 2000;
const DEEPEST = 10_000;

const limitExceeded = (limit: number) =>
  flat(400, 'LIMIT_EXCEEDED', 'the limit of the query is exceeded', { limit });

/** Reads a query from left to right. Zoho joins two conditions at a time: a third one has to be set apart by brackets. */
class Parser {
  private next = 0;
  private conditions = 0;

  constructor(
    private readonly query: string,
    private readonly tokens: readonly Token[],
  ) {}

  private get token(): Token | undefined {
    return this.tokens[this.next];
  }

  private fail(): never {
    throw syntaxError(this.query.slice(this.token?.at ?? this.query.length));
  }

  /** Whether the next token is this keyword (in any case) or sign; it is taken then. */
  private takes(text: string): boolean {
    const { token } = this;
    const found = (token?.kind === 'word' || token?.kind === 'sign') && token.text.toLowerCase() === text;
    if (found) this.next++;
    return found;
  }

  private expect(text: string): void {
    if (!this.takes(text)) this.fail();
  }

  private take(...kinds: readonly Token['kind'][]): string {
    const { token } = this;
    if (!token || !kinds.includes(token.kind)) return this.fail();
    this.next++;
    return token.text;
  }

  private list<T>(item: () => T, most: number): T[] {
    const items = [item()];
    while (this.takes(',')) items.push(item());
    if (items.length > most) throw limitExceeded(most);
    return items;
  }

  private value = (): string => this.take('text', 'number', 'word');

  private column = (): CoqlQuery['columns'][number] => {
    const name = this.take('word', 'text');
    if (!this.takes('(')) return { name };
    const inner = this.take('word', 'text');
    this.expect(')');
    return { name: inner, aggregate: name };
  };

  private condition(): Clause {
    if (++this.conditions > MOST_CONDITIONS) throw limitExceeded(MOST_CONDITIONS);
    const column = this.take('word', 'text');
    if (this.takes('is')) {
      const not = this.takes('not');
      this.expect('null');
      return { column, operator: not ? 'is not null' : 'is null', values: [] };
    }
    const operator = COMPARISONS.find((sign) => this.takes(sign));
    if (operator) return { column, operator, values: [this.value()] };
    const not = this.takes('not');
    if (this.takes('like')) return { column, operator: not ? 'not like' : 'like', values: [this.value()] };
    if (this.takes('between')) {
      const from = this.value();
      this.expect('and');
      return { column, operator: not ? 'not between' : 'between', values: [from, this.value()] };
    }
    this.expect('in');
    this.expect('(');
    const values = this.list(this.value, LONGEST_LIST);
    this.expect(')');
    return { column, operator: not ? 'not in' : 'in', values };
  }

  private operand(): Clause {
    if (!this.takes('(')) return this.condition();
    const inner = this.clause();
    this.expect(')');
    return inner;
  }

  private clause(): Clause {
    const first = this.operand();
    const operator = this.takes('and') ? 'and' : this.takes('or') ? 'or' : undefined;
    return operator ? { operator, sides: [first, this.operand()] } : first;
  }

  private sorted = (): CoqlQuery['order'][number] => {
    const column = this.take('word', 'text');
    const descending = this.takes('desc');
    if (!descending) this.takes('asc');
    return { column, descending };
  };

  private order(): CoqlQuery['order'] {
    if (!this.takes('order')) return [];
    this.expect('by');
    return this.list(this.sorted, MOST_ORDERED);
  }

  private count(): number {
    const given = this.take('number', 'text', 'word');
    if (!/^\d+$/.test(given))
      throw flat(400, 'INVALID_QUERY', 'limit given seems to be invalid', { limit: given });
    return Number(given);
  }

  /** `limit 10`, `limit 20, 10` (offset first) or `limit 10 offset 20`. */
  private page(): Pick<CoqlQuery, 'limit' | 'offset'> {
    let [limit, offset] = [PAGE, 0];
    if (this.takes('limit')) {
      limit = this.count();
      if (this.takes(',')) [offset, limit] = [limit, this.count()];
      if (limit < 1) throw flat(400, 'INVALID_DATA', 'limit should be greater than 0');
    }
    if (this.takes('offset')) offset = this.count();
    if (limit > LONGEST_PAGE) throw limitExceeded(LONGEST_PAGE);
    if (offset + limit > DEEPEST) throw limitExceeded(DEEPEST);
    return { limit, offset };
  }

  parse(): CoqlQuery {
    this.expect('select');
    const columns = this.list(this.column, MOST_COLUMNS);
    this.expect('from');
    const module = this.take('word');
    if (!this.takes('where')) throw flat(400, 'SYNTAX_ERROR', 'missing clause', { clause: 'where' });
    const where = this.clause();
    const order = this.order();
    const page = this.page();
    if (this.token) this.fail();
    return { columns, module, where, order, ...page };
  }
}

/** What a query in COQL asks for, as far as the sandbox knows the language: no joins, no groups. */
export const parseCoql = (query: string): CoqlQuery => new Parser(query, coqlTokens(query)).parse();
