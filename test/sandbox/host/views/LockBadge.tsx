import type { Shape } from '../shape';
import { Icon } from './Icon';

/** The CRM's own sign of a lock, from the record's `Locked__s`. */
export function LockBadge({ record }: { readonly record: Shape }) {
  if (record.Locked__s !== true) return null;
  const isMine = record.$locked_for_me !== false;
  return (
    <span class="lock-badge" title={isMine ? 'Locked' : 'Locked, but not for you'}>
      <Icon name="lock" />
      <span class="hidden">{isMine ? 'Locked record' : 'Record locked for others'}</span>
    </span>
  );
}
