import type { RecordAddress } from './crm-api-records.d.ts';
import type { NoContent, RecordList, WriteOutcome } from './crm-replies.d.ts';

/** An action that the CRM offers for a record. [reference] */
export interface RecordAction {
  readonly name: string;
  readonly http_method: string;
  readonly href: string;
  readonly params?: readonly unknown[];
}

/** A transition to run, with the values of its fields. [reference] */
export interface BlueprintData {
  blueprint: { transition_id: string; data: Record<string, unknown> }[];
}

/** The calls of `ZOHO.CRM.API` for blueprints and approvals. Those of approvals write keys into the object they get. [file] */
export interface CrmApiProcesses {
  /** Mind the spelling of the name. */
  getBluePrint(config: RecordAddress): Promise<{ readonly blueprint: unknown }>;
  /** Resolves with one outcome, not with a list. [reference] */
  updateBluePrint(config: RecordAddress & { BlueprintData: BlueprintData }): Promise<WriteOutcome>;

  getAllActions(config: RecordAddress): Promise<{ readonly actions: readonly RecordAction[] }>;

  /**
   * Mind the small letter of `type`. Left out, it is `awaiting`: what waits for this user. Somebody who approves nothing gets
   * {@link NoContent}. [reference]
   */
  getApprovalRecords(config?: { type?: 'awaiting' | 'others_awaiting' }): Promise<RecordList | NoContent>;
  getApprovalById(config: { id: string }): Promise<RecordList | NoContent>;
  getApprovalsHistory(): Promise<{ readonly data: readonly unknown[] } | NoContent>;

  /** Resolves with one outcome, not with a list. [reference] */
  approveRecord(
    config: RecordAddress & {
      actionType: 'approve' | 'delegate' | 'resubmit' | 'reject';
      comments?: string;
      /** The user to hand it to; only with `delegate`. */
      user?: string;
    },
  ): Promise<WriteOutcome>;
}
