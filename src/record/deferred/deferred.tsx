import { addStyles } from '../../ui/add-styles';
import { BarredNote } from '../changing/BarredNote';
import { announcement, ChangingView } from '../changing/ChangingView';
import { recentReasons } from '../changing/typed-memory';
import { headline } from '../explanation/headline';
import { LockFacts } from '../explanation/LockFacts';
import { loadOptional } from '../optional/load-optional';
import type { ChangeAction } from '../start/record-state';
import { forgetRemoved } from '../trail/lock-again';
import type { DeferredViews, StartableTask } from '../view/view-context';
import styles from './deferred.css?inline';
import { listenToBrowser } from './listen-to-browser';
import { createServices, type ServicePorts, type Services } from './services';

export interface DeferredParts extends DeferredViews, Pick<Services, 'explain'> {}

/**
 * Everything the page does once the status is shown: explaining the lock, changing it, and staying fresh. Loaded then, so that
 * the status never waits for it.
 */
export function startDeferred(ports: Omit<ServicePorts, 'announce'>): DeferredParts {
  addStyles(styles);
  const services = createServices({ ...ports, announce: listenToBrowser(window, ports.store) });
  services.commands.resume();
  forgetRemoved(ports.memory, ports.now());
  services.explain();
  return { ...createViews(services, ports), explain: services.explain };
}

/** Ten letters and digits by chance: enough for nobody to have used them before. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join('');

/** What each button begins. */
const BEGINS: readonly (readonly [task: StartableTask, action: ChangeAction])[] = [
  ['startLocking', 'lock'],
  ['startEditing', 'edit'],
  ['askToUnlock', 'unlock'],
];

/** The views over these services. */
export function createViews(
  services: Services,
  ports: Omit<ServicePorts, 'announce' | 'session' | 'profile'>,
): DeferredViews {
  const { commands, published, barriers } = services;
  const { store, memory } = ports;
  const {
    whenLocking,
    unlocking,
    announcement: announced,
    ...optional
  } = loadOptional({ ...ports, newKey, linkTo: ports.linkTo ?? (() => null) }, services);
  return {
    ...optional,
    start: (task) => commands[task](),
    headline,
    details: (state, ui) => state.lock && <LockFacts state={state} lock={state.lock} ui={ui} />,
    changing: (state, ui) => (
      <ChangingView
        state={state}
        commands={commands}
        checkNow={() => store.refresh(true)}
        whenLocking={whenLocking(state, ui)}
        unlocking={unlocking(state, ui)}
        barred={barriers.of(state)}
        offered={published.offered(state.module)}
        recent={recentReasons(memory)}
        ui={ui}
      />
    ),
    barred(state, ui) {
      const barred = barriers.of(state);
      const begins = BEGINS.filter(([, action]) => barred[action] && (action === 'lock') === !state.lock);
      return {
        tasks: begins.map(([task]) => task),
        why: <BarredNote barred={barred} actions={begins.map(([, action]) => action)} ui={ui} />,
      };
    },
    announcement: (state, ui) => announcement(state, published.offered(state.module), ui) ?? announced(ui),
  };
}
