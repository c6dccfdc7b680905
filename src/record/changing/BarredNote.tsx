import { fail } from '../../crm/errors';
import type { ChangeAction } from '../start/record-state';
import { ErrorDetails, errorText } from '../view/texts';
import type { ViewContext } from '../view/view-context';
import type { Barred } from './barriers';

/** Why a button is disabled, below the buttons. */
export function BarredNote({
  barred,
  actions,
  ui,
}: {
  barred: Barred;
  actions: readonly ChangeAction[];
  ui: ViewContext;
}) {
  const why = actions.flatMap((action) => {
    const kind = barred[action];
    return kind ? [{ action, error: fail(kind).error }] : [];
  });
  const [first] = why;
  if (!first) return null;
  const texts = [...new Set(why.map(({ action, error }) => errorText(ui, error, action)))];
  return (
    <div class="note" id="barred">
      {texts.map((text) => (
        <div key={text}>{text}</div>
      ))}
      <ErrorDetails error={first.error} action={first.action} ui={ui} />
    </div>
  );
}
