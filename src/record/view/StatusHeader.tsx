import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../../ui/Icon';

const ICONS: Readonly<Record<StatusHeaderProps['tone'], IconName | null>> = {
  waiting: null,
  plain: 'none',
  bad: 'warning',
  open: 'open',
  locked: 'closed',
  exempt: 'closed',
};

interface StatusHeaderProps {
  tone: 'waiting' | 'plain' | 'bad' | 'open' | 'locked' | 'exempt';
  title: string;
  /** Said to screen readers together with the title when it changes; shown elsewhere. */
  announcement?: string | null | undefined;
  help?: string | null;
  children?: ComponentChildren;
}

/**
 * The state in one line with its one live region. What ticks by itself ("2 hours ago") stays outside of it. Texts have keys, so that
 * another one is another element: a translator of the browser replaces text nodes, and a change of the old one would not be seen.
 */
export function StatusHeader({ tone, title, announcement, help, children }: StatusHeaderProps) {
  const icon = ICONS[tone];
  return (
    <div class="state">
      <span class={`mark ${tone}`}>{icon && <Icon name={icon} />}</span>
      <div class="state-text">
        <div role="status">
          <h1 key={title}>{title}</h1>
          {announcement && (
            <span key={announcement} class="unseen">
              {' '}
              {announcement}
            </span>
          )}
        </div>
        {help && (
          <div key={help} class="help">
            {help}
          </div>
        )}
      </div>
      {children}
    </div>
  );
}
