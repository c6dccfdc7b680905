import { useProblemText } from '../../words/use-problem-text';

/** What is wrong with one control, below it. The control describes itself by `${of}-problem`. */
export function ProblemText({ of }: { readonly of: string }) {
  const text = useProblemText(of);
  return text === undefined ? null : (
    <p class="problem" id={`${of}-problem`}>
      {text}
    </p>
  );
}
