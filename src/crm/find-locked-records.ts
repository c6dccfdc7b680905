import { isObject } from '../base/json';
import { lockedQuery, MOST_ROWS } from '../locking/criteria/coql/locked-query';
import { nameFieldOfModule } from '../locking/lock/name-field';
import { queryRows } from './coql';
import { type CrmError, ok, type Result } from './errors';
import { type ListedRecord, parseListed } from './listed-record';
import { segment } from './paths';
import type { Send } from './transport';

/** How the locked records of a module are found: by a query, by Zoho's own list view of them, or by its search. */
export const LOCKED_WAYS = ['query', 'view', 'search'] as const;
export type LockedWay = (typeof LOCKED_WAYS)[number];

/** Where a list goes on. */
export type LockedCursor =
  | { readonly way: 'query'; readonly after: string }
  | { readonly way: 'view'; readonly view: string; readonly page: number; readonly token: string | null }
  | { readonly way: 'search'; readonly page: number };

export interface LockedPage {
  readonly way: LockedWay;
  readonly records: readonly ListedRecord[];
  /** Null at the end; `cutOff` where there is more that this way cannot give. */
  readonly next: LockedCursor | null;
  readonly cutOff: boolean;
}

/** A certain refusal of one way says nothing of the others, unless nobody is signed in. */
export const isAboutTheWay = ({ kind, certain, code }: CrmError): boolean =>
  certain && kind !== 'rateLimited' && code !== 'INVALID_TOKEN' && code !== 'AUTHENTICATION_FAILURE';

/** Locked records of a module by a query, from the first on or `after` one; one call. */
export async function byQuery(send: Send, module: string, after: string | null): Promise<Result<LockedPage>> {
  const found = await queryRows(
    send,
    lockedQuery(segment('Module', module), nameFieldOfModule(module), after),
  );
  if (!found.ok) return found;
  const parse = parseListed(module);
  const records = found.value.rows.flatMap((row) => {
    const record = isObject(row) ? parse(row) : null;
    return record ? [{ ...record, locked: true }] : [];
  });
  const last = records.at(-1)?.id;
  const more = found.value.more ?? found.value.rows.length >= MOST_ROWS;
  const next = more && last !== undefined ? ({ way: 'query', after: last } as const) : null;
  return ok({ way: 'query', records, next, cutOff: false });
}
