import { jsonEqual } from '../../base/json';
import type { CrmError } from '../../crm/errors';
import { saveConfiguration } from '../../crm/write-configuration';
import type { ConfigurationDraft } from '../../locking/configuration/draft';
import type { Configuration } from '../../locking/configuration/model';
import { configurationDifferences, type Difference } from '../../locking/configuration/saving/differences';
import { configurationRequest, intendedConfiguration } from '../../locking/configuration/saving/request';
import { type Reader, readNow } from './read-now';

/**
 * How saving a draft came out, by what can be read and not by what a reply claimed.
 * - `saved`: it reads as it was meant, but for the `differences`; `late`: the reply was lost, or it was there before this try.
 * - `conflict`: there is another configuration than the draft began with (null: none); `sent`: something of ours may be in it.
 * - `refused`: Zoho CRM said no, and nothing has changed. `notSent`: it could not be read before, so nothing was sent.
 * - `nothingHappened`, `outcomeUnknown`, `unconfirmed`: see the notices of these names.
 */
export type Outcome =
  | {
      readonly kind: 'saved';
      readonly found: Configuration;
      readonly differences: readonly Difference[];
      readonly late: boolean;
    }
  | { readonly kind: 'conflict'; readonly theirs: Configuration | null; readonly sent: boolean }
  | {
      readonly kind: 'refused' | 'notSent' | 'outcomeUnknown' | 'unconfirmed';
      readonly error: CrmError;
    }
  | { readonly kind: 'nothingHappened' | 'left' };

export interface WriteTask extends Reader {
  readonly draft: ConfigurationDraft;
  /** A try before this one has an outcome that is not known. */
  readonly doubtful: boolean;
  /** Asked right before the write: whether it is still wanted. */
  readonly wanted: () => boolean;
}

const unchanged = (draft: ConfigurationDraft, found: Configuration | null): boolean =>
  jsonEqual(draft.base?.source, found?.source);

/** Reads, writes once if nobody else has written since, and reads again. A draft without a change is not written. */
export async function writeAndSettle(task: WriteTask): Promise<Outcome> {
  const { send, module, draft, doubtful } = task;
  const request = configurationRequest(draft);
  // Nothing that somebody else saved meanwhile is overwritten unseen.
  const before = await readNow(task);
  if (!task.wanted()) return { kind: 'left' };
  if (!before.ok) return { kind: 'notSent', error: before.error };
  if (!unchanged(draft, before.value)) {
    const found = before.value;
    // A try before this one may have come through after all: then there is nothing left to send.
    if (found && !configurationDifferences(intendedConfiguration(draft), found.source).length)
      return { kind: 'saved', found, differences: [], late: doubtful };
    return { kind: 'conflict', theirs: found, sent: doubtful };
  }
  if (!request) return { kind: 'nothingHappened' };
  const answer = await saveConfiguration(send, module, request);
  if (!answer.ok && answer.error.certain) return { kind: 'refused', error: answer.error };
  return settle(task, answer.ok);
}

/** After a write that Zoho confirmed (`written`) or whose reply was lost: what does the configuration say now? */
async function settle(task: WriteTask, written: boolean): Promise<Outcome> {
  const again = await readNow(task);
  if (!again.ok) return { kind: written ? 'unconfirmed' : 'outcomeUnknown', error: again.error };
  const found = again.value;
  const differences = found && configurationDifferences(intendedConfiguration(task.draft), found.source);
  if (differences && (written || !differences.length))
    return { kind: 'saved', found, differences, late: !written };
  if (unchanged(task.draft, found)) return { kind: 'nothingHappened' };
  return { kind: 'conflict', theirs: found, sent: true };
}
