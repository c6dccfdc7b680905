/** What the SDK 1.5 sends for each of its functions, as seen on released files; `sdkVersion` is in every event and left out here. */
export interface WireRow {
  /** Path of the function from the widget's window. */
  readonly call: string;
  readonly given: readonly unknown[];
  /** The data of every event that it sends, in order. */
  readonly sends: readonly object[];
  /** Name of the error with which it fails before anything is sent; `Object` for a plain object. */
  readonly fails?: string;
}

const sends = (call: string, given: readonly unknown[], ...events: readonly object[]): WireRow => ({
  call,
  given,
  sends: events,
});
const fails = (call: string, given: readonly unknown[], name: string): WireRow => ({
  call,
  given,
  sends: [],
  fails: name,
});

const CRM = (name: string) => `ZOHO.CRM.${name}`;
const record = { Entity: 'Deals', RecordID: '42' };
const related = { ...record, RelatedList: 'Contacts', RelatedRecordID: '7' };
const ui = (action: unknown, data?: object) => ({ category: 'UI', action, ...(data ? { data } : {}) });

const API: readonly WireRow[] = [
  sends(CRM('API.addNotes'), [{ ...record, Title: 'T', Content: 'C' }], {
    category: 'CREATE',
    type: 'NOTES',
    Entity: 'Deals',
    RelatedID: '42',
    APIData: { data: [{ Note_Title: 'T', Note_Content: 'C' }] },
  }),
  sends(CRM('API.addNotesAttachment'), [{ ...record, RelatedRecordID: '7' }], {
    category: 'UPDATE',
    type: 'NOTES',
    ...record,
    RelatedRecordID: '7',
    APIData: { Files: {} },
  }),
  sends(CRM('API.coql'), [{ select_query: 'select id from Deals' }], {
    category: 'QUERY',
    APIData: { select_query: 'select id from Deals' },
  }),
  sends(CRM('API.insertRecord'), [{ Entity: 'Leads', APIData: { Company: 'A' }, Trigger: ['workflow'] }], {
    category: 'CREATE',
    type: 'RECORD',
    Entity: 'Leads',
    APIData: { Company: 'A', trigger: ['workflow'] },
  }),
  sends(
    CRM('API.upsertRecord'),
    [{ Entity: 'Leads', APIData: { Company: 'A' }, duplicate_check_fields: ['Email', 'Phone'] }],
    {
      category: 'CREATE',
      type: 'RECORD',
      Entity: 'Leads',
      APIData: { Company: 'A', action: 'UPSERT', duplicate_check_fields: 'Email,Phone' },
    },
  ),
  sends(CRM('API.getRecord'), [{ ...record, approved: 'both' }], {
    category: 'READ',
    APIData: { ...record, approved: 'both' },
  }),
  sends(CRM('API.getBluePrint'), [record], {
    category: 'BLUEPRINT',
    ...record,
    action: 'GET_BLUEPRINT_STATUS',
  }),
  sends(CRM('API.updateBluePrint'), [{ ...record, BlueprintData: { blueprint: [] } }], {
    category: 'BLUEPRINT',
    ...record,
    BlueprintData: { blueprint: [] },
    action: 'UPDATE_BLUEPRINT_STATUS',
  }),
  sends(CRM('API.uploadFile'), [{ CONTENT_TYPE: 'multipart', PARTS: [] }], {
    category: 'FILES',
    type: 'UPLOAD_FILE',
    FileData: { CONTENT_TYPE: 'multipart', PARTS: [] },
  }),
  sends(CRM('API.getFile'), [{ id: 'f1' }], { category: 'FILES', type: 'DOWNLOAD_FILE', id: 'f1' }),
  sends(CRM('API.getAllRecords'), [{ Entity: 'Deals', sort_order: 'asc', per_page: 2, page: 1 }], {
    category: 'READ',
    APIData: { Entity: 'Deals', sort_order: 'asc', per_page: 2, page: 1 },
  }),
  sends(CRM('API.updateRecord'), [{ Entity: 'Leads', APIData: { id: '1', Company: 'B' }, Trigger: [] }], {
    category: 'UPDATE',
    type: 'RECORD',
    Entity: 'Leads',
    APIData: { id: '1', Company: 'B', trigger: [] },
  }),
  sends(CRM('API.deleteRecord'), [record], { category: 'DELETE', type: 'RECORD', ...record }),
  sends(CRM('API.searchRecord'), [{ Entity: 'Leads', Type: 'word', Query: 'zoho', page: 1, delay: false }], {
    category: 'SEARCH',
    Entity: 'Leads',
    Type: 'word',
    Query: 'zoho',
    page: 1,
    delay: false,
  }),
  sends(CRM('API.getAllActions'), [record], { category: 'APPROVALS', action: 'GET_ALL_ACTIONS', ...record }),
  sends(CRM('API.getApprovalRecords'), [], { category: 'APPROVALS', action: 'GET_APPROVAL_RECORDS' }),
  sends(CRM('API.getApprovalById'), [{ id: '9' }], {
    category: 'APPROVALS',
    action: 'GET_APPROVALBYID',
    id: '9',
  }),
  sends(CRM('API.getApprovalsHistory'), [], { category: 'APPROVALS', action: 'GET_APPROVALS_HISTORY' }),
  sends(CRM('API.approveRecord'), [{ ...record, actionType: 'approve' }], {
    category: 'APPROVALS',
    action: 'UPDATE_APPROVAL',
    ...record,
    actionType: 'approve',
  }),
  sends(CRM('API.getAllUsers'), [{ Type: 'ActiveUsers', page: 1, per_page: 5 }], {
    category: 'USER',
    Type: 'ActiveUsers',
    page: 1,
    per_page: 5,
  }),
  sends(CRM('API.getAllUsers'), [{ type: 'ActiveUsers' }], { category: 'USER' }),
  sends(CRM('API.getUser'), [{ ID: '3' }], { category: 'USER', ID: '3' }),
  sends(CRM('API.getRelatedRecords'), [{ ...record, RelatedListName: 'Notes' }], {
    category: 'READ',
    APIData: { ...record, RelatedListName: 'Notes' },
  }),
  sends(CRM('API.updateRelatedRecords'), [{ ...related, APIData: { Role: 'A' } }], {
    category: 'UPDATE',
    type: 'RELATED_RECORD',
    ...related,
    APIData: { Role: 'A' },
  }),
  sends(CRM('API.delinkRelatedRecord'), [related], {
    category: 'DELETE',
    type: 'RELATED_RECORD',
    ...related,
  }),
  sends(CRM('API.attachFile'), [{ ...record, File: { Name: 'a.txt' } }], {
    category: 'CREATE',
    type: 'ATTACHMENT',
    Entity: 'Deals',
    RelatedID: '42',
    APIData: { FileName: 'a.txt' },
  }),
  sends(CRM('API.getAllProfiles'), [], { category: 'PROFILES', type: 'GET_ALL_PROFILES' }),
  sends(CRM('API.getProfile'), [{ ID: '5' }], { category: 'PROFILES', type: 'GET_PROFILE', ID: '5' }),
  sends(CRM('API.updateProfile'), [{ ID: '5', APIData: { profiles: [] } }], {
    category: 'UPDATE',
    type: 'PROFILE',
    ID: '5',
    APIData: { profiles: [] },
  }),
  sends(CRM('API.getOrgVariable'), ['ns__a'], { category: 'CONFIG', type: 'VARIABLE', nameSpace: 'ns__a' }),
  sends(CRM('API.getOrgVariable'), [{ apiKeys: ['a', 'b'] }], {
    category: 'CONFIG',
    type: 'VARIABLE',
    nameSpace: { apiKeys: ['a', 'b'] },
  }),
];

const meta = (type: string, more: object = {}) => ({ category: 'META', type, Entity: 'Deals', ...more });
const of = { Entity: 'Deals' };

const SETTINGS: readonly WireRow[] = [
  sends(CRM('CONFIG.getOrgInfo'), [], { category: 'CONFIG', type: 'ORG' }),
  sends(CRM('CONFIG.getCurrentUser'), [], { category: 'CONFIG', type: 'CURRENT_USER' }),
  sends(CRM('CONFIG.GetCurrentEnvironment'), [], { category: 'CONFIG', type: 'ORG_LEVEL_INFO' }),
  sends(CRM('CONFIG.getUserPreference'), [], { category: 'CONFIG', type: 'USER_PREFERENCE' }),
  sends(CRM('META.getFields'), [of], meta('FIELD_LIST')),
  sends(CRM('META.getModules'), [], { category: 'META', type: 'MODULE_LIST' }),
  sends(CRM('META.getAssignmentRules'), [of], meta('ASSIGNMENT_RULES')),
  sends(CRM('META.getLayouts'), [{ ...of, LayoutId: '6' }], meta('LAYOUTS')),
  sends(CRM('META.getLayouts'), [{ ...of, Id: '6' }], meta('LAYOUT', { Id: '6' })),
  sends(CRM('META.getRelatedList'), [of], meta('RELATED_LIST')),
  sends(CRM('META.getCustomViews'), [of], meta('CUSTOM_VIEWS')),
  sends(CRM('META.getCustomViews'), [{ ...of, Id: '8' }], meta('CUSTOM_VIEW', { Id: '8' })),
];

const open = { Entity: 'Deals', RecordID: '42', Target: '_blank' };
const opened = { Entity: 'Deals', RecordID: '42', target: '_blank' };

const PAGE: readonly WireRow[] = [
  sends(CRM('UI.Resize'), [{ width: '50%', height: 200 }], ui('RESIZE', { width: '50%', height: 200 })),
  sends(CRM('UI.Dialer.maximize'), [], ui({ telephony: 'MAXIMIZE' })),
  sends(CRM('UI.Dialer.minimize'), [], ui({ telephony: 'MINIMIZE' })),
  sends(CRM('UI.Dialer.notify'), [], ui({ telephony: 'NOTIFY' })),
  sends(CRM('UI.Record.open'), [open], ui({ record: 'OPEN' }, opened)),
  sends(CRM('UI.Record.edit'), [open], ui({ record: 'EDIT' }, opened)),
  sends(CRM('UI.Record.create'), [{ Entity: 'Deals' }], ui({ record: 'CREATE' }, { Entity: 'Deals' })),
  sends(CRM('UI.Record.populate'), [{ Amount: 5 }], ui({ record: 'POPULATE' }, { Amount: 5 })),
  sends(CRM('UI.Popup.close'), [], ui({ popup: 'CLOSE' })),
  sends(CRM('UI.Popup.closeReload'), [], ui({ popup: 'CLOSE_RELOAD' })),
  sends(
    CRM('UI.Widget.open'),
    [{ Entity: 'ns__Tab', Message: { a: 1 } }],
    ui({ webTab: 'OPEN' }, { Entity: 'ns__Tab', Message: { a: 1 } }),
  ),
];

const http = (method: string) =>
  sends(
    CRM(`HTTP.${method}`),
    [{ url: 'https://api.example/x', params: { 'a b': 1 }, headers: { h: 'v' }, body: 'text' }],
    {
      category: 'CONNECTOR',
      nameSpace: `wget.${method}`,
      data: { url: 'https://api.example/x?a%20b=1', Header: { h: 'v' }, Body: 'text' },
    },
  );

const FLOW: readonly WireRow[] = [
  ...['get', 'post', 'put', 'patch', 'delete'].map(http),
  fails(CRM('HTTP.get'), [{}], 'Object'),
  sends(CRM('CONNECTOR.invokeAPI'), ['crm.set', { apiname: 'ns__a', value: '1' }], {
    category: 'CONNECTOR',
    nameSpace: 'crm.set',
    data: { apiname: 'ns__a', value: '1' },
    type: 'CONNECTOR_API',
  }),
  sends(CRM('CONNECTOR.authorize'), ['ns.connector'], {
    category: 'CONNECTOR',
    nameSpace: 'ns.connector',
    data: {},
    type: 'CONNECTOR_AUTHORIZE',
  }),
  sends(
    CRM('CONNECTION.invoke'),
    ['crm', { url: 'https://api.example/x', method: 'GET', param_type: 1, parameters: { a: 1 }, body: 2 }],
    {
      category: 'CRM_CONNECTION',
      connectionName: 'crm',
      data: { data: { url: 'https://api.example/x', method: 'GET', param_type: 1, parameters: '{"a":1}' } },
    },
  ),
  sends(CRM('FUNCTIONS.execute'), ['score', { arguments: '{}' }], {
    category: 'FUNCTIONS_EXECUTE',
    customFunctionName: 'score',
    data: { data: { arguments: '{}', auth_type: 'oauth' } },
  }),
  sends(CRM('ACTION.setConfig'), [{ a: 1 }], {
    category: 'ACTION',
    type: 'CUSTOM_ACTION_SAVE_CONFIG',
    object: { a: 1 },
  }),
  sends(CRM('ACTION.enableAccountAccess'), [{ a: 1 }], {
    category: 'ACTION',
    type: 'ENABLE_ACCOUNT_ACCESS',
    object: { a: 1 },
  }),
  sends(CRM('EVENTS.dispatch'), ['changed', { a: 1 }], {
    category: 'EVENTS_DISPATCH',
    event_name: 'changed',
    event_data: { a: 1 },
  }),
  sends(CRM('WIZARD.post'), [{ a: 1 }], { category: 'CRM_WIZARD', data: '{"a":1}' }),
  sends(CRM('BLUEPRINT.proceed'), [], { category: 'CRM_BLUEPRINT' }),
];

const Client = (name: string) => `ZDK.Client.${name}`;
const choice = { actual_value: 'a', display_value: 'A' };
const field = { type: 'picklist', label: 'Which', list_options: [choice] };

const ZDK: readonly WireRow[] = [
  sends(Client('sendResponse'), ['id-1', { a: 1 }], {
    action: 'notify_response',
    message: { data: { a: 1 }, uuid: 'id-1' },
  }),
  sends(Client('notify'), ['done', { a: 1 }], { action: 'notify', type: 'done', data: { a: 1 } }),
  sends(Client('showMessage'), ['Hi'], { action: 'msg_band', type: 'info', message: 'Hi' }),
  sends(Client('showMessage'), ['Hi', { type: 'error' }], {
    action: 'msg_band',
    type: 'error',
    message: 'Hi',
  }),
  fails(Client('showMessage'), [1], 'TypeError'),
  sends(Client('showConfirmation'), ['Go?', 'Yes', 'No'], {
    action: 'confirm',
    message: 'Go?',
    accept_message: 'Yes',
    reject_message: 'No',
    acceptMsg: 'Yes',
    rejectMsg: 'No',
  }),
  fails(Client('showConfirmation'), [], 'TypeError'),
  sends(Client('showAlert'), ['Mind', 'Step', 'Fine'], {
    action: 'alert',
    message: 'Mind',
    heading: 'Step',
    accept_message: 'Fine',
  }),
  sends(Client('getInput'), [[field], 'Say', 'OK', 'No'], {
    action: 'get_input',
    options: [field],
    heading: 'Say',
    accept_message: 'OK',
    reject_message: 'No',
  }),
  fails(Client('getInput'), ['field'], 'TypeError'),
  fails(Client('getInput'), [[{ type: 'date' }]], 'TypeError'),
  fails(Client('getInput'), [[{ type: 'picklist' }]], 'Error'),
  fails(Client('getInput'), [Array(8).fill({ type: 'text' })], 'Error'),
  fails(Client('getInput'), [[{ ...field, default_value: 'b' }]], 'Error'),
  fails(Client('getInput'), [[{ type: 'text' }], 'Say', 'x'.repeat(41)], 'Error'),
  sends(
    Client('openPopup'),
    [{ api_name: 'b', type: 'widget', header: 'H', width: '50%', right: '0' }, { a: 1 }],
    {
      action: 'open_widget_by_id',
      type: 'widget',
      api_name: 'b',
      data: { a: 1 },
      config: { header: 'H', width: '50%', right: '0', offset: { top: '0px', left: 'center', right: '0' } },
    },
  ),
  fails(Client('openPopup'), [{ api_name: 'b', type: 'page' }], 'Error'),
  fails(Client('openPopup'), [{ api_name: 'b', type: 'widget', animation_type: 9 }], 'TypeError'),
  sends(Client('showLoader'), [], { action: 'show_loader', type: 'page', template: 'standard', message: '' }),
  sends(Client('showLoader'), [{ template: 'spinner', message: 'Wait' }], {
    action: 'show_loader',
    type: 'page',
    template: 'spinner',
    message: 'Wait',
  }),
  fails(Client('showLoader'), [{ type: 'section' }], 'TypeError'),
  sends(Client('hideLoader'), [], { action: 'hide_loader' }),
  sends('$Client.close', [{ a: 1 }], { action: 'close_widget', response: { a: 1 } }),
];

const ORIGIN = 'http://127.0.0.1:5050';
const zrcVersion = '1.0';
const askUrl = { category: 'GET_PARENT_URL', zrcVersion };
const request = (url: string, requestConfig: object, options: object = {}) => ({
  category: 'ZRC_REQUEST',
  url: url.startsWith('/') ? ORIGIN + url : url,
  options,
  requestConfig,
  zrcVersion,
});
const json = { 'content-type': 'application/json' };
const params = { fields: 'A,B', ids: ['1', '2'], none: null, tree: { a: 1 } };

const ZRC: readonly WireRow[] = [
  sends(
    'zrc.get',
    ['/crm/v8/Deals', { params, headers: { 'X-Own': '1' } }],
    askUrl,
    request('/crm/v8/Deals?fields=A%2CB&ids%5B%5D=1&ids%5B%5D=2&tree=%7B%22a%22%3A1%7D', {
      method: 'GET',
      headers: { 'x-own': '1' },
      params,
    }),
  ),
  sends('zrc.get', ['https://api.example/x', { connection: 'c' }], askUrl, {
    ...request('https://api.example/x', { method: 'GET', headers: {}, connection: 'c' }),
  }),
  ...['post', 'put', 'patch'].map((method) =>
    sends(
      `zrc.${method}`,
      ['/crm/v8/Deals', { data: [{ a: 1 }] }],
      askUrl,
      request('/crm/v8/Deals', { method: method.toUpperCase(), headers: json, body: '{"data":[{"a":1}]}' }),
    ),
  ),
  sends(
    'zrc.post',
    ['/crm/v8/Deals', 'plain', { baseUrl: 'https://api.example/' }],
    askUrl,
    request('https://api.example/crm/v8/Deals', {
      method: 'POST',
      headers: {},
      baseUrl: 'https://api.example/',
      body: 'plain',
    }),
  ),
  sends(
    'zrc.delete',
    ['/crm/v8/Deals/1', { body: 'dropped' }],
    askUrl,
    request('/crm/v8/Deals/1', { method: 'DELETE', headers: {} }),
  ),
  sends(
    'zrc.options',
    ['/crm/v8/Deals'],
    askUrl,
    request('/crm/v8/Deals', { method: 'OPTIONS', headers: {} }),
  ),
  sends('zrc.head', ['/crm/v8/Deals'], askUrl, request('/crm/v8/Deals', { method: 'HEAD', headers: {} })),
  sends(
    'zrc.request',
    [{ path: '/crm/v8/Deals', method: 'put', body: { a: 1 } }],
    askUrl,
    request('/crm/v8/Deals', { method: 'PUT', headers: json, body: '{"a":1}' }),
  ),
  { call: 'zrc.createInstance', given: [{ baseUrl: 'https://api.example' }], sends: [] },
  fails('zrc.get', ['/crm/v8/Deals', { timeout: 5 }], 'ZRC_VALIDATION_FAILED_ERROR'),
  fails('zrc.get', ['Deals'], 'ZRC_VALIDATION_FAILED_ERROR'),
  fails('zrc.get', ['/x', { responseType: 'xml' }], 'ZRC_VALIDATION_FAILED_ERROR'),
  fails('zrc.get', ['/x', { connection: 'c' }], 'ZRC_VALIDATION_FAILED_ERROR'),
  fails(
    'zrc.get',
    ['https://api.example/x', { connection: 'c', headers: { Authorization: 'x' } }],
    'ZRC_VALIDATION_FAILED_ERROR',
  ),
  fails('zrc.createInstance', [], 'ZRC_VALIDATION_FAILED_ERROR'),
];

export const WIRE: readonly WireRow[] = [...API, ...SETTINGS, ...PAGE, ...FLOW, ...ZDK, ...ZRC];
