import { readButtons, readFields, readProfiles } from '../../../../crm/read-metadata';
import type { Send } from '../../../../crm/transport';
import { keySource } from '../../../../locking/criteria/tree/node';
import type { BackedUpModule } from '../../../../locking/transfer/backup/backup-file';
import { isLockable, type ModuleRow } from '../../../editing/module-row';
import { readNow } from '../../../editing/read-now';

export interface BackupParts {
  readonly modules: readonly BackedUpModule[];
  /** The labels of those that could not be read. */
  readonly unread: readonly string[];
}

/** Modules that may have a configuration: what is known to have none costs no call. */
export const toBackUp = (rows: readonly ModuleRow[]): readonly ModuleRow[] =>
  rows.filter((row) => isLockable(row) && (row.status.kind !== 'known' || row.status.summary !== null));

/** Reads what goes into a backup, one module after the other: two or three calls each. Null when it is not wanted any more. */
export async function readBackupParts(
  send: Send,
  rows: readonly ModuleRow[],
  onDone: (count: number) => void,
  wanted: () => boolean,
): Promise<BackupParts | null> {
  const profiles = await readProfiles(send);
  const modules: BackedUpModule[] = [];
  const unread: string[] = [];
  for (const [i, { apiName, label }] of rows.entries()) {
    if (!wanted()) return null;
    const configuration = await readNow({ send, module: apiName, newKey: keySource('b') });
    if (!configuration.ok) unread.push(label);
    else if (configuration.value) {
      const fields = await readFields(send, apiName);
      const blocked = configuration.value.settings.restrictedButtons.length > 0;
      const buttons = blocked ? await readButtons(send, apiName) : null;
      modules.push({
        configuration: configuration.value,
        module: { apiName, label },
        fields: fields.ok ? fields.value : undefined,
        profiles: profiles.ok ? profiles.value : undefined,
        buttons: buttons?.ok ? buttons.value : undefined,
      });
    }
    onDone(i + 1);
  }
  return wanted() ? { modules, unread } : null;
}
