import { useWords } from '../context/words';
import { useLimited } from './limited';

interface WaitingProps {
  readonly label: string;
  readonly slow: boolean;
}

/** Where the editor will be: its heading, and the outlines of its first parts. */
export function Waiting({ label, slow }: WaitingProps) {
  const { t } = useWords();
  const limited = useLimited();
  return (
    <div class="waiting" aria-busy="true">
      <h1>
        <bdi>{label}</bdi>
      </h1>
      <p class="muted">{t(limited ? 'common.limited' : slow ? 'settings.slow' : 'settings.loading')}</p>
      <div class="outline" />
      <div class="outline" />
    </div>
  );
}
