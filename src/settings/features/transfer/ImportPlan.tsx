import { useMemo, useState } from 'preact/hooks';
import { absoluteTime } from '../../../i18n/formats';
import { isChanged } from '../../../locking/configuration/saving/request';
import type { ExportedConfiguration } from '../../../locking/transfer/export/export-configuration';
import type { Choices, TransferTarget } from '../../../locking/transfer/report';
import { mapConfiguration } from '../../../locking/transfer/transfer';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { itemsOf } from '../../editing/editing-state';
import { TransferView } from './TransferView';
import type { TransferProps } from './transfer-ports';
import { usePeople } from './use-people';

interface ImportPlanProps extends TransferProps {
  readonly exported: ExportedConfiguration;
  readonly onBack: () => void;
}

/** What the file becomes here. Taking it over saves nothing yet. */
export function ImportPlan({ exported, ports, onBack, onCancel }: ImportPlanProps) {
  const words = useWords();
  const { t } = words;
  const { module: here, newKey, commands } = useEditor();
  const [choices, setChoices] = useState<Choices>(new Map());
  const people = usePeople(ports.send, exported);
  const base = useEditing(({ draft }) => draft.base);
  const fields = useEditing((editing) => editing.fields);
  const profiles = useEditing((editing) => editing.profiles);
  const buttons = useEditing((editing) => editing.buttons);
  const target = useMemo(
    (): TransferTarget => ({
      ...people,
      module: here,
      fields: itemsOf(fields) ?? [],
      profiles: itemsOf(profiles) ?? [],
      buttons: itemsOf(buttons),
      configuration: base,
    }),
    [people, fields, profiles, buttons, base],
  );
  const { draft, report } = useMemo(
    () => mapConfiguration(exported, target, newKey, choices),
    [exported, target, choices],
  );
  const parts = { fields, profiles, buttons };
  const waiting = people === null || Object.values(parts).some(({ kind }) => kind === 'loading');
  const failed = (['fields', 'profiles'] as const).filter((part) => parts[part].kind === 'failed');
  const ready = !waiting && failed.length === 0;

  function choose(key: string, id: string | null): void {
    const changed = new Map(choices);
    if (id === null) changed.delete(key);
    else changed.set(key, id);
    setChoices(changed);
  }
  function takeOver(): void {
    if (!ready) return;
    commands.takeImport(draft, report.missing.length + report.leftOut.length);
    onCancel();
  }
  const { exported: at, module } = exported;
  return (
    <>
      <p class="carry-step" tabIndex={-1}>
        {at && !Number.isNaN(Date.parse(at))
          ? t('settings.transfer.fromAt', {
              module: module.label,
              when: absoluteTime(at, words.tag, words.timeZone),
            })
          : t('settings.transfer.from', { module: module.label })}{' '}
        {base ? t('settings.transfer.importOver') : t('settings.transfer.importNew')}
      </p>
      {failed.map((part) => (
        <p key={part} class="problem">
          {t(`settings.transfer.failed.${part}`)}{' '}
          <button type="button" class="link" onClick={() => commands.retryPart(part)}>
            {t('common.retry')}
          </button>
        </p>
      ))}
      {waiting && <p class="muted">{t('settings.loading')}</p>}
      {ready && <TransferView transfer={{ exported, target, choices }} report={report} onChoose={choose} />}
      {ready && base && !isChanged(draft) && <p>{t('settings.transfer.sameAlready')}</p>}
      <p class="muted help">{t('settings.transfer.takeOverHelp')}</p>
      <div class="row carry-actions">
        <button type="button" class="button primary" aria-disabled={!ready} onClick={takeOver}>
          {t('settings.transfer.takeOver')}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {t('settings.transfer.back')}
        </button>
      </div>
    </>
  );
}
