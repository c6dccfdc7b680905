import type { ApiError } from './errors.d.ts';

/** The answer of `ZOHO.CRM.API` where there is nothing: no record, no approval. It has no `data`. [run] */
export interface NoContent {
  readonly status: 204;
  readonly statusText?: string;
}

/** A record as the CRM sends it. What a field holds depends on its type and on the caller's rights. [reference] */
export interface CrmRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Where a list is in the whole. `getRecord` sends none. [reference] */
export interface PageInfo {
  readonly count?: number;
  readonly page?: number;
  readonly per_page?: number;
  readonly more_records?: boolean;
}

/** A list of records. A single record comes as a list of one. */
export interface RecordList {
  readonly data: readonly CrmRecord[];
  readonly info?: PageInfo;
}

/** What became of one record of a write. */
export interface WriteSuccess {
  readonly code: string;
  readonly message: string;
  readonly status: 'success';
  readonly details: Readonly<Record<string, unknown>>;
}

/** One record's outcome. The promise resolves even when every record failed: look at each `status`. [reference] */
export type WriteOutcome = WriteSuccess | ApiError;

/** The outcomes of a write, in the order of the records that were sent. */
export interface WriteReply {
  readonly data: readonly WriteOutcome[];
}
