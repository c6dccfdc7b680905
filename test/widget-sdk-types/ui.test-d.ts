/** What the types say about `ZOHO.CRM.UI`, `ZDK.Client` and the ways from one widget to another. */
import type { InputAnswers, PopupConfig } from '@zohocrm/widget-sdk-types';
import { expectTypeOf } from 'vitest';

export async function aDialogMayAnswerNothing() {
  expectTypeOf(await ZDK.Client.showConfirmation('Unlock?')).toEqualTypeOf<boolean | undefined>();
  const answers = await ZDK.Client.getInput([{ type: 'text', label: 'Reason' }]);
  expectTypeOf(answers).toEqualTypeOf<InputAnswers | null | undefined>();
  // @ts-expect-error the user may have cancelled
  answers[0];
  // @ts-expect-error no such kind of message
  await ZDK.Client.showMessage('Saved', { type: 'fatal' });
  // @ts-expect-error a pick list needs its options
  await ZDK.Client.getInput([{ type: 'picklist', label: 'Reason' }]);
}

export function whatIsCalledBeforeInitMayReturnNothing() {
  expectTypeOf(ZDK.Client.hideLoader()).toEqualTypeOf<Promise<unknown> | undefined>();
  expectTypeOf(ZDK.Client.sendResponse('1')).toEqualTypeOf<Promise<unknown> | undefined>();
  expectTypeOf(ZDK.Client.notify('done', {})).toEqualTypeOf<Promise<unknown> | undefined>();
  expectTypeOf($Client.close({ id: '1' })).toEqualTypeOf<Promise<unknown> | undefined>();
  // @ts-expect-error it may be no promise
  ZDK.Client.hideLoader().then(() => {});
}

export async function anotherWidgetOpensAsPopupOrWebTab() {
  const docked = { type: 'widget', api_name: 'example_widget', right: '0px' } as const;
  expectTypeOf(docked).toExtend<PopupConfig>();
  expectTypeOf(await ZDK.Client.openPopup(docked, { id: '1' })).toBeUnknown();
  await ZDK.Client.openPopup({ type: 'crux', api_name: 'record_edit' });
  // @ts-expect-error no such page of the CRM
  await ZDK.Client.openPopup({ type: 'crux', api_name: 'record_delete' });
  // @ts-expect-error a popup needs its kind
  await ZDK.Client.openPopup({ api_name: 'example_widget' });
  // @ts-expect-error six animations
  await ZDK.Client.openPopup({ ...docked, animation_type: 7 });

  const opened = await ZOHO.CRM.UI.Widget.open({ Entity: 'example__Locks', Message: { module: 'Deals' } });
  expectTypeOf(opened).toEqualTypeOf<boolean>();
  // @ts-expect-error the message becomes the PageLoad; there is no other way to hand something over
  await ZOHO.CRM.UI.Widget.open({ Entity: 'example__Locks', params: {} });
}

export function theFrameIsSizedInBothDirections() {
  expectTypeOf(ZOHO.CRM.UI.Resize({ height: 320, width: 600 })).toEqualTypeOf<Promise<boolean>>();
  // @ts-expect-error a height alone is not enough
  ZOHO.CRM.UI.Resize({ height: 320 });
}

export function recordsAndPopups() {
  expectTypeOf(ZOHO.CRM.UI.Record.open({ Entity: 'Deals', RecordID: '1' })).toEqualTypeOf<Promise<boolean>>();
  ZOHO.CRM.UI.Record.open({ Entity: 'Deals', RecordID: '1', Target: '_blank' });
  // @ts-expect-error a new record takes its values from populate
  ZOHO.CRM.UI.Record.create({ Entity: 'Deals', data: {} });
  expectTypeOf(ZOHO.CRM.UI.Popup.closeReload()).toEqualTypeOf<Promise<boolean>>();
  // @ts-expect-error it takes nothing
  ZOHO.CRM.UI.Dialer.notify({ call: '1' });
}
