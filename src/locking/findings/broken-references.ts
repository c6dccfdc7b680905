import { isList, isObject, type Json, stringAt } from '../../base/json';
import type { Named } from '../../base/named';
import { type Field, fieldKind, findField } from '../configuration/fields';
import type { Path } from '../configuration/paths';
import type { CriteriaNode } from '../criteria/tree/node';
import { choiceOf, isToken } from '../criteria/values/comparators';

/** A reference that leads nowhere. */
export interface BrokenReference {
  readonly kind: 'fieldGone' | 'valueGone' | 'userGone';
  readonly path: Path;
  readonly name: string;
  /** Label of the field that a value belongs to. */
  readonly field?: string;
}

/** Comparisons with whole values; parts of texts need not be on the list. */
const WHOLE: readonly string[] = ['equal', 'not_equal', 'in', 'not_in'];

const textsOf = (value: Json | undefined, joined: boolean): readonly string[] =>
  (isList(value) ? value : [value ?? null]).flatMap((item) =>
    typeof item !== 'string' || isToken(item) || item === ''
      ? []
      : joined
        ? item.split(';').filter(Boolean)
        : [item],
  );

/** References in criteria to fields, picklist values and users that no longer exist. What is not given is not known. */
export const brokenReferences = (
  node: CriteriaNode,
  fields: readonly Field[],
  users: readonly Named[] | undefined,
  path: Path,
): readonly BrokenReference[] => {
  if (node.kind === 'opaque') return [];
  if (node.kind === 'group')
    return node.children.flatMap((child, i) => brokenReferences(child, fields, users, [...path, 'group', i]));
  const { field: reference, value } = node;
  if (!reference.api_name && !reference.id) return [];
  const field = findField(fields, reference);
  if (!field)
    return [{ kind: 'fieldGone', path: [...path, 'field'], name: reference.api_name ?? reference.id ?? '' }];
  const choice = choiceOf(node);
  const kind = fieldKind(field);
  if (!choice || !WHOLE.includes(choice)) return [];
  const at = [...path, 'value'];
  if ((kind === 'picklist' || kind === 'multiPicklist') && field.picklist.length) {
    const known = new Set(field.picklist.map((item) => item.value));
    return textsOf(value, kind === 'multiPicklist')
      .filter((text) => !known.has(text))
      .map((name) => ({ kind: 'valueGone' as const, path: at, name, field: field.label }));
  }
  if (kind !== 'user' || !users) return [];
  return (isList(value) ? value : [value ?? null]).flatMap((item) => {
    const id = isObject(item) ? stringAt(item, 'id') : undefined;
    return id === undefined || users.some((user) => user.id === id)
      ? []
      : [{ kind: 'userGone' as const, path: at, name: (isObject(item) && stringAt(item, 'name')) || id }];
  });
};
