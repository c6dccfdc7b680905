import { formatNumber } from '../../../../i18n/format-number';
import { useRuleTexts } from '../rule-texts';

interface NumberQuestionProps {
  readonly values: readonly string[];
  onChoose(value: string): void;
}

/** Asks which number was meant by a text that can be read in two ways. */
export function NumberQuestion({ values, onChoose }: NumberQuestionProps) {
  const { t, numbers } = useRuleTexts();
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
