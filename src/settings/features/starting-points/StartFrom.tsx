import { useEffect, useMemo, useState } from 'preact/hooks';
import { countRecords } from '../../../crm/count-records';
import { readStages } from '../../../crm/read-stages';
import type { Field } from '../../../locking/configuration/fields';
import { toCoql } from '../../../locking/criteria/coql/criteria-to-coql';
import { countQuery } from '../../../locking/criteria/coql/query';
import { type StartingPoint, startingPoints } from '../../../locking/starting-points/starting-points';
import { addStyles } from '../../../ui/add-styles';
import { Section } from '../../../ui/Section';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { itemsOf } from '../../editing/editing-state';
import { useCounting } from '../../impact/use-impact';
import styles from './starting-points.css?inline';

addStyles(styles);

const NO_FIELDS: readonly Field[] = [];
type Stages = ReadonlyMap<string, string> | null;

/** Configurations to begin with, for a module that has none. One is loaded as a draft; nothing is saved. */
export function StartFrom() {
  const { t } = useWords();
  const { module, newKey, commands } = useEditor();
  const { send } = useCounting();
  const fields = useEditing((editing) => itemsOf(editing.fields)) ?? NO_FIELDS;
  const profiles = useEditing((editing) => itemsOf(editing.profiles));
  const [stages, setStages] = useState<Stages | undefined>(module.apiName === 'Deals' ? undefined : null);
  useEffect(() => {
    if (stages !== undefined) return;
    let gone = false;
    void readStages(send).then((answer) => gone || setStages(answer.ok ? answer.value : null));
    return () => {
      gone = true;
    };
  }, []);
  const points = useMemo(() => {
    if (stages === undefined) return [];
    const ruleName = (kind: string): string => t(`settings.start.rule.${kind}`, { module: module.label });
    return startingPoints({ module, fields, profiles, stages: stages ?? undefined, ruleName, newKey });
  }, [stages, fields, profiles]);
  return (
    <Section id="start-from" title={t('settings.start.title')} help={t('settings.start.help')}>
      <div class="starts">
        {points.map((point) => (
          <Start
            key={point.kind}
            point={point}
            fields={fields}
            onTake={() => commands.edit(() => point.draft)}
          />
        ))}
      </div>
    </Section>
  );
}

interface StartProps {
  readonly point: StartingPoint;
  readonly fields: readonly Field[];
  readonly onTake: () => void;
}

function Start({ point, fields, onTake }: StartProps) {
  const { t } = useWords();
  const { module } = useEditor();
  const count = useMatching(point, fields);
  const { kind, field = '', values = [] } = point;
  const listed = values.length ? values.join(', ') : '';
  return (
    <button type="button" class="button start" onClick={onTake}>
      <b>{t(`settings.start.kind.${kind}`, { module: module.label })}</b>
      <small>
        {t(`settings.start.says.${listed && field ? 'values' : kind}`, {
          module: module.label,
          field,
          values: listed,
        })}{' '}
        {count !== null && t('settings.start.matching', { count })}
      </small>
    </button>
  );
}

/** How many records the rule of a starting point matches today; null while or where that is not known. One call. */
function useMatching({ draft }: StartingPoint, fields: readonly Field[]): number | null {
  const { module } = useEditor();
  const { send } = useCounting();
  const [count, setCount] = useState<number | null>(null);
  const criteria = draft.rules[0]?.criteria;
  useEffect(() => {
    const coql = criteria && toCoql(criteria, fields, module.apiName);
    if (!coql?.ok || coql.narrower !== undefined) return;
    let gone = false;
    void countRecords(send, countQuery(module.apiName, coql.where)).then(
      (answer) => answer.ok && !gone && setCount(answer.value),
    );
    return () => {
      gone = true;
    };
  }, []);
  return count;
}
