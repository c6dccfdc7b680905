import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../ui/Dialog';
import type { SettingsContext } from './words/words';

interface LaterProps {
  readonly ui: SettingsContext;
  /** Of a dialog: closes it. A part of the page has none. */
  readonly onCancel?: () => void;
}

/** A part whose file is loaded when it is first shown, and which says so when the file does not come. */
export function later<P extends LaterProps>(load: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  let loaded: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(loaded ? 'ready' : 'loading');
    const fetch = async (): Promise<void> => {
      setState('loading');
      try {
        loaded = await load();
        setState('ready');
      } catch {
        setState('failed');
      }
    };
    useEffect(() => {
      if (!loaded) void fetch();
    }, []);
    const Part = loaded;
    if (Part) return <Part {...props} />;
    return state === 'failed' ? <Failed {...props} retry={fetch} /> : null;
  };
}

function Failed({ ui, onCancel, retry }: LaterProps & { readonly retry: () => void }) {
  const { t } = ui;
  const again = (
    <button type="button" class="button" onClick={retry}>
      {t('common.retry')}
    </button>
  );
  if (!onCancel)
    return (
      <p class="problem" role="alert">
        {t('settings.editorFailed')} {again}
      </p>
    );
  return (
    <Dialog title={t('settings.editorFailed')} onCancel={onCancel}>
      <div class="row">
        {again}
        <button type="button" class="button" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
