import { saveConfiguration } from '../../crm/write-configuration';
import type { Configuration } from '../../locking/configuration';
import { configurationDifferences } from '../../locking/configuration-differences';
import type { ConfigurationDraft } from '../../locking/configuration-draft';
import { configurationRequest, intendedConfiguration } from '../../locking/configuration-request';
import { jsonEqual } from '../../locking/json';
import type { EditorStore } from '../editor/editor-store';
import { summaryOf } from '../modules/module-row';
import type { CopyOutcome } from './copy-state';
import { readThere } from './prepare-target';

interface Written {
  readonly outcome: CopyOutcome;
  /** What the module has now, as far as it was read. */
  readonly found: Configuration | null;
}

/** Writes what was reviewed, unless the module has another configuration by now; what is there afterwards is read. */
export async function writeTarget(
  store: EditorStore,
  module: string,
  draft: ConfigurationDraft,
): Promise<Written> {
  const { base } = draft;
  const before = await readThere(store, module);
  if (!before.ok) return { outcome: { kind: 'refused', error: before.error }, found: base };
  const request = configurationRequest(draft);
  const meant = intendedConfiguration(draft);
  const isMeant = (found: Configuration | null): boolean =>
    found !== null && !configurationDifferences(meant, found.source).length;
  const tell = (found: Configuration | null, outcome: CopyOutcome): Written => {
    store.page.tell(module, found && summaryOf(found.source));
    return { outcome, found };
  };
  if (!jsonEqual(base?.source, before.value?.source))
    // A try before this one may have come through after all.
    return tell(before.value, { kind: isMeant(before.value) ? 'saved' : 'changed' });
  if (!request) return tell(base, { kind: 'saved' });
  const answer = await saveConfiguration(store.send, module, request);
  if (!answer.ok && answer.error.certain)
    return { outcome: { kind: 'refused', error: answer.error }, found: base };
  const again = await readThere(store, module);
  if (!again.ok) return { outcome: { kind: answer.ok ? 'unconfirmed' : 'unknown' }, found: base };
  const found = again.value;
  const differences = found ? configurationDifferences(meant, found.source) : [];
  if (found && !differences.length) return tell(found, { kind: 'saved' });
  if (found && answer.ok) return tell(found, { kind: 'differs', differences });
  return tell(found, { kind: jsonEqual(base?.source, found?.source) ? 'nothingHappened' : 'changed' });
}
