/** What the types say about starting a widget. Compiled with the project; a wrong type is a compile error. */
import type {
  ButtonPosition,
  DetailButtonPageLoad,
  EmbeddedAppEvents,
  NotifyAndWaitData,
  OtherButtonPageLoad,
  PageLoadByPlacement,
  PageLoadData,
  Placement,
  RecordPageLoad,
  RelatedListPageLoad,
  Zdk,
  ZohoSdk,
  Zrc,
} from '@zohocrm/widget-sdk-types';
import { expectTypeOf } from 'vitest';

export function theGlobalsAreTyped() {
  expectTypeOf(ZOHO).toEqualTypeOf<ZohoSdk>();
  expectTypeOf(zrc).toEqualTypeOf<Zrc>();
  expectTypeOf(ZDK).toEqualTypeOf<Zdk>();
  expectTypeOf($Client.close).parameter(0).toBeUnknown();
}

export function onTheWindowTheyMayBeMissing() {
  expectTypeOf(window.ZOHO).toEqualTypeOf<ZohoSdk | undefined>();
  expectTypeOf(window.zrc).toEqualTypeOf<Zrc | undefined>();
  expectTypeOf(window.ZDK).toEqualTypeOf<Zdk | undefined>();
  // @ts-expect-error the script may not have arrived
  window.ZOHO.embeddedApp.init();
}

export function entityIdIsAStringOrAnArrayByPlacement() {
  expectTypeOf<RelatedListPageLoad['EntityId']>().toEqualTypeOf<string>();
  expectTypeOf<DetailButtonPageLoad['EntityId']>().toEqualTypeOf<readonly string[]>();
  expectTypeOf<RecordPageLoad['EntityId']>().toEqualTypeOf<string | readonly string[]>();
  expectTypeOf<PageLoadByPlacement['settings']>().extract<undefined>().toEqualTypeOf<undefined>();
  expectTypeOf<'relatedList' | 'detailButton' | 'listButton' | 'webTab'>().toExtend<Placement>();
}

export function aButtonIsToldFromAListByItsPosition(data: RecordPageLoad) {
  if ('ButtonPosition' in data) expectTypeOf(data.EntityId).toEqualTypeOf<readonly string[]>();
  else expectTypeOf(data.EntityId).toEqualTypeOf<string>();
}

export function pageLoadDataIsNotTrusted() {
  ZOHO.embeddedApp.on('PageLoad', (data) => {
    expectTypeOf(data).toEqualTypeOf<PageLoadData>();
    // @ts-expect-error a settings page brings nothing at all
    data.Entity;
    if (data) expectTypeOf(data.EntityId).toBeUnknown();
  });
  // @ts-expect-error a listener must not count on a record
  ZOHO.embeddedApp.on('PageLoad', (data: RecordPageLoad) => data);
  // @ts-expect-error no such event
  ZOHO.embeddedApp.on('HistoryPopState', () => {});
}

export function aButtonOfAListMayBringNoIds(data: OtherButtonPageLoad) {
  expectTypeOf(data.EntityId).toEqualTypeOf<string | readonly string[] | null | undefined>();
  expectTypeOf<
    'ListViewEachRecord' | 'ListViewWithoutRecord' | 'CreateOrCloneView'
  >().toExtend<ButtonPosition>();
  // @ts-expect-error there may be no ids
  data.EntityId.length;
}

export function eventsBesidesPageLoad() {
  expectTypeOf<keyof EmbeddedAppEvents>().toEqualTypeOf<
    'PageLoad' | 'Notify' | 'NotifyAndWait' | 'ContextUpdate' | 'Dial' | 'DialerActive'
  >();
  ZOHO.embeddedApp.on('NotifyAndWait', (data) => {
    expectTypeOf(data).toEqualTypeOf<NotifyAndWaitData>();
    ZDK.Client.sendResponse(data.id, { answer: 1 });
  });
  ZOHO.embeddedApp.on('ContextUpdate', (data) => expectTypeOf(data).toBeUnknown());
  ZOHO.embeddedApp.on('Dial', (data) => expectTypeOf(data).toBeUnknown());
}

export function aListenerCannotBeTakenAway() {
  expectTypeOf(ZOHO.embeddedApp.on('PageLoad', () => {})).toEqualTypeOf<void>();
  // @ts-expect-error there is no way to
  ZOHO.embeddedApp.off;
}

export function initResolvesWithNothing() {
  expectTypeOf(ZOHO.embeddedApp.init()).toEqualTypeOf<Promise<void>>();
}
