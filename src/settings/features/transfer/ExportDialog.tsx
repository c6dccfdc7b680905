import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isUnsaved } from '../../../locking/configuration/saving/request';
import { Dialog } from '../../../ui/Dialog';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { exportOpen } from './export-open';
import type { TransferProps } from './transfer-ports';

type Copied = 'copied' | 'notCopied' | null;

/** What is saved, as a file and as text: frames may block downloads, so the text can be taken by hand as well. */
export function ExportDialog({ ports, onCancel }: TransferProps) {
  const { t } = useWords();
  const editor = useEditor();
  const { draft, fields, profiles, buttons } = useEditing((editing) => editing);
  const area = useRef<HTMLTextAreaElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const [copied, setCopied] = useState<Copied>(null);
  const exported = useMemo(() => exportOpen(editor, ports.now), [draft.base, fields, profiles, buttons]);
  const text = useMemo(() => `${JSON.stringify(exported, null, 2)}\n`, [exported]);
  const url = useMemo(() => URL.createObjectURL(new Blob([text], { type: 'application/json' })), [text]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  // The dialog focuses the text first, which then stands at its end.
  useLayoutEffect(() => {
    link.current?.focus();
    area.current?.scrollTo(0, 0);
  }, []);
  const day = new Date(ports.now()).toISOString().slice(0, 10);
  const lists = [fields, profiles, buttons];
  return (
    <Dialog
      wide
      title={t('settings.transfer.exportTitle', { module: editor.module.label })}
      onCancel={onCancel}
    >
      <div class="carry">
        <p>{t('settings.transfer.exportHelp')}</p>
        {isUnsaved(draft) && <p class="notice info">{t('settings.transfer.exportUnsaved')}</p>}
        {lists.some(({ kind }) => kind === 'failed') && (
          <p class="notice info">{t('settings.transfer.namesMissing')}</p>
        )}
        <label for="carry-text">{t('settings.transfer.exportText')}</label>
        <textarea
          id="carry-text"
          ref={area}
          class="field carry-text"
          readOnly
          rows={12}
          dir="ltr"
          value={text}
        />
        <p class="muted help">{t('settings.transfer.downloadHelp')}</p>
        <div class="row carry-actions">
          <a
            class="button primary"
            ref={link}
            download={`record-lock-${editor.module.apiName}-${day}.json`}
            href={url}
          >
            {t('settings.transfer.download')}
          </a>
          <button
            type="button"
            class="button"
            onClick={async () => setCopied((await copyText(text, area.current)) ? 'copied' : 'notCopied')}
          >
            {t('settings.transfer.copyText')}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {t('settings.transfer.close')}
          </button>
          <span class="muted" aria-live="polite">
            {copied && t(`settings.transfer.${copied}`)}
          </span>
        </div>
      </div>
    </Dialog>
  );
}

/** False where neither way is allowed here; the text is selected then, ready to be copied with the keyboard. */
async function copyText(text: string, area: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    area?.focus();
    area?.select();
    // The old way asks no permission of the frame.
    return document.execCommand('copy');
  }
}
