import { announcement, ChangingView } from '../changing/ChangingView';
import { recentReasons } from '../changing/typed-memory';
import { LockDetails } from '../view/LockDetails';
import type { DeferredViews } from '../view/view-context';
import { listenToBrowser } from './listen-to-browser';
import { createServices, type ServicePorts, type Services } from './services';

export interface DeferredParts extends DeferredViews, Pick<Services, 'explain'> {}

/**
 * Everything the page does once the status is shown: explaining the lock, changing it, and staying fresh. Loaded then, so that
 * the status never waits for it.
 */
export function startDeferred(ports: Omit<ServicePorts, 'announce'>): DeferredParts {
  const services = createServices({ ...ports, announce: listenToBrowser(window, ports.store) });
  services.commands.resume();
  services.explain();
  return { ...createViews(services, ports.memory), explain: services.explain };
}

/** The views over these services. */
export const createViews = (
  { commands, published }: Pick<Services, 'commands' | 'published'>,
  memory: ServicePorts['memory'],
): DeferredViews => ({
  start: (task) => commands[task](),
  details: (state, ui) => state.lock && <LockDetails state={state} lock={state.lock} ui={ui} />,
  changing: (state, ui) => (
    <ChangingView
      state={state}
      commands={commands}
      offered={published.offered(state.module)}
      recent={recentReasons(memory)}
      ui={ui}
    />
  ),
  announcement: (state, ui) => announcement(state, published.offered(state.module), ui),
});
