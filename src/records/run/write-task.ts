import type { CallLine } from '../../crm/call-line';
import type { CrmError, Result } from '../../crm/errors';
import type { RecordRef } from '../../crm/paths';
import type { Send } from '../../crm/transport';
import type { Written as WrittenRow } from '../../crm/write';
import { changeLockReason, lockRecord, unlockRecord } from '../../crm/write-lock';
import type { Written } from '../../locking/bulk/outcome';
import type { RowTask } from '../../locking/bulk/plan-run';

export interface WriteGate {
  /** Asked when it is the write's turn: false sends nothing. */
  readonly wanted: () => boolean;
  /** Told right before it is sent. */
  readonly leaving: () => void;
}

/** Sends the one write of a task. Null: it was not sent, or met the CRM's limit and was not wanted any more. */
export async function writeTask(
  line: CallLine,
  record: RecordRef,
  task: RowTask,
  gate: WriteGate,
): Promise<Written<CrmError> | null> {
  let withheld = false;
  const send: Send = async (request) => {
    const reply = await line.sendIfWanted(request, gate);
    withheld = reply === null;
    return reply ?? { lost: 'connection' };
  };
  const written = await writeWith(send, record, task);
  if (withheld) return null;
  if (!written.ok) return written;
  const { id, createdBy, createdAt } = written.value;
  if (task.kind !== 'lock' || id === null) return { ok: true, lock: null };
  return {
    ok: true,
    lock: {
      id,
      source: 'manual',
      reason: task.reason,
      lockedBy: createdBy,
      lockedAt: createdAt,
      ruleId: null,
      configurationId: null,
    },
  };
}

function writeWith(send: Send, record: RecordRef, task: RowTask): Promise<Result<WrittenRow>> {
  switch (task.kind) {
    case 'lock':
      return lockRecord(send, record, task.reason);
    case 'unlock':
      return unlockRecord(send, record, task.lockId);
    case 'edit':
      return changeLockReason(send, record, task.lockId, task.reason);
  }
}
