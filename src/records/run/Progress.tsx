import { useEffect, useState } from 'preact/hooks';
import type { RecordsUi } from '../view/words';
import { type Run, settledIn, timeLeft } from './run-state';

interface ProgressProps {
  readonly run: Run;
  readonly onStop: () => void;
  readonly ui: RecordsUi;
}

/** Milliseconds after which the time left is told anew. */
const TICK = 1_000;

/** How far a run has come, how long it may still take, and Stop. */
export function Progress({ run, onStop, ui }: ProgressProps) {
  const { t } = ui;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  const done = settledIn(run);
  const left = timeLeft(run, now);
  const texts = [
    t('records.doneOf', { done, total: run.total }),
    run.phase === 'stopping' && t('records.stopping'),
    run.phase === 'confirming' && t('records.confirming'),
    left !== null && timeText(left, ui),
  ].filter(Boolean);
  return (
    <div class="row progress">
      <b>{t(`records.running.${run.action}`, { total: run.total })}</b>
      <progress aria-label={t('records.progress')} max={run.total} value={done} />
      <span class="muted">{texts.join(' · ')}</span>
      <button type="button" class="button" disabled={run.phase !== 'running'} onClick={onStop}>
        {t('records.stop')}
      </button>
    </div>
  );
}

function timeText(milliseconds: number, { t }: RecordsUi): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 90
    ? t('records.secondsLeft', { count: seconds })
    : t('records.minutesLeft', { count: Math.round(seconds / 60) });
}
