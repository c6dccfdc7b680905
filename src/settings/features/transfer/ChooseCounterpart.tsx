import { useId } from 'preact/hooks';
import type { ChoosableThing } from '../../../locking/transfer/mapping/candidates';
import { useWords } from '../../context/words';
import { kindText } from './transfer-texts';

interface ChooseThingProps {
  readonly thing: ChoosableThing;
  /** As people call it where it comes from. */
  readonly name: string;
  readonly chosen: string | undefined;
  readonly disabled: boolean;
  readonly onChoose: (key: string, id: string | null) => void;
}

/** What stands for a thing that has no counterpart: a control of the browser's own, since most lists are left alone. */
export function ChooseCounterpart({ thing, name, chosen, disabled, onChoose }: ChooseThingProps) {
  const words = useWords();
  const { candidates, key } = thing;
  const id = useId();
  const labels = candidates.map(({ label }) => label);
  return (
    <div class="choose-thing">
      <label for={id}>
        <bdi>{name}</bdi> <span class="muted">({kindText(words, thing)})</span>
      </label>
      <select
        id={id}
        class="field"
        disabled={disabled}
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => onChoose(key, value || null)}
      >
        <option value="">{words.t('settings.transfer.leaveOut')}</option>
        {candidates.map(({ id: value, label, hint }) => (
          <option key={value} value={value}>
            {hint && labels.indexOf(label) !== labels.lastIndexOf(label) ? `${label} (${hint})` : label}
          </option>
        ))}
      </select>
    </div>
  );
}
