import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PickerOption } from '../../../../ui/filter-options';
import { useEditor } from '../../../context/editor';
import type { SearchKind } from '../../../editing/search';
import { useRuleTexts } from '../rule-texts';

/** Milliseconds without a key press before the CRM is asked: every call is paid for. */
const PAUSE = 250;

interface Found {
  readonly options: readonly PickerOption[];
  readonly state: 'busy' | 'short' | 'found' | 'failed';
}

const NONE: Found = { options: [], state: 'busy' };

/** Options that the CRM finds for what is typed. Replies to earlier texts are passed over. */
export function useSearch(kind: SearchKind, module: string | undefined) {
  const { search } = useEditor();
  const { t } = useRuleTexts();
  const [found, setFound] = useState(NONE);
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onQuery = useCallback(
    (text: string | null): void => {
      clearTimeout(timer.current);
      const mine = ++turn.current;
      setFound(NONE);
      if (text === null) return;
      const ask = async (): Promise<void> => {
        const result = await search(kind, text.trim(), module);
        if (turn.current !== mine) return;
        setFound(
          result.ok
            ? {
                options: result.value.map(({ id, name }) => ({ id, label: name })),
                state: kind === 'lookup' && text.trim().length < 2 ? 'short' : 'found',
              }
            : { options: [], state: 'failed' },
        );
      };
      timer.current = setTimeout(() => void ask(), text ? PAUSE : 0);
    },
    [search, kind, module],
  );
  // Zoho looks for records by two characters or more: that nothing matches is not known before.
  const notes = { busy: 'searching', short: 'searchName', found: 'noMatch', failed: 'searchFailed' } as const;
  return { options: found.options, note: t(`${notes[found.state]}`), onQuery };
}
