import { isJson, isObject } from '../../../base/json';
import { absoluteTime } from '../../../i18n/formats';
import { csvOf } from '../../../locking/bulk/results-csv';
import type { Words } from '../../context/words';
import type { ModuleRow } from '../../editing/module-row';
import { lockingText } from '../../words/locking-text';
import { changedAt, changedBy } from './arrange-rows';
import { configurationNotes } from './configuration-notes';
import type { OverviewState } from './overview-state';

/** What the overview shows, as a file for a spreadsheet. */
export const overviewCsv = (...shown: Parameters<typeof table>): ReturnType<typeof csvOf> =>
  csvOf(table(...shown));

function table(
  rows: readonly ModuleRow[],
  { locked, checked }: OverviewState,
  words: Words,
): readonly (readonly string[])[] {
  const { t, tag, timeZone } = words;
  const columns = ['module', 'locking', 'locked', 'findings', 'changed'];
  const heads = columns.map((column) => t(`settings.overview.column.${column}`));
  return [
    [...heads.slice(0, 2), t('settings.overview.details'), ...heads.slice(2)],
    ...rows.map(({ apiName, label, status }) => {
      if (status.kind !== 'known') return [label, t('settings.notRead'), '', '', '', ''];
      const source: unknown = status.summary?.source;
      const known = isJson(source) && isObject(source) ? source : null;
      const [count, found] = [locked[apiName], checked[apiName]];
      const at = known && changedAt(known);
      const when = at ? absoluteTime(new Date(at).toISOString(), tag, timeZone) : '';
      return [
        label,
        lockingText(words, status.summary),
        known ? configurationNotes(known, words).join('; ') : '',
        known && count?.kind === 'counted' ? String(count.count) : '',
        found?.kind === 'checked' ? String(found.shown.length) : '',
        [known && changedBy(known), when].filter(Boolean).join(', '),
      ];
    }),
  ];
}
