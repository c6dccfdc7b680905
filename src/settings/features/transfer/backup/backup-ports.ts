import type { Send } from '../../../../crm/transport';
import type { Limits } from '../../../../locking/configuration/limits';
import type { Configuration } from '../../../../locking/configuration/model';
import type { ModuleRow } from '../../../editing/module-row';
import type { EditorPage } from '../../../editing/page-store';

/** What backing up and restoring takes. */
export interface BackupPorts {
  readonly send: Send;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly limits: () => Limits;
  /** All modules, with what each has now. */
  modules(): readonly ModuleRow[];
  readonly page: Pick<EditorPage, 'tell'>;
  /** Publishes what explains the locks of a module whose configuration was saved. */
  publish(module: string, found: Configuration): void;
  openRecord(module: string, id: string): void;
}

export interface BackupDialogProps {
  readonly ports: BackupPorts;
  readonly onCancel: () => void;
}
