import { useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import type { Offered } from '../../editing/publishing/published';

const SWITCHES = ['requests', 'unlockReason', 'trail', 'reminders'] as const;

/** What is added to and removed from a list of reasons. */
function ListChange({
  label,
  before,
  after,
}: {
  readonly label: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}) {
  const added = after.filter((one) => !before.includes(one));
  const removed = before.filter((one) => !after.includes(one));
  if (before.join('\n') === after.join('\n')) return null;
  return (
    <li>
      {label}
      {removed.map((one) => (
        <del key={one}>{one}</del>
      ))}
      {added.map((one) => (
        <ins key={one}>{one}</ins>
      ))}
    </li>
  );
}

/** What saving changes beside the configuration: reasons and what is turned on. */
export function OfferChanges({ before, after }: { readonly before: Offered; readonly after: Offered }) {
  const { t } = useWords();
  const { module } = useEditor();
  const changed = SWITCHES.filter((one) => before.switches[one] !== after.switches[one]);
  const people = before.switches.requestsTo.join() !== after.switches.requestsTo.join();
  return (
    <div class="review">
      <section class="effect neutral">
        <h3>{t('settings.saving.published')}</h3>
        <ul>
          <ListChange
            label={t('settings.explanations.moduleReasons', { module: module.label })}
            before={before.reasons}
            after={after.reasons}
          />
          <ListChange
            label={t('settings.explanations.commonReasons')}
            before={before.common}
            after={after.common}
          />
          {before.free !== after.free && (
            <li>{t(after.free ? 'settings.saving.freeOn' : 'settings.saving.freeOff')}</li>
          )}
          {changed.map((one) => (
            <li key={one}>
              {t(after.switches[one] ? 'settings.saving.turnedOn' : 'settings.saving.turnedOff', {
                name: t(`settings.switches.${one}`),
              })}
            </li>
          ))}
          {people && <li>{t('settings.saving.people')}</li>}
        </ul>
      </section>
    </div>
  );
}
