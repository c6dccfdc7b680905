import type { ValueEditor } from '../../../locking/criteria/comparators';
import type { Field } from '../../../locking/fields';
import type { Json } from '../../../locking/json';
import type { RulesContext } from '../rules-context';

/** What the control of one kind of value gets. It reports what was entered; ValueInput gives it the form that Zoho takes. */
export interface KindInputProps {
  readonly id: string;
  /** Accessible name. */
  readonly label: string;
  readonly field: Field;
  readonly editor: ValueEditor;
  readonly value: Json | undefined;
  readonly context: RulesContext;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  onChange(value: Json): void;
}
