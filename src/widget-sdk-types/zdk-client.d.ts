/** Looks of a toast. */
export type MessageType = 'info' | 'error' | 'warning' | 'success';

/** One field of `getInput`. A label has at most 30 characters; a pick list needs `list_options`. */
export type InputField =
  | { type: 'text' | 'number' | 'textarea'; label?: string; default_value?: string }
  | { type: 'picklist'; label?: string; default_value?: string; list_options: InputOption[] }
  | { type: 'multiselectpicklist'; label?: string; default_value?: string[]; list_options: InputOption[] };

/** A choice; both values must be unique in their list. */
export interface InputOption {
  actual_value: string;
  display_value: string;
}

/** The answers of `getInput` in the order of its fields, numbers as text. */
export type InputAnswers = readonly (string | readonly string[])[];

/** A distance in CSS, or `center`. */
export type PopupOffset = string;

/** A popup with another widget of type Button. */
export interface PopupConfig {
  api_name: string;
  type: 'widget';
  /** At most 50 characters. */
  header?: string | undefined;
  close_icon?: boolean;
  close_on_escape?: boolean;
  /** Slides from the top, right, left, bottom; fades; zooms. */
  animation_type?: 1 | 2 | 3 | 4 | 5 | 6;
  height?: string;
  width?: string;
  top?: PopupOffset;
  left?: PopupOffset;
  bottom?: PopupOffset;
  right?: PopupOffset;
}

/** While a loader is shown, the CRM page opens no other popup. `message` has at most 240 characters. */
export interface LoaderConfig {
  type?: 'page';
  template?: 'standard' | 'spinner' | 'vertical-bar';
  message?: string;
}

/**
 * `ZDK.Client`: messages and dialogs drawn by the CRM page. Some hosts never answer, so let nothing that matters wait
 * for one of these. Before `init()` they do nothing: the asynchronous ones resolve with `undefined`, the others return it.
 */
export interface ZdkClient {
  showMessage(text: string, options?: { type?: MessageType }): Promise<unknown>;
  /** Resolves with the user's answer. */
  showConfirmation(text: string, accept?: string, reject?: string): Promise<boolean | undefined>;
  showAlert(text: string, heading?: string, accept?: string): Promise<unknown>;
  /** At most 7 fields. What comes when the user cancels is not stated. */
  getInput(
    fields: InputField[],
    heading?: string,
    accept?: string,
    reject?: string,
  ): Promise<InputAnswers | null | undefined>;
  /** Resolves with what the opened widget gives to `$Client.close`; `data` becomes its PageLoad. */
  openPopup(config: PopupConfig, data?: unknown): Promise<unknown>;
  showLoader(config?: LoaderConfig): Promise<unknown>;
  hideLoader(): Promise<unknown> | undefined;
  /** Answers a `NotifyAndWait` event. */
  sendResponse(id: string, data?: unknown): Promise<unknown> | undefined;
}

/** The global `ZDK`. */
export interface Zdk {
  readonly Client: ZdkClient;
}

/** The global `$Client`. */
export interface ScriptClient {
  /** Closes this widget if a script or another widget opened it, and hands them `response`. */
  close(response?: unknown): Promise<unknown> | undefined;
}
