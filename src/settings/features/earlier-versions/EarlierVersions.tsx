import { useMemo } from 'preact/hooks';
import { absoluteTime } from '../../../i18n/formats';
import { isUnsaved } from '../../../locking/configuration/saving/request';
import type { KeptVersion } from '../../../locking/configuration/versions/kept-versions';
import { versionDraft, versionSummary } from '../../../locking/configuration/versions/version-draft';
import { addStyles } from '../../../ui/add-styles';
import { Dialog } from '../../../ui/Dialog';
import { Changes } from '../../changes/Changes';
import { useEditing, useEditor, useReadOnly } from '../../context/editor';
import { useWords, type Words } from '../../context/words';
import type { Versions } from '../../editing/versions';
import { listsOf } from '../../words/item-name';
import { lockingText } from '../../words/locking-text';
import styles from './earlier-versions.css?inline';

addStyles(styles);

interface EarlierVersionsProps {
  readonly versions: Versions;
  readonly onCancel: () => void;
}

/** The last configurations of the module, each as a difference to what there is now. One can be loaded as a draft. */
export function EarlierVersions({ versions, onCancel }: EarlierVersionsProps) {
  const { t } = useWords();
  const { module } = useEditor();
  const unsaved = useEditing(({ draft }) => isUnsaved(draft));
  const all = useMemo(() => versions.all(), []);
  return (
    <Dialog title={t('settings.versions.title')} wide onCancel={onCancel}>
      <p class="muted">{t('settings.versions.help', { module: module.label })}</p>
      {unsaved && <p class="notice info">{t('settings.versions.unsaved')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <div class="scrolls" tabIndex={0}>
        {all.length ? (
          <ol class="versions">
            {all.map((version) => (
              <Version key={version.seenAt} version={version} onLoaded={onCancel} />
            ))}
          </ol>
        ) : (
          <p>{t('settings.versions.none')}</p>
        )}
      </div>
      <div class="row">
        <button type="button" class="button" onClick={onCancel}>
          {t('settings.versions.close')}
        </button>
      </div>
    </Dialog>
  );
}

function whenText({ savedAt, savedBy, seenAt }: KeptVersion, { t, tag, timeZone }: Words): string {
  const when = absoluteTime(savedAt ?? new Date(seenAt).toISOString(), tag, timeZone);
  if (savedAt === null) return t('settings.versions.seen', { when });
  return savedBy === null
    ? t('settings.versions.savedAt', { when })
    : t('settings.versions.savedBy', { when, name: savedBy });
}

interface VersionProps {
  readonly version: KeptVersion;
  readonly onLoaded: () => void;
}

function Version({ version, onLoaded }: VersionProps) {
  const words = useWords();
  const { t } = words;
  const { module, newKey, commands } = useEditor();
  const readOnly = useReadOnly();
  const editing = useEditing((now) => now);
  const { base } = editing.draft;
  const draft = useMemo(() => versionDraft(base, version, newKey), [base, version]);
  const summary = versionSummary(version);
  const same = draft !== null && !isUnsaved(draft) && base !== null;
  const shown = summary && { ...summary, systemDefined: false, source: {} };
  return (
    <li>
      <p>
        <b>{whenText(version, words)}</b>{' '}
        <span class="muted">
          {shown ? lockingText(words, shown) : t('settings.versions.off')}
          {same && ` · ${t('settings.versions.current')}`}
        </span>
      </p>
      {draft && !same && (
        <>
          <details>
            <summary>{t('settings.versions.difference')}</summary>
            <Changes draft={draft} module={module.label} lists={listsOf(editing)} />
          </details>
          <button
            type="button"
            class="button"
            aria-disabled={readOnly}
            onClick={() => {
              if (readOnly) return;
              commands.edit(() => draft);
              onLoaded();
            }}
          >
            {t('settings.versions.load')}
          </button>
        </>
      )}
    </li>
  );
}
