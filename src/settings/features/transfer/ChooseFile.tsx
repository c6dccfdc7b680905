import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportRefusal } from '../../../locking/transfer/import/read-json';
import { useWords } from '../../context/words';
import { refusalText } from './transfer-texts';

/** What a file turned out to be, or why it cannot be used. */
export type FileReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: ImportRefusal };

interface ChooseFileProps<T> {
  readonly text: string;
  /** Which file to choose. */
  readonly help: string;
  /** The most characters that `read` takes. */
  readonly most: number;
  readonly read: (text: string) => FileReading<T>;
  readonly onText: (text: string) => void;
  readonly onRead: (value: T) => void;
  readonly onCancel: () => void;
}

/** A file or a pasted text. Nothing of it is used before it has been checked as a whole. */
export function ChooseFile<T>({ text, help, most, read, onText, onRead, onCancel }: ChooseFileProps<T>) {
  const words = useWords();
  const { t } = words;
  const [refusal, setRefusal] = useState<ImportRefusal | 'unreadable' | null>(null);
  const problem = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (refusal) problem.current?.focus();
  }, [refusal]);

  function check(given: string): void {
    const reading = read(given);
    if (reading.ok) onRead(reading.value);
    else setRefusal(reading.refusal);
  }
  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    setRefusal(null);
    // A character has four bytes at most, and what is too long for the reader is not read at all.
    if (file.size > most * 4) return setRefusal({ problem: 'tooLarge', path: [], limit: most });
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
        {help}
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
