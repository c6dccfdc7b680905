import type { Refusal } from '../crm-api';

/** How the CRM words a refusal to the person at the screen. */
export function refusalText({ code, message }: Refusal): string {
  if (code === 'RECORD_LOCKED') return 'This record is locked. It cannot be changed until it is unlocked.';
  if (code === 'NO_PERMISSION') return 'Your profile does not allow this.';
  return message || code;
}
