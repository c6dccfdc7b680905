import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isUnsaved } from '../../../locking/configuration/saving/request';
import { Dialog } from '../../../ui/Dialog';
import { ChooseModules } from './ChooseModules';
import { CopyResults } from './CopyResults';
import { CopyReview } from './CopyReview';
import { createCopying } from './create-copying';
import { exportOpen } from './export-open';
import type { TransferProps } from './transfer-props';

/** Copies what is saved here to other modules: choose them, look over what each gets, see how each comes out. */
export function CopyDialog({ state, store, ui, onCancel }: TransferProps) {
  const { t } = ui;
  // What is copied stays what it was when the dialog opened.
  const copying = useMemo(() => {
    const exported = exportOpen(state, store);
    return exported && { ...createCopying(store, exported), exported };
  }, []);
  const [, repaint] = useState({});
  useEffect(() => copying?.api.subscribe(() => repaint({})), [copying]);
  const body = useRef<HTMLDivElement>(null);
  const step = copying?.api.getState().step;
  const first = useRef(true);
  useLayoutEffect(() => {
    // What had the focus went with its step.
    if (!first.current) body.current?.querySelector<HTMLElement>('.carry-step, input')?.focus();
    first.current = false;
  }, [step]);
  if (!copying) return null;
  const copy = copying.api.getState();
  const props = { copying, exported: copying.exported, store, ui, onCancel };
  return (
    <Dialog
      wide
      title={t('settings.transfer.copyTitle', { module: store.module.label })}
      // What is being written is settled first; every call of it has a bound.
      onCancel={() => copy.step !== 'writing' && onCancel()}
    >
      <div class="carry" ref={body}>
        {isUnsaved(state.draft) && copy.step === 'choose' && (
          <p class="notice info">{t('settings.transfer.copyUnsaved')}</p>
        )}
        {copy.step === 'choose' ? (
          <ChooseModules {...props} state={copy} />
        ) : copy.step === 'review' ? (
          <CopyReview {...props} targets={copy.targets} />
        ) : (
          <CopyResults {...props} targets={copy.targets} writing={copy.step === 'writing'} />
        )}
      </div>
    </Dialog>
  );
}
