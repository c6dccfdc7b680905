/** A distance in CSS, or `center`. */
export type PopupOffset = string;

/** Where a popup stands and how it looks. */
export interface PopupLayout {
  /** At most 50 characters; the widget's name when left out, no heading when `undefined`. [reference] */
  header?: string | undefined;
  /** `true` when left out. [reference] */
  close_icon?: boolean;
  /** `false` when left out. [reference] */
  close_on_escape?: boolean;
  /** Slides from the top (also when left out), right, left, bottom; fades; zooms. [reference] */
  animation_type?: 1 | 2 | 3 | 4 | 5 | 6;
  /** In `px` or `vh`; `70vh` when left out. [reference] */
  height?: string;
  /** In `px` or `vw`; `60vw` when left out. [reference] */
  width?: string;
  /** `0px` when left out. */
  top?: PopupOffset;
  /** `center` when left out. */
  left?: PopupOffset;
  /** Wins over `top`. */
  bottom?: PopupOffset;
  /** Wins over `left`. With `0px` the popup is docked on the right. */
  right?: PopupOffset;
}

/** A popup with another widget, which must be of the type Button. [reference] */
export interface WidgetPopupConfig extends PopupLayout {
  type: 'widget';
  /** API name of the widget. */
  api_name: string;
  id?: string;
}

/** A popup with a page of the CRM. The file accepts these four names; they are described nowhere. [file] */
export interface PagePopupConfig extends PopupLayout {
  type: 'crux';
  api_name: 'record_create' | 'record_edit' | 'record_detail' | 'record_clone';
  id?: string;
}

/** What `openPopup` opens. */
export type PopupConfig = WidgetPopupConfig | PagePopupConfig;

/** While a loader is shown, the CRM page opens no other popup, message or dialog. [reference] */
export interface LoaderConfig {
  type?: 'page';
  /** `standard` when left out; the other two are meant for long calls. [reference] */
  template?: 'standard' | 'spinner' | 'vertical-bar';
  /** At most 240 characters. */
  message?: string;
}
