import { useEditing } from '../context/editor';
import { useWords } from '../context/words';
import { placeText } from './problem-text';

/** What is wrong in one place, in words; the id of its control says which. Rendered again only when that changes. */
export function useProblemText(elementId: string): string | undefined {
  const words = useWords();
  return useEditing(({ problems }) => placeText(words, problems, elementId));
}
