import type { Paging, RecordAddress, RecordInput } from './crm-api-records.d.ts';
import type { NoContent, RecordList, WriteReply } from './crm-replies.d.ts';

/** A related list of a record. */
export interface RelatedListAddress extends RecordAddress {
  /** API name of the related list. */
  RelatedList: string;
  /** The name in Zoho's tables. Its examples and the released script know `RelatedList` only. [file] */
  RelatedListName?: never;
}

/** One entry of a related list of a record. */
export interface RelatedAddress extends RelatedListAddress {
  RelatedRecordID: string;
}

/** The calls of `ZOHO.CRM.API` for what belongs to a record. */
export interface CrmApiRelated {
  getRelatedRecords(config: RelatedListAddress & Paging): Promise<RecordList | NoContent>;

  updateRelatedRecords(config: RelatedAddress & { APIData: RecordInput }): Promise<WriteReply>;

  /** Ends the relation. A related record that cannot live without it is deleted. [reference] */
  delinkRelatedRecord(config: RelatedAddress): Promise<WriteReply>;

  addNotes(config: RecordAddress & { Title: string; Content: string }): Promise<WriteReply>;
}
