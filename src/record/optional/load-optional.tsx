import { type Deferred, deferred } from '../../ui/deferred';
import { reloadPage } from '../../ui/reload-page';
import type { Services } from '../deferred/services';
import type { HistoryPart } from '../history/history';
import { removedHere } from '../trail/lock-again';
import type { ViewContext } from '../view/view-context';
import type { OptionalParts } from './optional';
import type { OptionalPorts } from './ports';
import type { OptionalViews } from './views';

interface LoadPorts extends Omit<OptionalPorts, 'ui' | 'commands' | 'published' | 'me'> {
  readonly userId: () => string | null;
}

/**
 * What may be turned on, locking again, and the history, each in a file that is loaded when it is first wanted. Everybody has History;
 * the rest only where something of it is turned on or was left here.
 */
export function loadOptional(
  ports: LoadPorts,
  services: Services,
): OptionalViews & { below: OptionalViews['asides'] } {
  const { store, memory, now } = ports;
  const { published, commands, barriers, onChanged } = services;
  let context: ViewContext | null = null;

  const optional = deferred<OptionalParts>(async () => {
    const { startOptional } = await import('./optional');
    const parts = startOptional({
      ...ports,
      published,
      commands,
      ui: () => context,
      me: ports.userId,
      cannotUnlock: (state) => barriers.of(state).unlock !== undefined,
    });
    onChanged(parts.changed);
    return parts;
  });
  const past = deferred<HistoryPart>(async () => {
    const { startHistory } = await import('../history/history');
    return startHistory(ports.send, store);
  });
  optional.api.subscribe(({ kind }) => kind === 'loading' || store.update({}));
  past.api.subscribe((state) => {
    if (state.kind === 'ready') state.part.toggle();
    if (state.kind === 'failed') store.update({});
  });

  const part = <T,>({ api }: Deferred<T>): T | null => {
    const state = api.getState();
    return state.kind === 'ready' ? state.part : null;
  };
  const parts = (): OptionalParts | null => part(optional);

  /** Loads what this state needs. */
  function want(): void {
    const state = store.shown();
    const record = store.record();
    if (!state || !record) return;
    const on = published.kept(state.module)?.switches;
    const any = on && (on.requests || on.trail || on.reminders);
    if (any || (!state.lock && removedHere(memory, record, now()))) optional.want();
  }
  store.api.subscribe(want);
  want();

  const isOpen = (): boolean => part(past)?.isOpen() ?? past.api.getState().kind === 'loading';

  function toggleHistory(): void {
    const found = part(past);
    if (found) found.toggle();
    else past.want();
  }

  const failed = ({ t }: ViewContext) => (
    <div class="note bad">
      {t('common.partFailed')}
      <button type="button" class="link" onClick={reloadPage}>
        {t('common.retry')}
      </button>
    </div>
  );

  return {
    asides(state, ui) {
      context = ui;
      return optional.api.getState().kind === 'failed' ? failed(ui) : parts()?.asides(state, ui);
    },
    actions: (state, ui) => (
      <>
        {parts()?.actions(state, ui)}
        <button type="button" class="link" aria-expanded={isOpen()} onClick={toggleHistory}>
          {ui.t('record.history.title')}
        </button>
      </>
    ),
    unlocking(state, ui) {
      const found = parts();
      if (found) return found.unlocking(state, ui);
      // A reason is needed, and what asks for it is not there yet.
      if (!published.kept(state.module)?.switches.unlockReason) return null;
      return <div class="note">{ui.t('common.loading')}</div>;
    },
    whenLocking: (state, ui) => parts()?.whenLocking(state, ui),
    occupied: () => parts()?.occupied() ?? false,
    announcement: (ui) => parts()?.announcement(ui) ?? null,
    below(state, ui) {
      if (past.api.getState().kind === 'failed') return failed(ui);
      const trail = published.kept(state.module)?.switches.trail === true;
      return part(past)?.view(trail, ui);
    },
  };
}
