import type { RecordAddress } from './crm-api-records.d.ts';
import type { WriteReply } from './crm-replies.d.ts';

/** One part of a multipart request; the content `__FILE__` stands for the file itself. [reference] */
export interface MultipartPart {
  headers: Record<string, string>;
  content: unknown;
}

/** A file for a multipart request. */
export interface MultipartFile {
  fileParam: string;
  file: File;
}

/** A file to put on Zoho's file server. The `file` is replaced by a copy: pass a fresh object. [file] */
export interface UploadConfig {
  CONTENT_TYPE: 'multipart';
  PARTS: MultipartPart[];
  FILE: MultipartFile;
}

/** The calls of `ZOHO.CRM.API` for files and attachments. */
export interface CrmApiFiles {
  attachFile(config: RecordAddress & { File: { Name: string; Content: Blob } }): Promise<WriteReply>;

  /** The id of the stored file is in `data[0].details.id`. [reference] */
  uploadFile(config: UploadConfig): Promise<WriteReply>;

  /** Resolves with the content as the CRM page hands it over, a text of bytes by Zoho's examples. Changes `config`. [samples] */
  getFile(config: { id: string }): Promise<unknown>;

  /**
   * @deprecated Never sends the file: the released script reads its name and content from the browser's `File` class instead
   * of from `config`. Use `attachFile`. [file]
   */
  addNotesAttachment(config: RecordAddress & { RelatedRecordID: string }): Promise<unknown>;
}
