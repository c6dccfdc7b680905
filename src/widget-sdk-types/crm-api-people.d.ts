import type { CurrentUserList } from './crm-config.d.ts';
import type { PageInfo, WriteOutcome } from './crm-replies.d.ts';

/** Which users to list. The user who is signed in is read with `ZOHO.CRM.CONFIG.getCurrentUser`. [reference] */
export type UserType =
  | 'AllUsers'
  | 'ActiveUsers'
  | 'DeactiveUsers'
  | 'ConfirmedUsers'
  | 'NotConfirmedUsers'
  | 'DeletedUsers'
  | 'ActiveConfirmedUsers'
  | 'AdminUsers'
  | 'ActiveConfirmedAdmins';

/** A profile. `getProfile` adds what it permits; the list does not. [reference] */
export interface CrmProfile {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
  readonly permissions_details?: readonly ProfilePermission[];
}

/** One permission of a profile. */
export interface ProfilePermission {
  readonly id: string;
  readonly name: string;
  readonly display_label: string | null;
  readonly module: string | null;
  readonly enabled: boolean;
}

/** The calls of `ZOHO.CRM.API` for users and profiles. Most need administrative rights. */
export interface CrmApiPeople {
  /** Mind the capital letter of `Type`. Pages begin with 1. [reference] */
  getAllUsers(config: {
    Type: UserType;
    page?: number;
    per_page?: number;
  }): Promise<CurrentUserList & { readonly info?: PageInfo }>;
  getUser(config: { ID: string }): Promise<CurrentUserList>;

  getAllProfiles(): Promise<{ readonly profiles: readonly CrmProfile[] }>;
  getProfile(config: { ID: string }): Promise<{ readonly profiles: readonly CrmProfile[] }>;
  updateProfile(config: {
    ID: string;
    APIData: { profiles: { permissions_details: { id: string; enabled: boolean }[] }[] };
  }): Promise<{ readonly profiles: readonly WriteOutcome[] }>;
}
