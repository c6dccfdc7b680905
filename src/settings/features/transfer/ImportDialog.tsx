import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isUnsaved } from '../../../locking/configuration/saving/request';
import type { ExportedConfiguration } from '../../../locking/transfer/export/export-configuration';
import { readExport } from '../../../locking/transfer/import/import-configuration';
import { Dialog } from '../../../ui/Dialog';
import { useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { ChooseFile } from './ChooseFile';
import { ImportPlan } from './ImportPlan';
import type { TransferProps } from './transfer-ports';

type Step =
  /** There are unsaved changes: what becomes of them? */
  | { readonly kind: 'ask' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'plan'; readonly exported: ExportedConfiguration };

/** Takes the configuration of a file as unsaved changes of the open module. */
export function ImportDialog(props: TransferProps) {
  const { onCancel } = props;
  const { t } = useWords();
  const { module, state } = useEditor();
  const [step, setStep] = useState<Step>({ kind: isUnsaved(state.getState().draft) ? 'ask' : 'choose' });
  // What was typed or chosen is still there after a look at the plan.
  const [text, setText] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!first.current) body.current?.querySelector<HTMLElement>('.carry-step')?.focus();
    first.current = false;
  }, [step.kind]);
  return (
    <Dialog wide title={t('settings.transfer.importTitle', { module: module.label })} onCancel={onCancel}>
      <div class="carry" ref={body}>
        {step.kind === 'ask' ? (
          <>
            <p>{t('settings.transfer.importUnsaved')}</p>
            <div class="row carry-actions">
              <button type="button" class="button primary" onClick={onCancel}>
                {t('settings.transfer.keepChanges')}
              </button>
              <button type="button" class="button danger" onClick={() => setStep({ kind: 'choose' })}>
                {t('settings.transfer.replaceChanges')}
              </button>
            </div>
          </>
        ) : step.kind === 'choose' ? (
          <ChooseFile
            text={text}
            help={t('settings.transfer.importHelp')}
            most={1_000_000}
            read={(given) => {
              const reading = readExport(given);
              return reading.ok ? { ok: true, value: reading.exported } : reading;
            }}
            onText={setText}
            onRead={(exported) => setStep({ kind: 'plan', exported })}
            onCancel={onCancel}
          />
        ) : (
          <ImportPlan {...props} exported={step.exported} onBack={() => setStep({ kind: 'choose' })} />
        )}
      </div>
    </Dialog>
  );
}
