import { copyOf, crmEvent, type Given } from './crm-event';

const read = (APIData: unknown) => crmEvent({ category: 'READ', APIData });

function create(Entity: unknown, APIData: Given, RelatedID?: unknown, type = 'RECORD'): Promise<unknown> {
  if (APIData.FileData) APIData.FileData = copyOf(APIData.FileData);
  return crmEvent({ category: 'CREATE', Entity, RelatedID, APIData, type });
}

const blueprint = (data: Given) => crmEvent({ category: 'BLUEPRINT', ...data });

/** The released SDK sends the widget's own object, with its marks in it. */
function marked(given: Given, marks: Given): Promise<unknown> {
  return crmEvent(Object.assign(given, marks));
}

const isObject = (value: unknown): value is Given => typeof value === 'object' && value !== null;
const dataOf = ({ APIData }: Given): Given => (isObject(APIData) ? APIData : {});

/** `ZOHO.CRM.API`, but for `getOrgVariable`. */
export const API = {
  addNotes: ({ Entity, RecordID, Title, Content }: Given) =>
    create(Entity, { data: [{ Note_Title: Title, Note_Content: Content }] }, RecordID, 'NOTES'),
  /** The released SDK loses the file: it looks for it on the global `File`. */
  addNotesAttachment: ({ Entity, RecordID, RelatedRecordID }: Given) =>
    crmEvent({
      category: 'UPDATE',
      type: 'NOTES',
      Entity,
      RecordID,
      RelatedRecordID,
      APIData: { Files: { FileName: undefined, FileData: undefined } },
    }),
  coql: (APIData: unknown) => crmEvent({ category: 'QUERY', APIData }),
  insertRecord(given: Given) {
    const data = dataOf(given);
    data.trigger = given.Trigger;
    return create(given.Entity, data);
  },
  upsertRecord(given: Given) {
    const data = dataOf(given);
    data.trigger = given.Trigger;
    data.action = 'UPSERT';
    const fields = given.duplicate_check_fields;
    if (Array.isArray(fields)) data.duplicate_check_fields = fields.join(',');
    return create(given.Entity, data);
  },
  getRecord: read,
  getBluePrint: ({ Entity, RecordID }: Given) =>
    blueprint({ Entity, RecordID, action: 'GET_BLUEPRINT_STATUS' }),
  updateBluePrint: ({ Entity, RecordID, BlueprintData }: Given) =>
    blueprint({ Entity, RecordID, BlueprintData, action: 'UPDATE_BLUEPRINT_STATUS' }),
  uploadFile(given: Given) {
    if (isObject(given.FILE)) given.FILE.file = copyOf(given.FILE.file);
    return crmEvent({ FileData: given, category: 'FILES', type: 'UPLOAD_FILE' });
  },
  getFile: (given: Given) => marked(given, { category: 'FILES', type: 'DOWNLOAD_FILE' }),
  getAllRecords: read,
  updateRecord(given: Given) {
    const data = dataOf(given);
    data.trigger = given.Trigger;
    return crmEvent({ category: 'UPDATE', type: 'RECORD', Entity: given.Entity, APIData: data });
  },
  deleteRecord: ({ Entity, RecordID }: Given) =>
    crmEvent({ category: 'DELETE', type: 'RECORD', Entity, RecordID }),
  searchRecord: ({ Entity, Type, Query, page, per_page, delay }: Given) =>
    crmEvent({ category: 'SEARCH', Entity, Type, Query, page, per_page, delay }),
  getAllActions: (given: Given) => marked(given, { category: 'APPROVALS', action: 'GET_ALL_ACTIONS' }),
  getApprovalRecords: (given: Given = {}) =>
    marked(given, { category: 'APPROVALS', action: 'GET_APPROVAL_RECORDS' }),
  getApprovalById: (given: Given) => marked(given, { category: 'APPROVALS', action: 'GET_APPROVALBYID' }),
  getApprovalsHistory: () => crmEvent({ category: 'APPROVALS', action: 'GET_APPROVALS_HISTORY' }),
  approveRecord: (given: Given) => marked(given, { category: 'APPROVALS', action: 'UPDATE_APPROVAL' }),
  getAllUsers: ({ Type, page, per_page }: Given) =>
    crmEvent({
      category: 'USER',
      ...(Type ? { Type, ...(page ? { page } : {}), ...(per_page ? { per_page } : {}) } : {}),
    }),
  getUser: ({ ID }: Given) => crmEvent({ category: 'USER', ...(ID ? { ID } : {}) }),
  getRelatedRecords: read,
  updateRelatedRecords: ({ Entity, RecordID, RelatedList, RelatedRecordID, APIData }: Given) =>
    crmEvent({
      category: 'UPDATE',
      type: 'RELATED_RECORD',
      Entity,
      RecordID,
      RelatedList,
      RelatedRecordID,
      APIData,
    }),
  delinkRelatedRecord: ({ Entity, RecordID, RelatedList, RelatedRecordID }: Given) =>
    crmEvent({ category: 'DELETE', type: 'RELATED_RECORD', Entity, RecordID, RelatedList, RelatedRecordID }),
  attachFile({ Entity, RecordID, File: file }: Given) {
    const { Name, Content } = isObject(file) ? file : {};
    return create(Entity, { FileName: Name, FileData: Content }, RecordID, 'ATTACHMENT');
  },
  getAllProfiles: () => crmEvent({ category: 'PROFILES', type: 'GET_ALL_PROFILES' }),
  getProfile: ({ ID }: Given) => crmEvent({ category: 'PROFILES', type: 'GET_PROFILE', ID }),
  updateProfile: ({ ID, APIData }: Given) => crmEvent({ category: 'UPDATE', type: 'PROFILE', ID, APIData }),
};
