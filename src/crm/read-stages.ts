import { isObject } from '../base/json';
import { ok, type Result } from './errors';
import { text } from './parse';
import { readList } from './read-list';
import type { Send } from './transport';

/**
 * The kind of each stage of a deal, by stored value: Zoho's `forecast_type` (`Open`, `Closed Won`, `Closed Lost`). Stages belong to
 * the pipelines of a layout: two calls, one more for each further layout.
 */
export async function readStages(send: Send): Promise<Result<ReadonlyMap<string, string>>> {
  const layouts = await readList(
    send,
    { path: '/crm/v8/settings/layouts', query: { module: 'Deals' } },
    'layouts',
  );
  if (!layouts.ok) return layouts;
  const stages = new Map<string, string>();
  for (const { id } of layouts.value.slice(0, MOST_LAYOUTS)) {
    const layout = text(id);
    if (!layout || !/^\d{1,30}$/.test(layout)) continue;
    const query = { layout_id: layout };
    const pipelines = await readList(send, { path: '/crm/v8/settings/pipeline', query }, 'pipeline');
    if (!pipelines.ok) return pipelines;
    for (const { maps } of pipelines.value)
      for (const stage of Array.isArray(maps) ? maps.filter(isObject) : []) {
        const value = text(stage.actual_value);
        const kind = text(stage.forecast_type);
        if (value !== null && kind !== null) stages.set(value, kind);
      }
  }
  return ok(stages);
}

/** Organisations have a few; each is a call. */
const MOST_LAYOUTS = 5;
