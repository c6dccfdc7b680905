import type { Configuration } from '../../locking/configuration/model';
import { wholeText } from '../../ui/whole-text';
import { useEditing, useEditor } from '../context/editor';
import { useWords, type Words } from '../context/words';
import { lastChange } from '../words/last-change';

/** Whose configuration this is, what it says in a line as it is saved, and who changed it last. */
export function EditorHeader() {
  const words = useWords();
  const { label } = useEditor().module;
  const base = useEditing(({ draft }) => draft.base);
  return (
    <header class="editor-header">
      <h1 id="configuration" tabIndex={-1}>
        <bdi title={wholeText(label)}>{label}</bdi>
      </h1>
      <p class="muted">
        {summary(base, words)} {base && lastChange(base, 'settings.changed', words)}
      </p>
    </header>
  );
}

const TYPES = ['manual', 'automatic', 'both'];

function summary(base: Configuration | null, { t }: Words): string {
  if (!base) return t('settings.summary.none');
  const { lockType } = base.settings;
  if (!lockType) return t('settings.summary.missing');
  return TYPES.includes(lockType)
    ? t(`settings.summary.${lockType}`, { count: base.rules.length })
    : t('settings.summary.unknown', { type: lockType });
}
