/** A module as `getModules` lists it. [reference] */
export interface CrmModule {
  readonly id: string;
  readonly api_name: string;
  readonly module_name?: string;
  readonly singular_label?: string;
  readonly plural_label?: string;
  /** `default` for Zoho's own, `custom` for one made by a user. */
  readonly generated_type?: string;
  readonly api_supported?: boolean;
  readonly creatable?: boolean;
  readonly editable?: boolean;
  readonly deletable?: boolean;
  readonly viewable?: boolean;
  readonly visible?: boolean;
}

/** A choice of a pick list. */
export interface PickListValue {
  readonly display_value: string;
  readonly actual_value: string;
}

/** A field as `getFields` lists it. What else a module can hold depends on the organisation. [reference] */
export interface CrmField {
  readonly id: string;
  readonly api_name: string;
  readonly field_label: string;
  readonly data_type: string;
  readonly json_type?: string | null;
  readonly length?: number;
  readonly read_only?: boolean;
  readonly custom_field?: boolean;
  readonly visible?: boolean;
  readonly pick_list_values?: readonly PickListValue[];
  readonly lookup?: unknown;
}

/** The module to list something of. The call writes a `type` into it: pass a fresh object. [file] */
export interface ModuleAddress {
  /** API name of the module. */
  Entity: string;
}

/** `ZOHO.CRM.META`. */
export interface CrmMeta {
  getModules(): Promise<{ readonly modules: readonly CrmModule[] }>;
  getFields(config: ModuleAddress): Promise<{ readonly fields: readonly CrmField[] }>;
  getAssignmentRules(config: ModuleAddress): Promise<{ readonly assignment_rules: readonly unknown[] }>;
  /** One layout with `Id`, all without. The key `LayoutId` of Zoho's example is ignored and lists all. [file] */
  getLayouts(
    config: ModuleAddress & { Id?: string; LayoutId?: never },
  ): Promise<{ readonly layouts: readonly unknown[] }>;
  getRelatedList(config: ModuleAddress): Promise<{ readonly related_lists: readonly unknown[] }>;
  /** With `Id` one view, else all of the module. [reference] */
  getCustomViews(config: ModuleAddress & { Id?: string }): Promise<unknown>;
}
