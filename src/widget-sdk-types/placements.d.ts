/**
 * What the CRM hands a widget when its page has loaded, one shape for each place a widget can be in.
 *
 * The CRM does not say which placement it is: tell them apart by the keys. Treat every value as untrusted. The SDK
 * does not check where a message came from, so any window that can reach the frame can send a PageLoad of its own:
 * check `Entity` (`/^\w+$/`) and the ids (`/^\d+$/`) before they become part of a path. [run]
 */

/** A Related List widget on a record page. The only placement whose `EntityId` is a plain string. [reference] */
export interface RelatedListPageLoad {
  /** API name of the record's module. */
  readonly Entity: string;
  /** Id of the record. Longer than a number can hold: keep it a string. */
  readonly EntityId: string;
  /** Sent by some versions of the CRM. [use] */
  readonly related_list?: Readonly<Record<string, unknown>>;
}

/**
 * The places of a custom button whose PageLoad Zoho does not describe. [use]
 *
 * `ListViewEachRecord` is a button on one row: take the first id. `ListViewWithoutRecord` is a button of the whole list and
 * brings no ids. `CreateOrCloneView` has no record yet.
 */
export type OtherButtonPosition =
  | 'ListViewEachRecord'
  | 'ListViewWithoutRecord'
  | 'CreateOrCloneView'
  | 'EditView';

/** Where on the CRM's pages a custom button can be, as the CRM names it in a PageLoad. */
export type ButtonPosition = 'DetailView' | 'ListView' | OtherButtonPosition;

/** A custom button on a record page: one record, yet its id comes in an array. [reference] */
export interface DetailButtonPageLoad {
  readonly Entity: string;
  /** An array of one id. */
  readonly EntityId: readonly string[];
  readonly ButtonPosition: 'DetailView';
}

/** A custom button above a list: every record that was ticked. How many may come is unknown; a page of a list has 100. [reference] */
export interface ListButtonPageLoad {
  readonly Entity: string;
  readonly EntityId: readonly string[];
  readonly ButtonPosition: 'ListView';
}

/** A custom button on a list's row, above a list without ticks, or in a form: rely on nothing but the module. [use] */
export interface OtherButtonPageLoad {
  readonly Entity: string;
  readonly EntityId?: string | readonly string[] | null;
  readonly ButtonPosition: OtherButtonPosition;
}

/** A settings page, a web tab or a dashboard: no record, so an empty object or nothing at all. [run] */
export type PageLoadWithoutRecord = Readonly<Record<string, never>> | undefined;

/**
 * A popup or flyout opened by a Client Script, by `ZDK.Client.openPopup` or by `ZOHO.CRM.UI.Widget.open`: exactly what the
 * opener passed, whatever that is. [reference]
 */
export type ScriptPageLoad = Readonly<Record<string, unknown>>;

/** Every placement and the PageLoad data it brings. */
export interface PageLoadByPlacement {
  readonly relatedList: RelatedListPageLoad;
  readonly detailButton: DetailButtonPageLoad;
  readonly listButton: ListButtonPageLoad;
  readonly otherButton: OtherButtonPageLoad;
  readonly settings: PageLoadWithoutRecord;
  readonly webTab: PageLoadWithoutRecord;
  readonly dashboard: PageLoadWithoutRecord;
  readonly clientScript: ScriptPageLoad;
}

/** Name of a placement, as this package calls it; the CRM never sends it. */
export type Placement = keyof PageLoadByPlacement;

/** A PageLoad that names records: `EntityId` is a string or an array, by placement. */
export type RecordPageLoad = RelatedListPageLoad | DetailButtonPageLoad | ListButtonPageLoad;

/**
 * What the listener of `PageLoad` may receive. Because an opener can pass anything, each property reads as `unknown` until
 * it is checked.
 */
export type PageLoadData = PageLoadByPlacement[Placement];
