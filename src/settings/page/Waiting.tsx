import type { SettingsContext } from '../words/words';

interface WaitingProps {
  readonly label: string;
  readonly slow: boolean;
  readonly ui: SettingsContext;
}

/** Where the editor will be: its heading, and the outlines of its first parts. */
export function Waiting({ label, slow, ui }: WaitingProps) {
  return (
    <div class="waiting" aria-busy="true">
      <h1>
        <bdi>{label}</bdi>
      </h1>
      <p class="muted">{ui.t(ui.limited ? 'common.limited' : slow ? 'settings.slow' : 'settings.loading')}</p>
      <div class="outline" />
      <div class="outline" />
    </div>
  );
}
