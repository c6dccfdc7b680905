import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { isUnsaved } from '../../../locking/configuration/saving/request';
import { Dialog } from '../../../ui/Dialog';
import { useStore } from '../../../ui/use-store';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { ChooseModules } from './ChooseModules';
import { CopyResults } from './CopyResults';
import { CopyReview } from './CopyReview';
import type { CopyStepProps } from './copy-props';
import { createCopying } from './create-copying';
import { exportOpen } from './export-open';
import type { TransferProps } from './transfer-ports';

/** Copies what is saved here to other modules: choose them, look over what each gets, see how each comes out. */
export function CopyDialog({ ports, onCancel }: TransferProps) {
  const editor = useEditor();
  // What is copied stays what it was when the dialog opened.
  const copying = useMemo(() => {
    const exported = exportOpen(editor, ports.now);
    return exported && createCopying({ ...ports, limits: editor.limits, newKey: editor.newKey }, exported);
  }, []);
  return copying && <CopySteps copying={copying} ports={ports} onCancel={onCancel} />;
}

function CopySteps(props: CopyStepProps & Pick<TransferProps, 'ports'>) {
  const { copying, onCancel } = props;
  const { t } = useWords();
  const { module } = useEditor();
  const copy = useStore(copying.state, (now) => now);
  const { step } = copy;
  const unsaved = useEditing(({ draft }) => isUnsaved(draft));
  const body = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useLayoutEffect(() => {
    // What had the focus went with its step.
    if (!first.current) body.current?.querySelector<HTMLElement>('.carry-step, input')?.focus();
    first.current = false;
  }, [step]);
  return (
    <Dialog
      wide
      title={t('settings.transfer.copyTitle', { module: module.label })}
      // What is being written is settled first; every call of it has a bound.
      onCancel={() => copy.step !== 'writing' && onCancel()}
    >
      <div class="carry" ref={body}>
        {unsaved && copy.step === 'choose' && <p class="notice info">{t('settings.transfer.copyUnsaved')}</p>}
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
