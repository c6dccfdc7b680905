export type Path = readonly (string | number)[];

/**
 * Something wrong with a draft. `path` starts at the configuration and has the steps of Zoho's own `json_path`
 * (`['locking_rules', 1, 'criteria', 'group', 0, 'field']`); rule numbers are places in `requestRules(draft)`. The code `api`
 * is an error that Zoho returned: its own `code`, `message` and details are in `params`.
 */
export interface Problem {
  readonly code: ValidationCode | 'api';
  readonly path: Path;
  readonly params: { readonly [name: string]: string | number };
}

const STEP = /\.([^.[\]]+)|\[(\d+)\]|\['([^']*)'\]/y;

/** `$.a[0].b` as `['a', 0, 'b']`; undefined when the text is not such a path. */
export const parseJsonPath = (text: string): Path | undefined => {
  if (!text.startsWith('$')) return undefined;
  const path: (string | number)[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < text.length) {
    const step = STEP.exec(text);
    if (!step) return undefined;
    path.push(step[2] === undefined ? (step[1] ?? step[3] ?? '') : Number(step[2]));
  }
  return path;
};

/** What `validateConfiguration` finds. `params`: `limit` and `count`; `name` of the thing; `field` its label; `obstacle` a FieldObstacle; `problem` a ValueProblem; `rule` another rule's place. */
export type ValidationCode =
  | 'systemDefined'
  | 'lockTypeMissing'
  | 'lockTypeUnknown'
  | 'lockedForUnknown'
  | 'profilesMissing'
  | 'profileUnknown'
  | 'buttonUnknown'
  | 'actionNotSupported'
  | 'communicationNotSupported'
  | 'tooMany'
  | 'duplicate'
  | 'fieldNotExcludable'
  | 'rulesMissing'
  | 'nameMissing'
  | 'nameTooLong'
  | 'nameDuplicate'
  | 'criteriaMissing'
  | 'criteriaDuplicate'
  | 'tasksCriteria'
  | 'groupEmpty'
  | 'fieldMissing'
  | 'fieldUnknown'
  | 'fieldAmbiguous'
  | 'fieldNotSupported'
  | 'comparatorMissing'
  | 'comparatorNotSupported'
  | 'valueMissing'
  | 'valueInvalid';
