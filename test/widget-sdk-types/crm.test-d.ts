/** What the types say about `ZOHO.CRM`: replies in two shapes, outcomes record by record, keys that are ignored, what is not there. */
import type {
  CrmField,
  CrmModule,
  CrmRecord,
  CurrentUser,
  CurrentUserReply,
  NoContent,
  RecordList,
  UserPreference,
  WriteOutcome,
  WriteReply,
} from '@zohocrm/widget-sdk-types';
import { expectTypeOf } from 'vitest';

export async function theCurrentUserComesInTwoShapes() {
  const reply = await ZOHO.CRM.CONFIG.getCurrentUser();
  expectTypeOf(reply).toEqualTypeOf<CurrentUserReply>();
  // @ts-expect-error may be the user alone
  reply.users;
  // @ts-expect-error may be a list
  reply.id;
  const user = 'users' in reply ? reply.users[0] : reply;
  expectTypeOf(user).toEqualTypeOf<CurrentUser | undefined>();
}

export async function theThemeMayBeMissing() {
  expectTypeOf(await ZOHO.CRM.CONFIG.getUserPreference()).toEqualTypeOf<UserPreference>();
  expectTypeOf<UserPreference['mode']>().toEqualTypeOf<'day' | 'night' | undefined>();
}

export async function aRecordMayNotBeThere() {
  const reply = await ZOHO.CRM.API.getRecord({ Entity: 'Deals', RecordID: '5843104000000425033' });
  expectTypeOf(reply).toEqualTypeOf<RecordList | NoContent>();
  // @ts-expect-error a 204 has no data
  reply.data;
  if ('data' in reply) {
    expectTypeOf(reply.data[0]).toEqualTypeOf<CrmRecord | undefined>();
    expectTypeOf(reply.data[0]?.Amount).toBeUnknown();
  }
  // @ts-expect-error as a number an id loses its last digits
  await ZOHO.CRM.API.getRecord({ Entity: 'Deals', RecordID: 1 });
}

export async function aResolvedWriteMayHaveFailed() {
  const reply = await ZOHO.CRM.API.updateRecord({ Entity: 'Deals', APIData: { id: '1' }, Trigger: [] });
  for (const outcome of reply.data) {
    expectTypeOf(outcome).toEqualTypeOf<WriteOutcome>();
    expectTypeOf(outcome.status).toEqualTypeOf<'success' | 'error'>();
    expectTypeOf(outcome.details.id).toBeUnknown();
  }
}

export async function variablesAreReadHereAndWrittenThere() {
  const one = await ZOHO.CRM.API.getOrgVariable('example__settings');
  expectTypeOf(one.Success.Content).toBeUnknown();
  const many = await ZOHO.CRM.API.getOrgVariable({ apiKeys: ['example__a', 'example__b'] });
  expectTypeOf(many.Success.content.example__a?.value).toBeUnknown();
  const written = ZOHO.CRM.CONNECTOR.invokeAPI('crm.set', { apiname: 'example__settings', value: '{}' });
  expectTypeOf(written).toEqualTypeOf<Promise<string>>();
  expectTypeOf(ZOHO.CRM.CONNECTOR.invokeAPI('example.call', { key: 1 })).toEqualTypeOf<Promise<unknown>>();
}

export function whatNoReleasedScriptContains() {
  // @ts-expect-error described, never released
  ZOHO.CRM.API.setOrgVariable;
  // @ts-expect-error described, never released
  ZOHO.CRM.API.addRelatedRecord;
  // @ts-expect-error described, never released
  ZOHO.CRM.UI.Setting;
  // @ts-expect-error in pages of the CRM only
  ZOHO.CRM.API.sendMail;
}

export async function outcomesComeInThreeForms() {
  const upserted = await ZOHO.CRM.API.upsertRecord({ Entity: 'Deals', APIData: { Deal_Name: 'A' } });
  expectTypeOf(upserted).toEqualTypeOf<WriteReply | readonly WriteOutcome[]>();
  // @ts-expect-error may be a bare list
  upserted.data;
  const address = { Entity: 'Deals', RecordID: '1' };
  expectTypeOf(
    await ZOHO.CRM.API.approveRecord({ ...address, actionType: 'approve' }),
  ).toEqualTypeOf<WriteOutcome>();
  const transition = { blueprint: [{ transition_id: '1', data: {} }] };
  expectTypeOf(
    await ZOHO.CRM.API.updateBluePrint({ ...address, BlueprintData: transition }),
  ).toEqualTypeOf<WriteOutcome>();
}

export async function typeIsWrittenLargeAndSmall() {
  await ZOHO.CRM.API.getAllUsers({ Type: 'ActiveUsers' });
  // @ts-expect-error small letters are ignored here
  await ZOHO.CRM.API.getAllUsers({ type: 'ActiveUsers' });
  // @ts-expect-error the current user has a call of its own
  await ZOHO.CRM.API.getAllUsers({ Type: 'CurrentUser' });
  expectTypeOf(await ZOHO.CRM.API.getApprovalRecords({ type: 'others_awaiting' })).toEqualTypeOf<
    RecordList | NoContent
  >();
  // @ts-expect-error large letters are ignored here
  await ZOHO.CRM.API.getApprovalRecords({ Type: 'awaiting' });
}

export async function keysOfTablesAndExamplesThatAreIgnored() {
  const address = { Entity: 'Deals', RecordID: '1' };
  await ZOHO.CRM.API.getRelatedRecords({ ...address, RelatedList: 'Notes', page: 1, per_page: 200 });
  // @ts-expect-error the table's name for it
  await ZOHO.CRM.API.getRelatedRecords({ ...address, RelatedListName: 'Notes' });
  const search = { Entity: 'Deals', Type: 'word', Query: 'Zylker' } as const;
  await ZOHO.CRM.API.searchRecord({ ...search, page: 2, per_page: 50 });
  // @ts-expect-error pages behind the configuration are ignored
  await ZOHO.CRM.API.searchRecord(search, 2, 50);
  await ZOHO.CRM.META.getLayouts({ Entity: 'Deals', Id: '1' });
  // @ts-expect-error the example's name for it
  await ZOHO.CRM.META.getLayouts({ Entity: 'Deals', LayoutId: '1' });
  // @ts-expect-error fields cannot be chosen
  await ZOHO.CRM.API.getRecord({ ...address, Fields: 'Deal_Name' });
}

export async function metadataIsListedUnderItsName() {
  const { modules } = await ZOHO.CRM.META.getModules();
  expectTypeOf(modules[0]).toEqualTypeOf<CrmModule | undefined>();
  const { fields } = await ZOHO.CRM.META.getFields({ Entity: 'Deals' });
  expectTypeOf(fields[0]).toEqualTypeOf<CrmField | undefined>();
  expectTypeOf(await ZOHO.CRM.CONFIG.getOrgInfo()).toBeUnknown();
}

export async function callsThatZohoDoesNotDescribe() {
  expectTypeOf(await ZOHO.CRM.EVENTS.dispatch('example', { key: 1 })).toBeUnknown();
  expectTypeOf(await ZOHO.CRM.ACTION.setConfig({ key: 1 })).toBeUnknown();
  expectTypeOf(await ZOHO.CRM.ACTION.enableAccountAccess({})).toBeUnknown();
  const address = { Entity: 'Deals', RecordID: '1', RelatedRecordID: '2' };
  expectTypeOf(await ZOHO.CRM.API.addNotesAttachment(address)).toBeUnknown();
  // @ts-expect-error the file would not be sent
  await ZOHO.CRM.API.addNotesAttachment({ ...address, File: new File([], 'a.txt') });
}

export async function functionsAndWizards() {
  const reply = await ZOHO.CRM.FUNCTIONS.execute('example', { arguments: JSON.stringify({ id: '1' }) });
  expectTypeOf(reply.details.output).toBeUnknown();
  // @ts-expect-error arguments are a text of JSON
  await ZOHO.CRM.FUNCTIONS.execute('example', { arguments: { id: '1' } });
  // @ts-expect-error it takes nothing
  await ZOHO.CRM.BLUEPRINT.proceed({ id: '1' });
  // @ts-expect-error an address is needed
  await ZOHO.CRM.HTTP.get({ params: {} });
}
