import type { Json } from '../../../../base/json';
import type { Field } from '../../../../locking/configuration/fields';
import type { ValueEditor } from '../../../../locking/criteria/values/comparators';

/** What the control of one kind of value gets. It reports what was entered; ValueInput gives it the form that Zoho takes. */
export interface KindInputProps {
  readonly id: string;
  /** Accessible name. */
  readonly label: string;
  readonly field: Field;
  readonly editor: ValueEditor;
  readonly value: Json | undefined;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  onChange(value: Json): void;
}
