import type { NoContent, RecordList, WriteOutcome, WriteReply } from './crm-replies.d.ts';

/** What runs after a write. Left out, everything does; an empty list stands for nothing. */
export type Trigger = 'workflow' | 'approval' | 'blueprint';

/** Field values by API name. The call adds a key of its own to the object: pass a fresh one. */
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

/** Pages begin with 1; at most 200 records each. */
export interface Paging {
  page?: number | string;
  per_page?: number | string;
}

/** The record calls of `ZOHO.CRM.API`. */
export interface CrmApiRecords {
  /** A record that does not exist, or that the user may not see, resolves with {@link NoContent}. */
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

  searchRecord(
    config: Paging & {
      Entity: string;
      Type: 'email' | 'phone' | 'word' | 'criteria';
      /** For `criteria`, such as `(Company:equals:Zoho)`. */
      Query: string;
      /** `false` also finds what was changed a moment ago. */
      delay?: boolean;
    },
  ): Promise<RecordList | NoContent>;

  coql(config: { select_query: string }): Promise<RecordList | NoContent>;

  insertRecord(config: WriteConfig): Promise<WriteReply>;

  /** `APIData` carries the `id`. */
  updateRecord(config: WriteConfig): Promise<WriteReply>;

  /** Zoho shows the outcomes as a bare list here, and in `data` elsewhere: accept both. */
  upsertRecord(
    config: WriteConfig & { duplicate_check_fields?: string[] },
  ): Promise<WriteReply | readonly WriteOutcome[]>;

  deleteRecord(config: RecordAddress): Promise<WriteReply>;
}
