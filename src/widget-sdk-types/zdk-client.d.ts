import type { InputAnswers, InputField } from './zdk-input.d.ts';
import type { LoaderConfig, PopupConfig } from './zdk-popup.d.ts';

/** Looks of a message. `info` when left out. [file] */
export type MessageType = 'info' | 'error' | 'warning' | 'success';

/**
 * `ZDK.Client`: messages and dialogs drawn by the CRM page. Some hosts never answer, so let nothing that matters wait
 * for one of these. Before `init()` they do nothing: the asynchronous ones resolve with `undefined`, the others return it. [run]
 *
 * All but `sendResponse` are new in 1.5. A text may contain Zoho's markdown (`*bold*`, `_italics_`, `[link](https://…)`), so
 * mind what users typed. [reference]
 */
export interface ZdkClient {
  /** Rejects with a `TypeError` when `text` is no string. [file] */
  showMessage(text: string, options?: { type?: MessageType }): Promise<unknown>;
  /** Resolves with the user's answer. [reference] */
  showConfirmation(text: string, accept?: string, reject?: string): Promise<boolean | undefined>;
  showAlert(text: string, heading?: string, accept?: string): Promise<unknown>;
  /** At most 7 fields; buttons of at most 40 characters. What comes when the user cancels is stated nowhere. [file] */
  getInput(
    fields: InputField[],
    heading?: string,
    accept?: string,
    reject?: string,
  ): Promise<InputAnswers | null | undefined>;
  /** Resolves with what the opened widget gives to `$Client.close`; `data` becomes its PageLoad. [reference] */
  openPopup(config: PopupConfig, data?: unknown): Promise<unknown>;
  showLoader(config?: LoaderConfig): Promise<unknown>;
  hideLoader(): Promise<unknown> | undefined;
  /** Answers a `NotifyAndWait` event. Since 1.2. [reference] */
  sendResponse(id: string, data?: unknown): Promise<unknown> | undefined;
  /** In the file, described nowhere: sends `type` and `data` to the CRM page as a `notify` action. [file] */
  notify(type: string, data?: unknown): Promise<unknown> | undefined;
}

/** The global `ZDK`. Up to 1.4 the CRM page may add it after `init()` only: ask for it before you use it. [file] */
export interface Zdk {
  readonly Client: ZdkClient;
}

/** The global `$Client`. Since 1.2. */
export interface ScriptClient {
  /** Closes this widget if a script or another widget opened it, and hands them `response`. [reference] */
  close(response?: unknown): Promise<unknown> | undefined;
}
