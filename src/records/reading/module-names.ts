import { readModules } from '../../crm/read-modules';
import type { PageStore } from '../start/page-store';

/** Reads the modules whose records can be locked, once for a page of locked records; again when a person asks. One call. */
export function createModuleNames(store: PageStore): { wanted(): void; read(): void } {
  async function read(): Promise<void> {
    const moment = store.moment();
    store.update({ modules: { kind: 'reading' } });
    const answer = await readModules(store.line.urgent);
    if (!store.isCurrent(moment)) return;
    store.update({
      modules: answer.ok
        ? { kind: 'read', list: answer.value.filter(({ support }) => support === 'yes') }
        : { kind: 'failed', error: answer.error },
    });
  }
  return {
    read: () => void read(),
    wanted() {
      const page = store.page();
      if (page?.mode === 'locked' && page.modules.kind === 'unread') void read();
    },
  };
}
