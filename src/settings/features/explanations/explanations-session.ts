import type { Variables } from '../../../crm/write-variable';
import type { Explanations } from '../../editing/publishing/publisher';

/** Where the editor meets what is loaded behind it: empty until the section is shown for the first time. */
export interface ExplanationsSession {
  explanations: Explanations | null;
  /** Null: the variables of the CRM. */
  readonly variables: Variables | null;
  readonly onUnsaved: (unsaved: boolean) => void;
}
