import { useState } from 'preact/hooks';
import type { RecordsStore } from '../start/records-store';
import type { RecordsUi } from '../view/words';
import type { RunKeeper } from './keep-run';
import { resultsCsv } from './results-table';
import { resultsText } from './results-text';
import type { Run, RunStep } from './run-state';

interface ResultsProps {
  readonly run: Run;
  readonly store: RecordsStore;
  readonly runs: RunKeeper;
  readonly ui: RecordsUi;
}

/** What came of the run, what can still be done about it, and the results to keep. */
export function Results({ run, store, runs, ui }: ResultsProps) {
  const { t } = ui;
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const steps: readonly (readonly [RunStep, string, () => void])[] = [
    ['continue', 'records.continue', runs.goOn],
    ['check', 'records.checkNow', runs.check],
    ['retry', 'records.retryFailed', runs.retry],
    ['undo', 'records.undo', runs.undo],
  ];
  const csv = (): string => {
    const rows = store.listed()?.rows.filter(({ result }) => result) ?? [];
    return resultsCsv(rows, run.action, store.page()?.ruleNames ?? new Map(), ui);
  };
  async function copy(): Promise<void> {
    const results = csv().slice(1);
    try {
      await navigator.clipboard.writeText(results);
      setCopied(true);
      setText(null);
    } catch {
      // Not allowed in this frame: the text is shown, ready to be copied with the keyboard.
      setText(results);
    }
  }
  const wrong = (run.counts.refused ?? 0) + (run.counts.unknown ?? 0) + run.steps.retry > 0 || run.halted;
  return (
    <section class={wrong ? 'results wrong' : 'results'} aria-label={t('records.results')}>
      <p>{resultsText(run, ui)}</p>
      <div class="row">
        {steps.map(
          ([step, label, act]) =>
            run.steps[step] > 0 && (
              <button key={step} type="button" class="button" onClick={act}>
                {t(label)}
              </button>
            ),
        )}
        <button type="button" class="button quiet" onClick={() => download(csv(), store.page()?.module)}>
          {t('records.download')}
        </button>
        <button type="button" class="button quiet" onClick={() => void copy()}>
          {t('records.copy')}
        </button>
        <button type="button" class="button quiet" onClick={runs.dismiss}>
          {t('records.dismiss')}
        </button>
        {copied && <span class="muted">{t('records.copied')}</span>}
      </div>
      {text !== null && (
        <label class="as-text">
          {t('records.resultsText')} <span class="muted">{t('records.notCopied')}</span>
          <textarea
            readOnly
            rows={4}
            dir="ltr"
            value={text}
            ref={(area) => {
              area?.focus();
              area?.select();
            }}
          />
        </label>
      )}
    </section>
  );
}

/** Saves a file; a frame that may not do so leaves the copy. */
function download(text: string, module: string | null | undefined): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `record-lock-${module ?? 'records'}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
