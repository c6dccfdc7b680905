import { fail, ok, type Result } from '../../../crm/errors';
import { readButtons, readFields } from '../../../crm/read-metadata';
import type { Send } from '../../../crm/transport';
import type { Limits } from '../../../locking/configuration/limits';
import { isChanged } from '../../../locking/configuration/saving/request';
import { validateConfiguration } from '../../../locking/configuration/validation/validate-configuration';
import type { NewKey } from '../../../locking/criteria/tree/node';
import type { ExportedConfiguration } from '../../../locking/transfer/export/export-configuration';
import { namesWithin } from '../../../locking/transfer/mapping/within';
import type { Choices, TransferTarget } from '../../../locking/transfer/report';
import { mapConfiguration } from '../../../locking/transfer/transfer';
import { readNow } from '../../editing/read-now';
import type { Prepared } from './copy-state';

export interface PlanPorts {
  readonly send: Send;
  readonly limits: Limits;
  readonly newKey: NewKey;
  /** The people of this organisation, where what is copied comes from another one; absent: those that it mentions. */
  readonly names?: (
    exported: ExportedConfiguration,
  ) => Promise<Pick<TransferTarget, 'profiles' | 'users' | 'roles' | 'groups'>>;
}

/** Everything of a module that a configuration of this organisation can speak of. Without its buttons it goes, too. */
export async function readTarget(
  { send, newKey, names }: PlanPorts,
  exported: ExportedConfiguration,
  module: string,
): Promise<Result<TransferTarget>> {
  const [configuration, fields, buttons, people] = await Promise.all([
    readNow({ send, module, newKey }),
    readFields(send, module),
    readButtons(send, module),
    names?.(exported) ?? namesWithin(exported),
  ]);
  if (!configuration.ok) return configuration;
  if (!fields.ok) return fields;
  if (configuration.value?.systemDefined) return fail('notSupported');
  return ok({
    ...people,
    module: { apiName: module },
    fields: fields.value,
    buttons: buttons.ok ? buttons.value : undefined,
    configuration: configuration.value,
  });
}

/** The draft for a module, and what stands in its way. */
export function prepare(
  { limits, newKey }: Pick<PlanPorts, 'limits' | 'newKey'>,
  exported: ExportedConfiguration,
  target: TransferTarget,
  choices: Choices,
): Prepared {
  const { draft, report } = mapConfiguration(exported, target, newKey, choices);
  const problems = validateConfiguration(draft, {
    module: target.module.apiName,
    limits,
    fields: target.fields,
    buttons: target.buttons,
  });
  return { target, choices, draft, report, problems };
}

/** Whether there is something to write, and nothing in its way. */
export const isSound = ({ draft, problems }: Prepared): boolean =>
  problems.length === 0 && (draft.base === null || isChanged(draft));
