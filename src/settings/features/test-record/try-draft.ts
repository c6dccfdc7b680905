import { type JsonObject, stringAt } from '../../../base/json';
import { ok, type Result } from '../../../crm/errors';
import { readLock } from '../../../crm/read-lock';
import { readRecordValues } from '../../../crm/read-record-values';
import { readStages } from '../../../crm/read-stages';
import type { Send } from '../../../crm/transport';
import type { ConfigurationDraft } from '../../../locking/configuration/draft';
import { type Field, nameFieldOf } from '../../../locking/configuration/fields';
import type { EvaluationContext } from '../../../locking/criteria/evaluate/evaluate';
import {
  type CurrentLock,
  fieldsToRead,
  type Trial,
  type TrialDifference,
  trialDifference,
  tryRecord,
} from '../../../locking/trial/try-record';
import { dayInZone } from './day-in-zone';

/** A record as it was read, to be tried on a draft again and again. */
export interface ReadRecord {
  readonly id: string;
  readonly name: string;
  readonly values: JsonObject;
  readonly now: CurrentLock;
  readonly stages: ReadonlyMap<string, string> | undefined;
  /** API names of the fields that were read. */
  readonly read: readonly string[];
}

export interface TrialPorts {
  readonly send: Send;
  readonly module: string;
  readonly fields: readonly Field[];
}

/** What does not lead to a condition of a stage's kind needs no stages. */
const asksStages = (draft: ConfigurationDraft): boolean =>
  JSON.stringify(draft.rules.map(({ criteria }) => criteria)).includes('${');

/** Reads the fields that the rules of a draft ask, and whether it is locked now. One call; three more for stages and the lock. */
export async function readForTrial(
  { send, module, fields }: TrialPorts,
  id: string,
  draft: ConfigurationDraft,
): Promise<Result<ReadRecord>> {
  const nameField = nameFieldOf(module, fields);
  const asked = fieldsToRead(draft, { fields });
  const read = [...new Set([nameField, 'Locked__s', ...asked])];
  const record = { module, id };
  const values = await readRecordValues(send, record, read);
  if (!values.ok) return values;
  const stages = module === 'Deals' && asksStages(draft) ? await readStages(send) : null;
  const held = values.value.Locked__s;
  const locked = typeof held === 'boolean' ? held : null;
  const lock = locked ? await readLock(send, record) : null;
  const source = lock?.ok ? lock.value?.source : undefined;
  return ok({
    id,
    name: stringAt(values.value, nameField) ?? id,
    values: values.value,
    now: { locked, manually: source === undefined ? null : source !== 'automatic' },
    stages: stages?.ok ? stages.value : undefined,
    read,
  });
}

/** Whether a draft asks for fields that were not read with the record. */
export const isStale = (record: ReadRecord, draft: ConfigurationDraft, fields: readonly Field[]): boolean =>
  fieldsToRead(draft, { fields }).some((name) => !record.read.includes(name)) ||
  (!record.stages && asksStages(draft) && 'Stage' in record.values);

export interface Tried {
  readonly trial: Trial;
  readonly difference: TrialDifference | null;
}

/** What a draft would do to the record. */
export function tryDraft(
  record: ReadRecord,
  draft: ConfigurationDraft,
  { module, fields }: Pick<TrialPorts, 'module' | 'fields'>,
  { now, timeZone }: { readonly now: number; readonly timeZone: string | null },
): Tried {
  const context: EvaluationContext = {
    module,
    fields,
    stages: record.stages,
    today: dayInZone(now, timeZone) ?? '',
    dayOf: (moment) => dayInZone(moment, timeZone),
  };
  const trial = tryRecord(draft, record.values, context);
  const saved = (rule: { readonly id: string | undefined }): boolean => rule.id !== undefined;
  return { trial, difference: trialDifference(trial, record.now, saved) };
}
