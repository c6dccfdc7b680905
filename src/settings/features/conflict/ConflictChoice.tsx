import { useId } from 'preact/hooks';
import type { Conflict, Side } from '../../../locking/configuration/merge/three-way';
import { type ConflictWords, conflictTitle, sideText } from './conflict-text';

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  /** undefined: not decided yet. */
  readonly side: Side | undefined;
  readonly onChoose: (side: Side) => void;
  readonly given: ConflictWords;
}

const SIDES: readonly Side[] = ['theirs', 'mine'];

/** One thing that both changed: how it was, theirs, mine. */
export function ConflictChoice({ conflict, side, onChoose, given }: ConflictChoiceProps) {
  const { t } = given.words;
  const name = useId();
  return (
    <fieldset class="conflict">
      <legend>{conflictTitle(conflict, given)}</legend>
      <p class="muted">
        {t('settings.conflict.was')} {sideText(conflict, conflict.base, given)}
      </p>
      {SIDES.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={side === one} onChange={() => onChoose(one)} />
          <span>
            <b>{t(`settings.conflict.${one}`)}</b> {sideText(conflict, conflict[one], given)}
          </span>
        </label>
      ))}
      {conflict.because && <p class="muted">{t(`settings.conflict.because.${conflict.because}`)}</p>}
    </fieldset>
  );
}
