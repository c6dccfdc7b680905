import type { PageLoadData } from './placements.d.ts';

/** What `NotifyAndWait` brings. The script waits until `ZDK.Client.sendResponse(data.id, …)` is called. [reference] */
export interface NotifyAndWaitData {
  readonly id: string;
  readonly data?: unknown;
}

/** The events a widget can listen to, with what their listener receives. */
export interface EmbeddedAppEvents {
  /** Once for each load of the widget's page. May come before or after `init()` resolves, by SDK version. [run] */
  readonly PageLoad: PageLoadData;
  /** A Client Script's `notify` on the flyout that shows this widget. Since 1.2. [reference] */
  readonly Notify: unknown;
  /** The same, with the script waiting for an answer. Since 1.2. [reference] */
  readonly NotifyAndWait: NotifyAndWaitData;
  /** The user changed the form of the wizard around the widget. Since 1.3. What it brings is not described. [reference] */
  readonly ContextUpdate: unknown;
  /** Telephony: somebody clicked a call icon in the CRM. [reference] */
  readonly Dial: unknown;
  /** Telephony: the softphone was opened or closed. [reference] */
  readonly DialerActive: unknown;
}

/** `ZOHO.embeddedApp`: the handshake with the CRM page around the frame. */
export interface EmbeddedApp {
  /**
   * Listens to an event of the CRM page. Call it **before** {@link EmbeddedApp.init}: a listener given later is
   * ignored. There is one listener for each event; the last one given wins. It cannot be taken away. A name that the CRM does
   * not know is accepted and never heard. [run]
   */
  on<Name extends keyof EmbeddedAppEvents>(
    event: Name,
    listener: (data: EmbeddedAppEvents[Name]) => void,
  ): void;

  /**
   * Announces the widget to the CRM page and resolves when that has answered. Nothing times out: in a page that the
   * CRM did not open, the promise stays pending for ever, silently. Bound the wait yourself. A call of `ZOHO.CRM.*`
   * before the answer throws instead of rejecting. A second call returns the same promise. [run]
   */
  init(): Promise<void>;
}
