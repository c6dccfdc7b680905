import { at, isShape, type Shape, textOf } from '../shape';
import type { WidgetEvent } from './widget-link';

/** Names that do not follow from the parts of an event. */
const KNOWN: Readonly<Record<string, string>> = {
  'META FIELD_LIST': 'META.getFields',
  'META MODULE_LIST': 'META.getModules',
  'META ASSIGNMENT_RULES': 'META.getAssignmentRules',
  'META LAYOUTS': 'META.getLayouts',
  'META LAYOUT': 'META.getLayouts',
  'META RELATED_LIST': 'META.getRelatedList',
  'META CUSTOM_VIEWS': 'META.getCustomViews',
  'META CUSTOM_VIEW': 'META.getCustomViews',
  'CONFIG ORG': 'CONFIG.getOrgInfo',
  'CONFIG CURRENT_USER': 'CONFIG.getCurrentUser',
  'CONFIG ORG_LEVEL_INFO': 'CONFIG.GetCurrentEnvironment',
  'CONFIG USER_PREFERENCE': 'CONFIG.getUserPreference',
  'CONFIG VARIABLE': 'API.getOrgVariable',
  'PROFILES GET_ALL_PROFILES': 'API.getAllProfiles',
  'PROFILES GET_PROFILE': 'API.getProfile',
  'CREATE RECORD': 'API.insertRecord',
  'CREATE NOTES': 'API.addNotes',
  'CREATE ATTACHMENT': 'API.attachFile',
  'UPDATE RECORD': 'API.updateRecord',
  'UPDATE RELATED_RECORD': 'API.updateRelatedRecords',
  'UPDATE NOTES': 'API.addNotesAttachment',
  'UPDATE PROFILE': 'API.updateProfile',
  'DELETE RECORD': 'API.deleteRecord',
  'DELETE RELATED_RECORD': 'API.delinkRelatedRecord',
  'FILES UPLOAD_FILE': 'API.uploadFile',
  'FILES DOWNLOAD_FILE': 'API.getFile',
  'BLUEPRINT GET_BLUEPRINT_STATUS': 'API.getBluePrint',
  'BLUEPRINT UPDATE_BLUEPRINT_STATUS': 'API.updateBluePrint',
  'APPROVALS GET_ALL_ACTIONS': 'API.getAllActions',
  'APPROVALS GET_APPROVAL_RECORDS': 'API.getApprovalRecords',
  'APPROVALS GET_APPROVALBYID': 'API.getApprovalById',
  'APPROVALS GET_APPROVALS_HISTORY': 'API.getApprovalsHistory',
  'APPROVALS UPDATE_APPROVAL': 'API.approveRecord',
  SEARCH: 'API.searchRecord',
  QUERY: 'API.coql',
  'ACTION CUSTOM_ACTION_SAVE_CONFIG': 'ACTION.setConfig',
  'ACTION ENABLE_ACCOUNT_ACCESS': 'ACTION.enableAccountAccess',
  CRM_CONNECTION: 'CONNECTION.invoke',
  FUNCTIONS_EXECUTE: 'FUNCTIONS.execute',
  CRM_WIZARD: 'WIZARD.post',
  CRM_BLUEPRINT: 'BLUEPRINT.proceed',
  EVENTS_DISPATCH: 'EVENTS.dispatch',
  GET_PARENT_URL: 'zrc: the address of the page',
  close_widget: '$Client.close',
  msg_band: 'ZDK.Client.showMessage',
  confirm: 'ZDK.Client.showConfirmation',
  alert: 'ZDK.Client.showAlert',
  get_input: 'ZDK.Client.getInput',
  open_widget_by_id: 'ZDK.Client.openPopup',
  show_loader: 'ZDK.Client.showLoader',
  hide_loader: 'ZDK.Client.hideLoader',
  notify: 'ZDK.Client.notify',
  notify_response: 'ZDK.Client.sendResponse',
};

/** What a call of the SDK is called in a widget's code. */
export function nameOf({ data }: WidgetEvent): string {
  if (!isShape(data)) return 'unknown';
  const kind = textOf(data.category) || textOf(data.action);
  switch (kind) {
    case 'READ':
      return readName(data.APIData);
    case 'CREATE':
      if (at(data.APIData, 'action') === 'UPSERT') return 'API.upsertRecord';
      return KNOWN[`CREATE ${data.type}`] ?? kind;
    case 'USER':
      return data.ID === undefined ? 'API.getAllUsers' : 'API.getUser';
    case 'UI':
      return `UI ${uiName(data)}`;
    case 'CONNECTOR':
      return `CONNECTOR ${textOf(data.nameSpace)}`;
    case 'ZRC_REQUEST':
      return `zrc ${textOf(at(data.requestConfig, 'method'))} ${pathOf(textOf(data.url))}`;
    default: {
      const step = textOf(data.type) || textOf(data.action);
      return KNOWN[`${kind} ${step}`] ?? KNOWN[kind] ?? (step && step !== kind ? `${kind} ${step}` : kind);
    }
  }
}

function readName(request: unknown): string {
  if (at(request, 'RelatedList') ?? at(request, 'RelatedListName')) return 'API.getRelatedRecords';
  return at(request, 'RecordID') === undefined ? 'API.getAllRecords' : 'API.getRecord';
}

const uiName = ({ action }: Shape): string =>
  isShape(action) ? Object.entries(action).flat().map(String).join(' ') : String(action);

function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}
