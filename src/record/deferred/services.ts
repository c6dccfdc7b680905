import { createPublished, type Published } from '../../crm/published';
import { type ReadVariable, readCrmVariable } from '../../crm/read-variable';
import { type BrowserMemory, keptForPerson } from '../../ui/browser-memory';
import { type ChangingCommands, createChangingCommands } from '../changing/commands';
import type { ChangingPorts } from '../changing/ports';
import { createExplainer, type ProfileName } from '../explanation/explain';
import { createReadWithPublished } from '../explanation/read-with-published';
import type { RecordStore } from '../start/record-store';

export interface ServicePorts extends Pick<ChangingPorts, 'send' | 'now' | 'memory' | 'announce'> {
  readonly store: RecordStore;
  /** Forgotten when the browser session ends. */
  readonly session: BrowserMemory;
  readonly profile: ProfileName;
  /** Reads a variable where they are not the CRM's own. */
  readonly readVariable?: ReadVariable | undefined;
}

export interface Services {
  readonly commands: ChangingCommands;
  readonly published: Published;
  readonly explain: (again?: boolean) => void;
}

/** What the page can do once the status is shown, without its views: explaining the lock and changing it. */
export function createServices(ports: ServicePorts): Services {
  const { store, send, now, memory, session, profile, announce, readVariable } = ports;
  const published = createPublished(
    readVariable ?? readCrmVariable(send),
    keptForPerson(memory, session),
    now,
  );
  const commands = createChangingCommands({ store, send, now, memory, published, announce });
  const readAccess = createReadWithPublished({ send, memory, published, now, readVariable });
  const explain = createExplainer({ store, send, session, published, readAccess, profile });
  store.onLockRead(({ asked, refreshed }) => {
    if (refreshed) commands.carryOn(refreshed);
    explain(asked);
  });
  return { commands, published, explain };
}
