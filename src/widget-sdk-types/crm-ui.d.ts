import type { RecordAddress, RecordInput } from './crm-api-records.d.ts';

/** Where a record page opens: in place when left out. Since 1.0.5. [reference] */
export interface OpenTarget {
  Target?: '_blank';
}

/** `ZOHO.CRM.UI.Record`: pages of the CRM. Opening one in place ends the widget. All resolve with `true` or `false`. [reference] */
export interface CrmUiRecord {
  open(config: RecordAddress & OpenTarget): Promise<boolean>;
  edit(config: RecordAddress & OpenTarget): Promise<boolean>;
  /** Takes no values: fill the form with `populate`. [reference] */
  create(config: { Entity: string; RecordID?: string } & OpenTarget): Promise<boolean>;
  /** Fills fields of the form that is open around the widget. */
  populate(values: RecordInput): Promise<boolean>;
}

/** `ZOHO.CRM.UI.Popup`: the popup that a custom button opened. */
export interface CrmUiPopup {
  close(): Promise<boolean>;
  /** Also loads the page behind it again. */
  closeReload(): Promise<boolean>;
}

/** `ZOHO.CRM.UI.Dialer`: the telephony window. */
export interface CrmUiDialer {
  maximize(): Promise<boolean>;
  minimize(): Promise<boolean>;
  /** Draws the user's attention with a sound. */
  notify(): Promise<boolean>;
}

/** `ZOHO.CRM.UI.Widget`. */
export interface CrmUiWidget {
  /**
   * Opens a web tab widget; `Message` becomes the data of its PageLoad. Resolves with `false` where there is no such tab. [reference]
   * @param config `Entity` is the name of the tab, `WebTab1_Widget` in Zoho's example; `<namespace>__<Name>` for one that an
   * extension brought. [use]
   */
  open(config: { Entity: string; Message?: unknown }): Promise<boolean>;
}

/** `ZOHO.CRM.UI`. */
export interface CrmUi {
  /**
   * Sets the size of the frame, in CSS pixels. The frame of a related list starts very short: call this at PageLoad
   * and again whenever the height of the content changes. Both sizes are needed. [reference]
   */
  Resize(size: { height: number | string; width: number | string }): Promise<boolean>;
  readonly Record: CrmUiRecord;
  readonly Popup: CrmUiPopup;
  readonly Dialer: CrmUiDialer;
  readonly Widget: CrmUiWidget;
}
