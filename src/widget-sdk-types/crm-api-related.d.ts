import type { Paging, RecordAddress, RecordInput } from './crm-api-records.d.ts';
import type { NoContent, RecordList, WriteReply } from './crm-replies.d.ts';

/** One entry of a related list of a record. */
export interface RelatedAddress extends RecordAddress {
  /** API name of the related list. */
  RelatedList: string;
  RelatedRecordID: string;
}

/** The calls of `ZOHO.CRM.API` for what belongs to a record. */
export interface CrmApiRelated {
  getRelatedRecords(
    config: RecordAddress & Paging & { RelatedList: string },
  ): Promise<RecordList | NoContent>;

  updateRelatedRecords(config: RelatedAddress & { APIData: RecordInput }): Promise<WriteReply>;

  /** Ends the relation. A related record that cannot live without it is deleted. */
  delinkRelatedRecord(config: RelatedAddress): Promise<WriteReply>;

  addNotes(config: RecordAddress & { Title: string; Content: string }): Promise<WriteReply>;
}
