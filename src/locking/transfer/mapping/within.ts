import { isList, isObject, type Json, type JsonObject, stringAt } from '../../../base/json';
import type { Named } from '../../../base/named';
import { type CriteriaNode, parseCriteria } from '../../criteria/tree/node';
import type { ExportedConfiguration } from '../export/export-configuration';

const referencesIn = (value: Json | undefined): JsonObject[] =>
  isList(value) ? value.flatMap(referencesIn) : isObject(value) && 'id' in value ? [value] : [];

const peopleIn = (node: CriteriaNode | null): JsonObject[] => {
  if (node?.kind === 'group') return node.children.flatMap(peopleIn);
  return node?.kind === 'condition' ? referencesIn(node.value) : [];
};

const named = (items: readonly JsonObject[]): readonly Named[] =>
  items.flatMap((item) => {
    const id = stringAt(item, 'id');
    return id === undefined ? [] : [{ id, name: stringAt(item, 'name') ?? id }];
  });

/**
 * The profiles, users, roles and groups that a configuration mentions. Within one organisation they are the same for every
 * module, so nothing has to be read to match them.
 */
export const namesWithin = ({ configuration }: Pick<ExportedConfiguration, 'configuration'>) => {
  const { locking_rules: rules, lock_excluded_profiles: profiles } = configuration;
  const criteria = (isList(rules) ? rules : []).map((rule) =>
    isObject(rule) ? parseCriteria(rule.criteria ?? null, () => '') : null,
  );
  const people = named(criteria.flatMap(peopleIn));
  return {
    profiles: named(isList(profiles) ? profiles.filter(isObject) : []),
    users: people,
    roles: people,
    groups: people,
  };
};
