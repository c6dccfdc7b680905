import { useLayoutEffect, useRef } from 'preact/hooks';
import { REASON_LIMIT, reasonProblem } from '../../../locking/lock/reason';
import { IconButton } from '../../../ui/IconButton';
import { useWords } from '../../context/words';

interface ReasonsProps {
  readonly title: string;
  readonly reasons: readonly string[];
  /** Whether an empty reason is a problem already; one that was just added is not. */
  readonly checked: boolean;
  readonly onChange: (reasons: readonly string[]) => void;
}

/** A list of reasons to offer, in their order. */
export function Reasons({ title, reasons, checked, onChange }: ReasonsProps) {
  const { t } = useWords();
  const group = useRef<HTMLFieldSetElement>(null);
  /** The reason to go to after the next paint; one behind the last is the button that adds. */
  const goTo = useRef<number | null>(null);
  // Before the next key can be pressed.
  useLayoutEffect(() => {
    if (goTo.current === null) return;
    group.current?.querySelectorAll<HTMLElement>('textarea, .add')[goTo.current]?.focus();
    goTo.current = null;
  });
  const change = (next: readonly string[], focus: number | null = null): void => {
    goTo.current = focus;
    onChange(next);
  };
  return (
    <fieldset class="reasons" ref={group}>
      <legend>{title}</legend>
      {!reasons.length && <p class="muted help">{t('settings.explanations.noReasons')}</p>}
      {reasons.map((reason, index) => {
        const number = index + 1;
        const problem = (reason || checked) && reasonProblem(reason);
        const above = reasons[index - 1];
        return (
          <div key={index}>
            <textarea
              rows={1}
              dir="auto"
              value={reason}
              aria-label={t('settings.explanations.reason', { number })}
              aria-invalid={!!problem}
              onInput={(event) => change(reasons.with(index, event.currentTarget.value))}
            />
            {above !== undefined && (
              <IconButton
                icon="up"
                label={t('settings.explanations.up', { number })}
                onClick={() => change(reasons.with(index - 1, reason).with(index, above), index - 1)}
              />
            )}
            <IconButton
              icon="remove"
              label={t('settings.explanations.remove', { number })}
              onClick={() => change(reasons.toSpliced(index, 1), index)}
            />
            {problem && (
              <p class="problem">
                {problem === 'empty'
                  ? t('settings.explanations.empty')
                  : t('settings.explanations.reasonTooLong', { count: reason.trim().length - REASON_LIMIT })}
              </p>
            )}
          </div>
        );
      })}
      <button type="button" class="button quiet add" onClick={() => change([...reasons, ''], reasons.length)}>
        {t('settings.explanations.add')}
      </button>
    </fieldset>
  );
}
