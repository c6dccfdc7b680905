import type { LeftReason, RunPlan } from '../../locking/bulk/plan-run';
import type { Run } from '../run/run-state';
import type { RecordsUi } from '../view/words';

const LEFT: readonly LeftReason[] = [
  'alreadyLocked',
  'heldByRule',
  'notLocked',
  'sameReason',
  'unread',
  'gone',
];

/** What will happen to how many, before anything is sent. */
export function planText({ tasks, left }: RunPlan, action: Run['action'], { t }: RecordsUi): string {
  const stay = LEFT.flatMap((why) => {
    const key = why === 'heldByRule' && action === 'edit' ? 'heldByRuleEdit' : why;
    return left[why] ? [t(`records.plan.${key}`, { count: left[why] })] : [];
  });
  return [t(`records.plan.${action}`, { count: tasks.size }), ...stay].join(' ');
}
