import type { Fixtures } from '../../fixtures/fixtures';
import type { FrameSize } from './frame-size';
import type { Requests } from './requests';

/** A question that the CRM puts over the page for its widget. */
export type Dialog =
  | { readonly kind: 'alert'; readonly heading: string; readonly message: string; readonly accept: string }
  | { readonly kind: 'confirm'; readonly message: string; readonly accept: string; readonly reject: string }
  | {
      readonly kind: 'input';
      readonly heading: string;
      readonly fields: readonly InputField[];
      readonly accept: string;
      readonly reject: string;
    };

export interface InputField {
  readonly type: string;
  readonly label: string;
  readonly value: string | readonly string[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Another widget over the page: lengths and offsets are CSS, `''` where nothing was said. */
export interface PopupRequest {
  /** API name of the widget. */
  readonly name: string;
  readonly header: string;
  readonly size: FrameSize;
  readonly offset: {
    readonly top: string;
    readonly bottom: string;
    readonly left: string;
    readonly right: string;
  };
  readonly data: unknown;
}

/** What the host page does for its widget. */
export interface HostPage {
  readonly requests: Requests;
  /** What answers where the sample org has nothing. */
  readonly fixtures: Fixtures;
  /** Address of the CRM page that shows the widget. */
  readonly pageUrl: () => string;
  readonly mode: () => 'day' | 'night';
  readonly language: () => string;
  /** Address of the script that releases 1.2 to 1.4 load before they start. */
  readonly zdkUrl: () => string;
  /** Size of the window that percentages are of. */
  readonly windowSize: () => { readonly width: number; readonly height: number };
  resize(size: FrameSize): void;
  /** `apart`: in a window of its own. */
  open(module: string, id: string, apart: boolean): void;
  /** Opens a web tab; false where there is none of that name. */
  openTab(name: string, message: unknown): boolean;
  /** Closes the popup or panel; `reload` also reads the record again; `response` goes to whoever opened it. */
  close(reload: boolean, response?: unknown): void;
  say(message: string): void;
  /** Resolves with the person's answer: `true` or `false`, or the values of an input, `null` when it is cancelled. */
  ask(dialog: Dialog): Promise<unknown>;
  /** Resolves with what the opened widget is closed with; rejects where there is no widget of that name. */
  openPopup(popup: PopupRequest): Promise<unknown>;
  /** The answer of the widget to a `NotifyAndWait`. */
  responded(id: string, data: unknown): void;
  /** Covers the page while the widget works; `undefined` uncovers it. */
  load(message: string | undefined): void;
}

/** What the sandbox has no answer for, though the SDK has the call. */
export class NotBuilt {
  readonly code = 'NOT_SUPPORTED';
  readonly status = 'error';
  readonly details = {};
  readonly message: string;

  constructor(what: string) {
    this.message = `The sandbox has not built ${what}`;
  }
}
