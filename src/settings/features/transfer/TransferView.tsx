import { choosableThings } from '../../../locking/transfer/mapping/candidates';
import type { Transfer } from '../../../locking/transfer/mapping/names';
import type { Missing, TransferReport } from '../../../locking/transfer/report';
import { useWords } from '../../context/words';
import { ChooseCounterpart } from './ChooseCounterpart';
import { kindText, reasonText, thingName } from './transfer-texts';

interface TransferViewProps {
  readonly transfer: Transfer;
  readonly report: TransferReport;
  readonly disabled?: boolean;
  /** `id` null: left out after all. */
  readonly onChoose: (key: string, id: string | null) => void;
}

/** What of a configuration goes along, what does not and why, and what can be chosen in its place. */
export function TransferView({ transfer, report, disabled = false, onChoose }: TransferViewProps) {
  const words = useWords();
  const { t } = words;
  const { exported, choices } = transfer;
  const { mapped, missing, leftOut } = report;
  const things = choosableThings(transfer, report);
  const name = (thing: Parameters<typeof thingName>[2]) => <bdi>{thingName(words, exported, thing)}</bdi>;
  const line = (thing: (typeof missing)[number]) => (
    <li key={thing.key}>
      <b>{name(thing)}</b> <span class="muted">({kindText(words, thing)})</span> {reasonText(words, thing)}
    </li>
  );
  return (
    <div class="transfer">
      {missing.length + leftOut.length === 0 && <p class="muted">{t('settings.transfer.everythingGoes')}</p>}
      {missing.length > 0 && (
        <div>
          <p class="carry-head">{t('settings.transfer.missing', { count: missing.length })}</p>
          <ul>{missing.map(line)}</ul>
        </div>
      )}
      {leftOut.length > 0 && (
        <div>
          <p class="carry-head">{t('settings.transfer.leftOut', { count: leftOut.length })}</p>
          {leftOut.map((rule) => (
            <div key={rule.name}>
              <p>
                <b>
                  <bdi>{rule.name || t('settings.unnamedRule')}</bdi>
                </b>
              </p>
              <ul>{once(rule.causes).map(line)}</ul>
            </div>
          ))}
        </div>
      )}
      {things.length > 0 && (
        <div>
          <p class="carry-head">{t('settings.transfer.choose')}</p>
          {things.map((thing) => (
            <ChooseCounterpart
              key={thing.key}
              thing={thing}
              name={thingName(words, exported, thing)}
              chosen={choices.get(thing.key)}
              disabled={disabled}
              onChoose={onChoose}
            />
          ))}
        </div>
      )}
      {mapped.length > 0 && (
        <details>
          <summary>{t('settings.transfer.mapped', { count: mapped.length })}</summary>
          <ul>
            {mapped.map((one) => (
              <li key={one.key}>
                {name({ kind: one.kind, name: one.from })} <span class="muted">({kindText(words, one)})</span>
                {one.to === one.from ? null : (
                  <>
                    {' → '}
                    <bdi>{one.to}</bdi>
                  </>
                )}{' '}
                <span class="muted">{t(`settings.transfer.how.${one.how}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** A field that does not go along may be named by several conditions of a rule. */
const once = (causes: readonly Missing[]): readonly Missing[] =>
  causes.filter(({ key }, i) => causes.findIndex((other) => other.key === key) === i);
