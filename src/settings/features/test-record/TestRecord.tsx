import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CrmError } from '../../../crm/errors';
import { addStyles } from '../../../ui/add-styles';
import { Combobox } from '../../../ui/Combobox';
import type { PickerOption } from '../../../ui/filter-options';
import { Section } from '../../../ui/Section';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { itemsOf } from '../../editing/editing-state';
import { useCounting } from '../../impact/use-impact';
import { errorText } from '../../words/error-text';
import { TestResult } from './TestResult';
import styles from './test-record.css?inline';
import { isStale, type ReadRecord, readForTrial, tryDraft } from './try-draft';
import { useRecords } from './use-records';
import { WhoCanDoWhat } from './WhoCanDoWhat';

addStyles(styles);

const NO_FIELDS: readonly never[] = [];

type Reading = { readonly kind: 'reading' } | { readonly kind: 'failed'; readonly error: CrmError };

/** A record is tried on the draft: would it be locked, why, and who could then do what. */
export function TestRecord() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Section id="test-record" title={t('settings.test.title')} help={t('settings.test.help')}>
      {open ? (
        <Trial />
      ) : (
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {t('settings.test.title')}
        </button>
      )}
    </Section>
  );
}

function Trial() {
  const words = useWords();
  const { t, timeZone } = words;
  const { module } = useEditor();
  const { send } = useCounting();
  const draft = useEditing((editing) => editing.draft);
  const fields = useEditing((editing) => itemsOf(editing.fields)) ?? NO_FIELDS;
  const [chosen, setChosen] = useState<PickerOption | null>(null);
  const [record, setRecord] = useState<ReadRecord | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const turn = useRef(0);
  const found = useRecords(module.apiName);
  useEffect(() => document.getElementById('test-record-choice')?.focus(), []);

  async function read(id: string): Promise<void> {
    const mine = ++turn.current;
    setReading({ kind: 'reading' });
    const answer = await readForTrial({ send, module: module.apiName, fields }, id, draft);
    if (turn.current !== mine) return;
    setReading(answer.ok ? null : { kind: 'failed', error: answer.error });
    setRecord(answer.ok ? answer.value : null);
  }
  // A condition that was added may ask for a field that was not read.
  const stale = record !== null && !reading && isStale(record, draft, fields);
  useEffect(() => {
    if (stale && record) void read(record.id);
  }, [stale]);

  const tried = useMemo(
    () =>
      record && tryDraft(record, draft, { module: module.apiName, fields }, { now: Date.now(), timeZone }),
    [record, draft, fields, timeZone],
  );
  return (
    <>
      <label for="test-record-choice" class="label-line">
        {t('settings.test.record')}
      </label>
      <Combobox
        id="test-record-choice"
        label={t('settings.test.record')}
        options={found.options}
        selected={chosen?.id}
        text={record?.name ?? chosen?.label ?? ''}
        note={found.note}
        foundText={(count) => t('settings.rules.found', { count })}
        placeholder={t('settings.test.search')}
        onQuery={found.onQuery}
        onPick={(option) => {
          setChosen(option);
          void read(option.id);
        }}
      />
      <div aria-live="polite">
        {reading?.kind === 'reading' && <p class="muted">{t('settings.loading')}</p>}
        {reading?.kind === 'failed' && (
          <p class="problem">
            {errorText(words, reading.error)}{' '}
            <button type="button" class="link" onClick={() => chosen && void read(chosen.id)}>
              {t('common.retry')}
            </button>
          </p>
        )}
      </div>
      {record && tried && (
        <>
          <TestResult record={record} tried={tried} fields={fields} />
          <WhoCanDoWhat />
        </>
      )}
    </>
  );
}
