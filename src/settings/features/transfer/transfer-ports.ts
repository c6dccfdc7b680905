import type { Send } from '../../../crm/transport';
import type { Configuration } from '../../../locking/configuration/model';
import type { ModuleRow } from '../../editing/module-row';
import type { EditorPage } from '../../editing/page-store';

/** What is done with a whole configuration. */
export type Transferring = 'copy' | 'export' | 'import';

/** What it takes beside the open module. */
export interface TransferPorts {
  readonly send: Send;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** All modules, with what each has now. */
  modules(): readonly ModuleRow[];
  readonly page: Pick<EditorPage, 'tell'>;
  /** Publishes what explains the locks of another module whose configuration was saved. */
  publish(module: string, found: Configuration): void;
}

/** What every dialog here gets. */
export interface TransferProps {
  readonly ports: TransferPorts;
  readonly onCancel: () => void;
}
