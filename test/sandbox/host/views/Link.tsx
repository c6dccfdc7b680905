import type { ComponentChildren } from 'preact';
import { hrefOf, type Place, withQuery } from '../place';
import { writeSwitches } from '../switches';
import { useCrm } from './crm-context';

interface Props {
  readonly to: Place;
  readonly class?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** A link inside the CRM: a real address for a new tab, no page load for a plain click. */
export function Link({ to, current, children, ...rest }: Props) {
  const { go, switches } = useCrm();
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      {...rest}
      href={withQuery(hrefOf(to), writeSwitches(switches))}
      onClick={follow}
      {...(current ? { 'aria-current': 'page' as const } : {})}
    >
      {children}
    </a>
  );
}
