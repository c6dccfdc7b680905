import type { Variables } from '../../crm/write-variable';
import { DEFAULT_LIMITS } from '../../locking/configuration/limits';
import { modulesShown } from '../editing/page-state';
import type { Page } from '../editing/page-store';
import type { BackupPorts } from '../features/transfer/backup/backup-ports';

interface BackupParts {
  readonly page: Page;
  readonly now: () => number;
  readonly openRecord: (module: string, id: string) => void;
  readonly variables?: Variables | undefined;
}

/** What backing up and restoring takes of the page. */
export function createBackupPorts({ page, now, openRecord, variables }: BackupParts): BackupPorts {
  const { send } = page;
  const shown = () => modulesShown(page.state.getState());
  return {
    ...{ send, now, openRecord },
    limits: () => shown()?.limits ?? DEFAULT_LIMITS,
    modules: () => shown()?.modules ?? [],
    page: page.editor,
    publish(module, found) {
      // Without its file nothing is published, which the module's findings say then.
      void import('../editing/publishing/publish-copy').then(
        ({ publishCopy }) => publishCopy(send, variables, module, found),
        () => {},
      );
    },
  };
}
