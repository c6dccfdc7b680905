import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../ui/Dialog';
import { deferred } from '../ui/deferred';
import { reloadPage } from '../ui/reload-page';
import type { SettingsContext } from './words/words';

interface LaterProps {
  readonly ui: SettingsContext;
  /** Of a dialog: closes it. A part of the page has none. */
  readonly onCancel?: () => void;
}

/** A part whose file is loaded when it is first shown, and which says so when the file does not come. */
export function later<P extends LaterProps>(load: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  const { api, want } = deferred(load);
  return function Later(props: P) {
    const [state, setState] = useState(api.getState);
    useEffect(() => {
      const stop = api.subscribe(setState);
      want();
      setState(api.getState());
      return stop;
    }, []);
    if (state.kind === 'ready') return <state.part {...props} />;
    return state.kind === 'failed' ? <Failed {...props} /> : null;
  };
}

function Failed({ ui, onCancel }: LaterProps) {
  const { t } = ui;
  const again = (
    <button type="button" class="button" onClick={reloadPage}>
      {t('common.retry')}
    </button>
  );
  if (!onCancel)
    return (
      <p class="problem" role="alert">
        {t('common.partFailed')} {again}
      </p>
    );
  return (
    <Dialog title={t('common.partFailed')} onCancel={onCancel}>
      <div class="row">
        {again}
        <button type="button" class="button" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
