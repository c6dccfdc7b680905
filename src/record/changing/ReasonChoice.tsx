import type { Lock } from '../../locking/lock/lock';
import type { ViewContext } from '../view/view-context';
import type { ChangingCommands } from './commands';

interface ReasonChoiceProps {
  mine: string;
  theirs: Lock | null;
  busy: boolean;
  commands: Pick<ChangingCommands, 'useMine' | 'keepTheirs'>;
  ui: ViewContext;
}

/** Two texts, one lock: somebody was quicker, and the user decides which text stays. */
export function ReasonChoice({ mine, theirs, busy, commands, ui }: ReasonChoiceProps) {
  const { t } = ui;
  return (
    <fieldset aria-labelledby="choice">
      <p class="note" id="choice">
        {t(theirs ? 'record.chooseChanged' : 'record.chooseRemoved')}
      </p>
      <dl class="texts">
        {theirs && (
          <div>
            <dt>{t('record.theirs')}</dt>
            <dd class="quote">
              <p dir="auto">{theirs.reason}</p>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('record.mine')}</dt>
          <dd class="quote">
            <p dir="auto">{mine}</p>
          </dd>
        </div>
      </dl>
      <div class="row">
        <button type="button" class="button primary" aria-disabled={busy} onClick={commands.useMine}>
          {t(
            theirs
              ? busy
                ? 'record.change.saving'
                : 'record.useMine'
              : busy
                ? 'record.change.locking'
                : 'record.lockWithMine',
          )}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={commands.keepTheirs}>
          {t(theirs ? 'record.keepTheirs' : 'record.leaveUnlocked')}
        </button>
      </div>
    </fieldset>
  );
}
