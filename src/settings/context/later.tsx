import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { Dialog } from '../../ui/Dialog';
import { deferred } from '../../ui/deferred';
import { reloadPage } from '../../ui/reload-page';
import { useStore } from '../../ui/use-store';
import { useWords } from './words';

/** A part whose file is loaded when it is first shown, and which says so when the file does not come. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  const { api, want } = deferred(load);
  return function Later(props: P) {
    const state = useStore(api, (now) => now);
    useEffect(want, []);
    if (state.kind === 'ready') return <state.part {...props} />;
    return state.kind === 'failed' ? <Failed onCancel={cancelOf(props)} /> : null;
  };
}

/** A dialog has a way to close it; a part of the page has none. */
const cancelOf = (props: { readonly onCancel?: () => void }): (() => void) | undefined => props.onCancel;

function Failed({ onCancel }: { readonly onCancel: (() => void) | undefined }) {
  const { t } = useWords();
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
