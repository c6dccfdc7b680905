import type { Field } from '../crm-api';
import { display, keyFields } from '../records';
import type { Shape } from '../shape';

/** The few fields that say most about a record. */
export function KeyFacts({ record, fields }: { readonly record: Shape; readonly fields: readonly Field[] }) {
  return (
    <dl class="key-facts card" aria-label="At a glance">
      {keyFields(fields).map((field) => (
        <div key={field.apiName}>
          <dt>{field.label}</dt>
          <dd>{display(field, record[field.apiName]) || '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
