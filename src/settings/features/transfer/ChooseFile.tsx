import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportedConfiguration } from '../../../locking/transfer/export/export-configuration';
import { readExport } from '../../../locking/transfer/import/import-configuration';
import type { ImportRefusal } from '../../../locking/transfer/import/read-json';
import { useWords } from '../../context/words';
import { refusalText } from './transfer-texts';

interface ChooseFileProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onRead: (exported: ExportedConfiguration) => void;
  readonly onCancel: () => void;
}

/** Bytes; a character has four at most, and what is too long for the reader is not read at all. */
const MOST_BYTES = 4_000_000;

/** A file or a pasted text. Nothing of it is used before it has been checked as a whole. */
export function ChooseFile({ text, onText, onRead, onCancel }: ChooseFileProps) {
  const words = useWords();
  const { t } = words;
  const [refusal, setRefusal] = useState<ImportRefusal | 'unreadable' | null>(null);
  const problem = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (refusal) problem.current?.focus();
  }, [refusal]);

  function check(given: string): void {
    const reading = readExport(given);
    if (reading.ok) onRead(reading.exported);
    else setRefusal(reading.refusal);
  }
  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    setRefusal(null);
    if (file.size > MOST_BYTES) return setRefusal({ problem: 'tooLarge', path: [], limit: 1_000_000 });
    try {
      const given = await file.text();
      // The text is shown, so that a place named in it can be looked up.
      onText(given);
      check(given);
    } catch {
      setRefusal('unreadable');
    }
  }
  const said = refusal && refusal !== 'unreadable' ? refusalText(words, refusal) : null;
  return (
    <>
      <p class="carry-step" tabIndex={-1}>
        {t('settings.transfer.importHelp')}
      </p>
      <label class="button choose-file">
        {t('settings.transfer.file')}
        <input
          type="file"
          class="unseen"
          accept=".json,application/json"
          aria-describedby="carry-problem"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            // A file that was corrected is another one under the same name.
            currentTarget.value = '';
          }}
        />
      </label>
      <label for="carry-pasted">{t('settings.transfer.pasted')}</label>
      <textarea
        id="carry-pasted"
        class="field carry-text"
        rows={8}
        dir="ltr"
        spellcheck={false}
        value={text}
        aria-invalid={refusal !== null || undefined}
        aria-describedby="carry-problem"
        onInput={({ currentTarget: { value } }) => {
          onText(value);
          setRefusal(null);
        }}
      />
      <p id="carry-problem" ref={problem} class="problem" tabIndex={-1}>
        {refusal === 'unreadable' && t('settings.transfer.unreadable')}
        {said?.what} {said?.where}
      </p>
      <div class="row carry-actions">
        <button
          type="button"
          class="button primary"
          aria-disabled={!text.trim()}
          onClick={() => text.trim() && check(text)}
        >
          {t('settings.transfer.check')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </>
  );
}
