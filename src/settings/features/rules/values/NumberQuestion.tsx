import { formatNumber } from '../../../../i18n/format-number';
import type { RulesContext } from '../rules-context';

interface NumberQuestionProps {
  readonly values: readonly string[];
  readonly context: RulesContext;
  onChoose(value: string): void;
}

/** Asks which number was meant by a text that can be read in two ways. */
export function NumberQuestion({ values, context, onChoose }: NumberQuestionProps) {
  const { t, numbers } = context;
  return (
    <div class="row number-question" role="alert">
      <span>{t('whichNumber')}</span>
      {values.map((value) => (
        <button type="button" class="button" key={value} onClick={() => onChoose(value)}>
          {formatNumber(value, numbers)}
        </button>
      ))}
    </div>
  );
}
