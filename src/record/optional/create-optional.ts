import { createReminders } from '../reminders/create-reminders';
import { createRequests } from '../requests/create-requests';
import type { LockChange } from '../trail/change';
import { createTrail } from '../trail/create-trail';
import type { OptionalPorts } from './ports';

/** What an administrator may turn on, without its views. */
export function createOptional(ports: OptionalPorts) {
  const requests = createRequests(ports);
  const trail = createTrail(ports);
  const reminders = createReminders(ports);
  return {
    requests,
    trail,
    reminders,
    /** The lock was changed from here, for certain. */
    changed(change: LockChange): void {
      trail.changed(change);
      reminders.changed(change);
      if (change.kind === 'unlocked' && change.before) void requests.completeAll(change.before.id);
    },
  };
}
