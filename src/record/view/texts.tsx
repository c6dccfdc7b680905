import type { CrmError } from '../../crm/errors';
import type { ChangeAction } from '../start/record-state';
import type { ViewContext } from './view-context';

/** Why it takes long, null when it does not; `slow`: a call has been under way for longer than people expect. */
export const delayText = (slow: boolean, { limited, t }: ViewContext): string | null =>
  limited ? t('common.limited') : slow ? t('record.slow') : null;

/**
 * An error as a person reads it: what happened and what to do. `action`: what was tried, where it was not merely reading. Zoho's
 * own text only where nothing better is known.
 */
export function errorText(
  { t }: ViewContext,
  { kind, message, code, status, details }: CrmError,
  action: ChangeAction | 'read',
): string {
  if (kind === 'noPermission') return t(`record.change.denied.${action}`);
  const said = message || code || String(status ?? '');
  const { action: process } = details ?? {};
  if (kind === 'otherProcess' && typeof process === 'string') {
    const key = `record.change.process.${process}`;
    return t(key) === key ? t('record.change.otherProcess', { name: process.replaceAll('_', ' ') }) : t(key);
  }
  // Of a record that was read as unlocked, "it is locked" says nothing: Zoho may say what holds it.
  if (kind === 'recordLocked' && action !== 'read' && process === undefined && message)
    return t('common.error.refused', { message });
  return t(`common.error.${kind}`, { message: said });
}

/** What an administrator needs to know to help, folded. */
export function ErrorDetails(props: { error: CrmError; action: ChangeAction | 'read'; ui: ViewContext }) {
  const { error, action, ui } = props;
  if (error.kind !== 'noPermission') return null;
  const { permissions } = error.details ?? {};
  const names = Array.isArray(permissions) ? permissions.filter((name) => typeof name === 'string') : [];
  if (action === 'read' && !names.length) return null;
  return (
    <details>
      <summary>{ui.t('record.change.details')}</summary>
      {action !== 'read' && <div>{ui.t('record.change.lockPath')}</div>}
      {names.length > 0 && <div>{ui.t('record.change.missing', { names: names.join(', ') })}</div>}
    </details>
  );
}
