import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PickerOption } from '../../../ui/filter-options';
import { useEditor } from '../../context/editor';
import { useWords } from '../../context/words';

/** Milliseconds without a key press before the CRM is asked: every call is paid for. */
const PAUSE = 250;

const NONE: readonly PickerOption[] = [];
const ID = /^\d{10,30}$/;

/** Records of a module, by a part of their name or by their id. */
export function useRecords(module: string) {
  const { search } = useEditor();
  const { t } = useWords();
  const [options, setOptions] = useState(NONE);
  const [note, setNote] = useState('searchName');
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onQuery = useCallback(
    (query: string | null): void => {
      clearTimeout(timer.current);
      const mine = ++turn.current;
      const text = query?.trim() ?? '';
      setOptions(ID.test(text) ? [{ id: text, label: text }] : NONE);
      setNote(text.length < 2 ? 'searchName' : 'searching');
      if (text.length < 2 || ID.test(text)) return;
      timer.current = setTimeout(async () => {
        const answer = await search('lookup', text, module);
        if (turn.current !== mine) return;
        setOptions(answer.ok ? answer.value.map(({ id, name }) => ({ id, label: name })) : NONE);
        setNote(answer.ok ? 'noMatch' : 'searchFailed');
      }, PAUSE);
    },
    [search, module],
  );
  return { options, note: t(`settings.rules.${note}`), onQuery };
}
