import { readFields } from '../../../crm/read-metadata';
import type { Send } from '../../../crm/transport';
import { crmVariables, type Variables } from '../../../crm/write-variable';
import type { Configuration } from '../../../locking/configuration/model';
import type { BrowserMemory } from '../../../ui/browser-memory';
import { createPublisher } from './publisher';

/** What somebody was typing for that module stays where it is: a copy brings no reasons. */
const NO_MEMORY: BrowserMemory = { get: () => null, set() {}, names: () => [] };

/**
 * Publishes what explains the locks of a module that a configuration was copied to. A failure fails nothing: that module's own page
 * says then that its explanations are behind. Up to three calls and one to write.
 */
export async function publishCopy(
  send: Send,
  variables: Variables | undefined,
  apiName: string,
  { source }: Configuration,
): Promise<void> {
  const fields = await readFields(send, apiName);
  const publisher = createPublisher({
    variables: variables ?? crmVariables(send),
    memory: NO_MEMORY,
    module: { apiName, label: apiName },
    others: () => [],
    onUnsaved() {},
  });
  await publisher.publish(source, fields.ok ? fields.value : null);
}
