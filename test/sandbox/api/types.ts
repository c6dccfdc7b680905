import type { Json, JsonObject } from './json';

/** Ids are decimal strings above 2^53, as in Zoho's samples: never numbers. */
export type Ref = { id: string; name: string };

export type Profile = {
  id: string;
  name: string;
  description: string;
  /** Module Permissions > Tools > Lock. */
  lock: boolean;
  /** The right to customise Zoho CRM, which every configuration call wants. */
  customize: boolean;
};

export type Person = {
  /** The value of the cookie `sandbox-user`. */
  key: string;
  id: string;
  name: string;
  email: string;
  profile: Ref;
  role: Ref;
  /** For the person choosing whom to be: what this user is allowed. */
  description: string;
  language: string;
  locale: string;
  time_zone: string;
  date_format: string;
  time_format: string;
  /** Of numbers: Zoho's words for the signs. They need not be those of the locale. */
  decimal_separator: 'Period' | 'Comma';
  number_separator: 'Comma' | 'Period' | 'Space';
  rtl_enabled: boolean;
  /** The user's number at Zoho, with which a colleague is mentioned in a note. */
  zuid: string;
};

export type PickListValue = {
  id: string;
  display_value: string;
  actual_value: string;
  reference_value: string;
  sequence_number: number;
  type: 'used';
  /** Stage of Deals: Open, Closed Won, Closed Lost; Status of Tasks: Open, Closed. */
  forecast_type?: string;
};

export type Field = {
  id: string;
  api_name: string;
  field_label: string;
  display_label: string;
  data_type: string;
  json_type: string;
  read_only: boolean;
  field_read_only: boolean;
  custom_field: boolean;
  system_mandatory: boolean;
  length: number;
  decimal_place: number | null;
  visible: boolean;
  filterable: boolean;
  searchable: boolean;
  sortable: boolean;
  pick_list_values: PickListValue[];
  lookup: JsonObject;
};

export type Module = {
  id: string;
  api_name: string;
  singular_label: string;
  plural_label: string;
  /** `custom` also for modules that extensions make: Zoho tells those by the namespace in their name. */
  generated_type: 'default' | 'custom';
  /** Not part of the reply: what the sandbox knows of the module. */
  locking: boolean;
  mail: boolean;
  nameField: string;
  fields: Field[];
};

export type Button = { id: string; name: string; api_name: string; module: string };

export type CrmRecord = JsonObject & { id: string };

type LockSource = 'Manual' | 'Automatic' | 'Both';

export type Lock = {
  id: string;
  source: LockSource;
  reason: string | null;
  time: string;
  by: Ref | null;
  rule: string | null;
  configuration: string;
};

export type LockType = 'manual' | 'automatic' | 'both';
export type FieldRef = { [key: string]: Json; api_name: string; id: string };
export type Rule = {
  [key: string]: Json;
  id: string;
  name: string;
  lock_existing_records: boolean;
  criteria: JsonObject;
};

/** A configuration as it is read; keys the sandbox does not know are kept as they came. */
export type Configuration = {
  [key: string]: Json;
  id: string;
  lock_type: LockType;
  locked_for: string;
  locking_rules: Rule[] | null;
  excluded_fields: FieldRef[] | null;
  lock_excluded_profiles: Ref[] | null;
  restricted_actions: string[];
  restricted_communications: string[] | null;
  restricted_custom_buttons: Ref[] | null;
  lock_for_portal_users: boolean;
  feature_type: string;
  system_defined: boolean;
  created_time: string;
  created_by: Ref;
  modified_time: string;
  modified_by: Ref;
};

export type Variable = {
  id: string;
  name: string;
  api_name: string;
  type: string;
  value: string | null;
  description: string | null;
  variable_group: { id: string; api_name: string };
};

/** A note as it is read; `Parent_Id` names the record. */
export type Note = JsonObject & { id: string };

/** An entry of a record's timeline as it is read, and whether it tells of a lock made by hand. */
export type TimelineEntry = JsonObject & { id: string; source: string };

/** Everything that changes while the sandbox runs; plain JSON, so that a server can keep it. */
export type OrgState = {
  counter: number;
  records: Record<string, Record<string, CrmRecord>>;
  locks: Record<string, Record<string, Lock>>;
  configurations: Record<string, Configuration>;
  variables: Variable[];
  /** By module and record, the oldest first. */
  notes: Record<string, Record<string, Note[]>>;
  timeline: Record<string, Record<string, TimelineEntry[]>>;
};

/** What is fixed for an org: its people and its metadata. */
export type Catalogue = {
  prefix: string;
  modules: Module[];
  profiles: Profile[];
  roles: Ref[];
  people: Person[];
  /** Active users who cannot be chosen as a session, so that pickers have something to search. */
  staff: Person[];
  buttons: Button[];
};

/** One API call as it was seen on the wire. */
export interface ApiCall {
  readonly at: string;
  readonly user: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly status: number;
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

export type OrgKey = 'main' | 'second' | 'other';

export const isOrgKey = (key: unknown): key is OrgKey =>
  ['main', 'second', 'other'].some((one) => one === key);
