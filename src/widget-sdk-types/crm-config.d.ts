/** A name and an id, as the CRM prints roles, profiles and people. */
export interface NamedReference {
  readonly id: string;
  readonly name?: string;
}

/** A user as the CRM describes them. Only the id is certain. [reference] */
export interface CurrentUser {
  readonly id: string;
  readonly full_name?: string;
  readonly first_name?: string | null;
  readonly last_name?: string | null;
  readonly email?: string;
  readonly role?: NamedReference;
  readonly profile?: NamedReference;
  /** Of the words, such as `en_US`. */
  readonly language?: string;
  /** Of numbers and dates: it differs from `language` for many people. [use] */
  readonly locale?: string;
  readonly country_locale?: string;
  /** IANA name, such as `Asia/Kolkata`. */
  readonly time_zone?: string;
  readonly date_format?: string;
  readonly time_format?: string;
  readonly status?: string;
  readonly zuid?: string;
}

/** The first of the two replies of `getCurrentUser`: a list of one. */
export interface CurrentUserList {
  readonly users: readonly CurrentUser[];
}

/** The user in a list, or the user alone: both occur, and the caller cannot choose. [samples] */
export type CurrentUserReply = CurrentUserList | CurrentUser;

/** What the user prefers for the look of the CRM. */
export interface UserPreference {
  /** The theme. */
  readonly mode?: 'day' | 'night';
}

/** `ZOHO.CRM.CONFIG`. */
export interface CrmConfig {
  /** Resolves with one of two shapes: ask with `'users' in reply` before you read it. */
  getCurrentUser(): Promise<CurrentUserReply>;
  /** Since 1.4. [reference] */
  getUserPreference(): Promise<UserPreference>;
  /** What the organisation is called and how it is set up; Zoho's samples contradict each other about the shape. [samples] */
  getOrgInfo(): Promise<unknown>;
  /** Data centre and application address. Mind the capital letter. The shape is described nowhere. [file] */
  GetCurrentEnvironment(): Promise<unknown>;
}
