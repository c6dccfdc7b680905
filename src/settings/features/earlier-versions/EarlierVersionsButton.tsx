import { useState } from 'preact/hooks';
import { later } from '../../context/later';
import { useWords } from '../../context/words';
import type { Versions } from '../../editing/versions';

const EarlierVersions = later(async () => (await import('./EarlierVersions')).EarlierVersions);

/** The button that opens the earlier versions of the open module. */
export function EarlierVersionsButton({ versions }: { readonly versions: Versions }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {t('settings.versions.title')}
      </button>
      {open && <EarlierVersions versions={versions} onCancel={() => setOpen(false)} />}
    </>
  );
}
