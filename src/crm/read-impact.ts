import { type Field, nameFieldOf } from '../locking/configuration/fields';
import { type CoqlTranslation, toCoql, type Untranslatable } from '../locking/criteria/coql/criteria-to-coql';
import {
  countLockedQuery,
  countQuery,
  countUnlockedQuery,
  sampleQuery,
} from '../locking/criteria/coql/query';
import type { CriteriaNode } from '../locking/criteria/tree/node';
import { countRecords, type FoundRecord, sampleRecords } from './count-records';
import type { CrmError, Result } from './errors';
import type { Send } from './transport';

export interface ImpactQuestion {
  /** API name. */
  readonly module: string;
  readonly fields: readonly Field[];
  readonly criteria: CriteriaNode;
  /** Asked between the calls: false once nobody waits for the answer any more. */
  readonly wanted: () => boolean;
}

/** A number of records, or why there is none. `least` and `most` differ where Zoho does not say whether empty fields count. */
export type RecordCount =
  | { readonly kind: 'counted'; readonly least: number; readonly most: number }
  /** COQL cannot say these conditions for sure. */
  | { readonly kind: 'uncountable'; readonly untranslatable: readonly Untranslatable[] }
  | { readonly kind: 'failed'; readonly error: CrmError };

export type Impact =
  | Exclude<RecordCount, { readonly kind: 'counted' }>
  | (Extract<RecordCount, { readonly kind: 'counted' }> & {
      /** How many of them are locked already; null where that cannot be told. */
      readonly locked: number | null;
      /** A few of them. */
      readonly sample: readonly FoundRecord[];
    });

type Translated = Extract<CoqlTranslation, { readonly ok: true }>;
type Failed = Extract<RecordCount, { readonly kind: 'failed' }>;
const failed = (error: CrmError): Failed => ({ kind: 'failed', error });

/** The count under both readings of negative comparators; one call where they are the same. */
async function countBoth(
  send: Send,
  { where, narrower }: Translated,
  query: (where: string) => string,
  wanted: () => boolean,
): Promise<Result<{ readonly least: number; readonly most: number }> | null> {
  const wide = await countRecords(send, query(where));
  if (!wanted()) return null;
  if (!wide.ok) return wide;
  if (narrower === undefined) return { ok: true, value: { least: wide.value, most: wide.value } };
  const narrow = await countRecords(send, query(narrower));
  if (!wanted()) return null;
  return narrow.ok ? { ok: true, value: { least: narrow.value, most: wide.value } } : narrow;
}

/**
 * What a rule matches today: how many records, how many of them are locked already, and up to ten of them. Up to four calls,
 * one after the other; null when it is not wanted any more. Without an exact count there is none at all.
 */
export async function readImpact(send: Send, question: ImpactQuestion): Promise<Impact | null> {
  const { module, fields, criteria, wanted } = question;
  const coql = toCoql(criteria, fields, module);
  if (!coql.ok) return { kind: 'uncountable', untranslatable: coql.untranslatable };
  const count = await countBoth(send, coql, (where) => countQuery(module, where), wanted);
  if (!count) return null;
  if (!count.ok) return failed(count.error);
  const found = { kind: 'counted', ...count.value, locked: null, sample: [] } as const;
  if (!found.most) return { ...found, locked: 0 };
  const sure = found.least === found.most;
  // Of records that may or may not match, neither the locked ones nor examples would be true.
  if (!sure) return found;
  const locked = await countRecords(send, countLockedQuery(module, coql.where));
  if (!wanted()) return null;
  const sample = await sampleRecords(
    send,
    sampleQuery(module, nameFieldOf(module, fields), coql.where),
    nameFieldOf(module, fields),
  );
  if (!wanted()) return null;
  return { ...found, locked: locked.ok ? locked.value : null, sample: sample.ok ? sample.value : [] };
}

/** How many records that match are not locked yet. One or two calls; null when it is not wanted any more. */
export async function countUnlocked(send: Send, question: ImpactQuestion): Promise<RecordCount | null> {
  const { module, fields, criteria, wanted } = question;
  const coql = toCoql(criteria, fields, module);
  if (!coql.ok) return { kind: 'uncountable', untranslatable: coql.untranslatable };
  const count = await countBoth(send, coql, (where) => countUnlockedQuery(module, where), wanted);
  return count && (count.ok ? { kind: 'counted', ...count.value } : failed(count.error));
}

/** Some of the records that match and are not locked yet, by name; none where they can't be found. One call. */
export async function sampleUnlocked(
  send: Send,
  { module, fields, criteria }: Omit<ImpactQuestion, 'wanted'>,
): Promise<readonly FoundRecord[]> {
  const coql = toCoql(criteria, fields, module);
  if (!coql.ok) return [];
  const name = nameFieldOf(module, fields);
  const query = sampleQuery(module, name, `(${coql.where} and Locked__s = false)`, SOME);
  const found = await sampleRecords(send, query, name);
  return found.ok ? found.value : [];
}

/** As many examples as a sentence holds. */
const SOME = 3;
