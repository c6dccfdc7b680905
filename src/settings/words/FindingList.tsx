import { useState } from 'preact/hooks';
import { dismissalOf } from '../../locking/findings/dismissals';
import type { Finding } from '../../locking/findings/finding';
import { useWords } from '../context/words';
import { findingText } from './finding-text';

/** A finding with the module that it is about. */
export interface ListedFinding {
  readonly module: { readonly apiName: string; readonly label: string };
  readonly finding: Finding;
}

interface FindingListProps {
  readonly findings: readonly ListedFinding[];
  /** Whether each says which module it is about. */
  readonly named?: boolean;
  /** Leads to the place; absent where there is none. */
  readonly openOf: (listed: ListedFinding) => (() => void) | undefined;
  /** False when it could not be kept. */
  readonly onDismiss: (listed: ListedFinding) => Promise<boolean>;
}

/** What is wrong or worth knowing, the worst first, each with what follows from it. */
export function FindingList({ findings, named = false, openOf, onDismiss }: FindingListProps) {
  return (
    <ul class="findings-list">
      {findings.map((listed) => (
        <Item
          key={`${listed.module.apiName} ${dismissalOf(listed.finding)}`}
          listed={listed}
          named={named}
          onOpen={openOf(listed)}
          onDismiss={onDismiss}
        />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly listed: ListedFinding;
  readonly named: boolean;
  readonly onOpen: (() => void) | undefined;
  readonly onDismiss: FindingListProps['onDismiss'];
}

function Item({ listed, named, onOpen, onDismiss }: ItemProps) {
  const words = useWords();
  const { t } = words;
  const { finding, module } = listed;
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const { says, means } = findingText(finding, words, module.label);
  async function dismiss(): Promise<void> {
    if (state === 'busy') return;
    setState('busy');
    if (!(await onDismiss(listed))) setState('failed');
  }
  return (
    <li>
      <span class={`dot ${finding.severity}`} aria-hidden="true" />
      <b>
        <span class="unseen">{t(`settings.severity.${finding.severity}`)}: </span>
        {named && (
          <>
            <bdi class="finding-module">{module.label}</bdi>{' '}
          </>
        )}
        <span>{says}</span>
      </b>
      <span class="row">
        {onOpen && (
          <button type="button" class="button quiet" onClick={onOpen}>
            {t('settings.findings.open')}
          </button>
        )}
        <button
          type="button"
          class="button quiet"
          aria-disabled={state === 'busy'}
          onClick={() => void dismiss()}
        >
          {t('settings.findings.dismiss')}
        </button>
      </span>
      <p>
        {means}
        {state === 'failed' && <span class="problem"> {t('settings.findings.notDismissed')}</span>}
      </p>
    </li>
  );
}
