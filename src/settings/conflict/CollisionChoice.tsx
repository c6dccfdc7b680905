import { useId } from 'preact/hooks';
import type { Collision, Side } from '../../locking/three-way';
import { type CollisionWords, collisionTitle, sideText } from './collision-text';

interface CollisionChoiceProps {
  readonly collision: Collision;
  /** undefined: not decided yet. */
  readonly side: Side | undefined;
  readonly onChoose: (side: Side) => void;
  readonly words: CollisionWords;
}

const SIDES: readonly Side[] = ['theirs', 'mine'];

/** One thing that both changed: how it was, theirs, mine. */
export function CollisionChoice({ collision, side, onChoose, words }: CollisionChoiceProps) {
  const { t } = words.ui;
  const name = useId();
  return (
    <fieldset class="collision">
      <legend>{collisionTitle(collision, words)}</legend>
      <p class="muted">
        {t('settings.conflict.was')} {sideText(collision, collision.base, words)}
      </p>
      {SIDES.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={side === one} onChange={() => onChoose(one)} />
          <span>
            <b>{t(`settings.conflict.${one}`)}</b> {sideText(collision, collision[one], words)}
          </span>
        </label>
      ))}
      {collision.because && <p class="muted">{t(`settings.conflict.because.${collision.because}`)}</p>}
    </fieldset>
  );
}
