import '../../context/later-styles';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { HostFacts } from '../../../base/host';
import type { Send } from '../../../crm/transport';
import { Dialog } from '../../../ui/Dialog';
import { useWords } from '../../context/words';
import { report } from './report';
import { CHECKS, type Check, type CheckId, runChecks } from './run-checks';

export interface SelfCheckProps {
  readonly send: Send;
  /** API name of the module whose parts are read. */
  readonly module: string;
  readonly facts: () => HostFacts;
  readonly onCancel: () => void;
}

const WAITING: readonly Check[] = CHECKS.map((id) => ({ id, outcome: 'waiting' }));

/** What works here for whoever is signed in, and what follows from what does not. Starts when it is opened. */
export function SelfCheck({ send, module, facts, onCancel }: SelfCheckProps) {
  const { t, tag } = useWords();
  const [checks, setChecks] = useState(WAITING);
  /** Which run is shown; answers of an earlier one are dropped. */
  const run = useRef(0);
  const waiting = checks.filter(({ outcome }) => outcome === 'waiting').length;
  const passed = checks.filter(({ outcome }) => outcome === 'pass').length;

  const untried = checks.filter(isUntried).length;

  const start = useCallback(() => {
    const mine = ++run.current;
    setChecks(WAITING);
    const theme = document.documentElement.dataset.theme ?? '';
    void runChecks({ send, module, host: facts(), locale: tag, theme }, (check) => {
      if (mine === run.current) setChecks((now) => now.map((old) => (old.id === check.id ? check : old)));
    });
  }, [send, module, facts, tag]);
  useEffect(() => {
    start();
    return () => {
      run.current++;
    };
  }, [start]);

  return (
    <Dialog title={t('settings.check.title')} onCancel={onCancel}>
      <p class="muted">{t('settings.check.help')}</p>
      <p class="check-sum" role="status">
        {waiting
          ? t('settings.check.running', { done: checks.length - waiting, count: checks.length })
          : passed + untried === checks.length
            ? t('settings.saving.checksPass')
            : t('settings.check.done', { passed, count: checks.length - untried })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <ul class="check-list" tabIndex={0} aria-label={t('settings.check.title')}>
        {checks.map((check) => (
          <Line key={check.id} check={check} />
        ))}
      </ul>
      <div class="row">
        {!waiting && <CopyText checks={checks} />}
        <button type="button" class="button" aria-disabled={waiting > 0} onClick={() => waiting || start()}>
          {t('settings.check.again')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('settings.check.close')}
        </button>
      </div>
    </Dialog>
  );
}

/** What would change something if it were tried: neither passed nor failed. */
const isUntried = ({ code }: Check): boolean => code === 'notTried';

/** Zoho's own codes are told, since they can be looked up. */
const isZohos = (code: string): boolean => /^[A-Z]/.test(code);

/** Where passing says more than that it works. */
const TELLING: readonly CheckId[] = ['sdk', 'dataCentre', 'language', 'profile', 'feature'];

function Line({ check }: { readonly check: Check }) {
  const { id, outcome, found, code } = check;
  const { t } = useWords();
  const bad = outcome === 'refused' || outcome === 'unknown';
  return (
    <li class={outcome}>
      <span>
        {t(`settings.check.name.${id}`)}
        {code && isZohos(code) && <small class="muted"> {code}</small>}
      </span>
      <b>{t(isUntried(check) ? 'settings.saving.notTried' : `settings.check.outcome.${outcome}`)}</b>
      {bad && <p class="muted">{t(`settings.check.bad.${id}`)}</p>}
      {outcome === 'pass' && TELLING.includes(id) && (
        <p class="muted">{t(`settings.check.good.${id}`, found)}</p>
      )}
    </li>
  );
}

/** Copies where the browser lets a frame do that, and shows the text to be copied by hand where not. */
function CopyText({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useWords();
  const [state, setState] = useState<'idle' | 'copied' | 'byHand'>('idle');
  const text = report(checks, new Date());
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('byHand');
    }
  };
  return (
    <>
      {state === 'byHand' && (
        <label class="by-hand">
          {t('settings.check.byHand')}
          <textarea
            class="field"
            readOnly
            rows={4}
            value={text}
            ref={(area) => area?.select()}
            spellcheck={false}
          />
        </label>
      )}
      <button type="button" class="button primary" onClick={copy}>
        {t(state === 'copied' ? 'settings.check.copied' : 'settings.check.copy')}
      </button>
    </>
  );
}
