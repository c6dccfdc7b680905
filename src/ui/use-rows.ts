import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

/**
 * The elements of a list by their ids, each made once. A row takes its id alone and reads what it shows, so a list that changes
 * leaves the rows alone that were there. `row` has to give the same for the same id.
 */
export function useRows(ids: readonly string[], row: (id: string) => VNode): readonly VNode[] {
  const made = useRef<ReadonlyMap<string, VNode>>(new Map());
  made.current = new Map(ids.map((id) => [id, made.current.get(id) ?? row(id)]));
  return [...made.current.values()];
}
