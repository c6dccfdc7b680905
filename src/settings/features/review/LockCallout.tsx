import { listText } from '../../../i18n/formats';
import { isolate } from '../../../i18n/isolate';
import { useWords } from '../../context/words';
import type { ModuleName } from '../../editing/module-row';
import { type SaveCount, saveCountText } from '../../impact/use-save-count';

interface LockCalloutProps {
  readonly module: ModuleName;
  readonly counted: SaveCount;
}

/** Says how many records saving locks, and names some: they can't be unlocked one by one. */
export function LockCallout({ module, counted: { locks, count, examples } }: LockCalloutProps) {
  const words = useWords();
  const { t, tag, direction } = words;
  if (!locks) return null;
  const none = count?.kind === 'counted' && count.most === 0;
  const names = examples.map(({ name, id }) => isolate(name || id, direction));
  return (
    <div class={none ? 'notice info' : 'notice warning'} aria-live="polite">
      <p>
        <b>{count ? `${saveCountText(count, module, words)}.` : t('settings.impact.counting')}</b>
      </p>
      {names.length > 0 && <p>{t('settings.saving.examples', { names: listText(names, tag) })}</p>}
      {!none && <p>{t('settings.saving.noWayBack')}</p>}
    </div>
  );
}
