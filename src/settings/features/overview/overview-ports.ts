import type { Page } from '../../editing/page-store';
import { createOverview, type Overview } from './overview-store';

export interface OverviewPorts {
  readonly page: Page;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const made = new WeakMap<Page, Overview>();

/** The overview of a page; it outlives its view, so that nothing is counted twice. */
export function overviewOf(page: Page): Overview {
  const overview = made.get(page) ?? createOverview(page);
  made.set(page, overview);
  return overview;
}
