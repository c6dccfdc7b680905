import type { NoContent, RecordList, WriteOutcome, WriteReply } from './crm-replies.d.ts';

/** What runs after a write. Left out, everything does; an empty list stands for nothing. [reference] */
export type Trigger = 'workflow' | 'approval' | 'blueprint';

/** Field values by API name. A write adds a key of its own to the object: pass a fresh one. [file] */
export type RecordInput = Record<string, unknown>;

/** One record of a module. */
export interface RecordAddress {
  /** API name of the module. */
  Entity: string;
  /** Longer than a number can hold: keep it a string. */
  RecordID: string;
}

/** A write of one record or of several. */
export interface WriteConfig {
  Entity: string;
  APIData: RecordInput | RecordInput[];
  Trigger?: Trigger[];
}

/** Pages begin with 1; at most 200 records each. [samples] */
export interface Paging {
  page?: number | string;
  per_page?: number | string;
}

/** A search. Both numbers of {@link Paging} belong in here: the released script ignores further arguments. [file] */
export interface SearchConfig extends Paging {
  Entity: string;
  Type: 'email' | 'phone' | 'word' | 'criteria';
  /** For `criteria`, such as `((Company:equals:Zoho)or(Company:equals:Zylker))`. [reference] */
  Query: string;
  /** `false` also finds what was changed a moment ago. [reference] */
  delay?: boolean;
}

/** The record calls of `ZOHO.CRM.API`. */
export interface CrmApiRecords {
  /** A record that does not exist, or that the user may not see, resolves with {@link NoContent}. Fields cannot be chosen. [run] */
  getRecord(
    config: RecordAddress & { approved?: 'true' | 'false' | 'both' },
  ): Promise<RecordList | NoContent>;

  getAllRecords(
    config: Paging & {
      Entity: string;
      sort_order?: 'asc' | 'desc';
      converted?: string;
      approved?: string;
    },
  ): Promise<RecordList | NoContent>;

  /** Zoho's table prints `page` and `per_page` as arguments behind `config`: they do nothing there. [file] */
  searchRecord(config: SearchConfig): Promise<RecordList | NoContent>;

  /** Since 1.2. [reference] */
  coql(config: { select_query: string }): Promise<RecordList | NoContent>;

  insertRecord(config: WriteConfig): Promise<WriteReply>;

  /** `APIData` carries the `id`. [reference] */
  updateRecord(config: WriteConfig): Promise<WriteReply>;

  /** Zoho shows the outcomes as a bare list here, and in `data` elsewhere: accept both. [samples] */
  upsertRecord(
    config: WriteConfig & { duplicate_check_fields?: string[] },
  ): Promise<WriteReply | readonly WriteOutcome[]>;

  deleteRecord(config: RecordAddress): Promise<WriteReply>;
}
