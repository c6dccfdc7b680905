import type { Variables } from '../../../crm/write-variable';
import type { Page } from '../../editing/page-store';
import type { Overview } from './overview-state';
import { createOverview } from './overview-store';

export interface OverviewPorts {
  readonly page: Page;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Where what explains locks is published; absent: in the variables of the CRM. */
  readonly variables?: Variables | undefined;
}

const made = new WeakMap<Page, Overview>();

/** The overview of a page; it outlives its view, so that nothing is counted twice. */
export function overviewOf({ page, variables }: Pick<OverviewPorts, 'page' | 'variables'>): Overview {
  const overview = made.get(page) ?? createOverview({ page, variables });
  made.set(page, overview);
  return overview;
}
