import { fail, ok, type Result } from '../../crm/errors';
import { readConfiguration } from '../../crm/read-configuration';
import { readButtons, readFields } from '../../crm/read-metadata';
import type { Configuration } from '../../locking/configuration';
import type { ExportedConfiguration } from '../../locking/configuration-export';
import { namesWithin } from '../../locking/configuration-names-within';
import { isChanged } from '../../locking/configuration-request';
import { mapConfiguration } from '../../locking/configuration-transfer';
import type { Choices, TransferTarget } from '../../locking/configuration-transfer-report';
import { validateConfiguration } from '../../locking/configuration-validation';
import type { EditorStore } from '../editor/editor-store';
import type { Prepared } from './copy-state';

/** What a module has now; each call goes through the page's lanes. */
export async function readThere(store: EditorStore, module: string): Promise<Result<Configuration | null>> {
  const answer = await readConfiguration(store.send, module);
  return answer.ok ? store.parse(answer.value) : answer;
}

/** Everything of a module that a configuration of this organisation can speak of. Without its buttons it goes, too. */
export async function readTarget(
  store: EditorStore,
  exported: ExportedConfiguration,
  module: string,
): Promise<Result<TransferTarget>> {
  const [configuration, fields, buttons] = await Promise.all([
    readThere(store, module),
    readFields(store.send, module),
    readButtons(store.send, module),
  ]);
  if (!configuration.ok) return configuration;
  if (!fields.ok) return fields;
  if (configuration.value?.systemDefined) return fail('notSupported');
  return ok({
    ...namesWithin(exported),
    module: { apiName: module },
    fields: fields.value,
    buttons: buttons.ok ? buttons.value : undefined,
    configuration: configuration.value,
  });
}

/** The draft for a module, and what stands in its way. */
export function prepare(
  store: Pick<EditorStore, 'limits' | 'newKey'>,
  exported: ExportedConfiguration,
  target: TransferTarget,
  choices: Choices,
): Prepared {
  const { draft, report } = mapConfiguration(exported, target, store.newKey, choices);
  const problems = validateConfiguration(draft, {
    module: target.module.apiName,
    limits: store.limits,
    fields: target.fields,
    buttons: target.buttons,
  });
  return { target, choices, draft, report, problems };
}

/** Whether there is something to write, and nothing in its way. */
export const isSound = ({ draft, problems }: Prepared): boolean =>
  problems.length === 0 && (draft.base === null || isChanged(draft));
