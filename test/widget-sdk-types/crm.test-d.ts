/** What the types say about `ZOHO.CRM` and `ZDK`: replies in two shapes, outcomes record by record, what is not there. */
import type {
  CrmRecord,
  CurrentUser,
  CurrentUserReply,
  NoContent,
  RecordList,
  UserPreference,
  WriteOutcome,
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
}

export async function aDialogMayAnswerNothing() {
  expectTypeOf(await ZDK.Client.showConfirmation('Unlock?')).toEqualTypeOf<boolean | undefined>();
  // @ts-expect-error no such kind of message
  await ZDK.Client.showMessage('Saved', { type: 'fatal' });
  // @ts-expect-error a pick list needs its options
  await ZDK.Client.getInput([{ type: 'picklist', label: 'Reason' }]);
}

export function theFrameIsSizedInBothDirections() {
  expectTypeOf(ZOHO.CRM.UI.Resize({ height: 320, width: 600 })).toEqualTypeOf<Promise<boolean>>();
  // @ts-expect-error a height alone is not enough
  ZOHO.CRM.UI.Resize({ height: 320 });
}
