interface Option {
  readonly actual_value?: unknown;
  readonly display_value?: unknown;
}

interface Field {
  readonly type?: unknown;
  readonly label?: unknown;
  readonly default_value?: unknown;
  readonly list_options?: unknown;
}

const LONGEST: Readonly<Record<string, number>> = {
  text: 120,
  number: 50,
  textarea: 2000,
  picklist: 120,
  multiselectpicklist: 120,
};

/** The checks that `ZDK.Client.getInput` makes before anything is sent. */
export function checkInput(options: unknown): void {
  if (!options) return;
  if (!Array.isArray(options)) throw new TypeError('options should be an array');
  if (options.length > 7) throw new Error('Max input limit of 7 reached');
  for (const field of options) checkField(field);
}

function checkField({ type, label, default_value: value, list_options: list }: Field): void {
  const kind = String(type);
  const longest = LONGEST[kind];
  if (longest === undefined) throw new TypeError(`unsupported field type : ${type}`);
  if (label && typeof label !== 'string') throw new TypeError(`label can only be string: ${label}`);
  if (typeof label === 'string' && label.length > 30)
    throw new Error(`label must be atmost 30 characters: ${label}`);
  const options: readonly Option[] = Array.isArray(list) ? list : [];
  if (kind.endsWith('picklist') && options.length === 0)
    throw new Error(`The ${type} does not contain any options`);
  if (options.length > 2000) throw new Error('list_options can have atmost 2000 options');
  for (const key of ['actual_value', 'display_value'] as const) checkTexts(options, key, longest);
  checkDefault(kind, value, options, longest);
}

function checkTexts(options: readonly Option[], key: keyof Option, longest: number): void {
  const texts = options.map((option) => option[key]);
  for (const text of texts) {
    if (typeof text !== 'string' || text.trim() === '')
      throw new Error(`${key} in list_options can't be empty`);
    if (text.length > longest) throw new Error(`Each options in list_options must be atmost '${longest}'`);
  }
  if (new Set(texts).size < texts.length) throw new Error(`duplicate ${key} found in list_options`);
}

function checkDefault(kind: string, value: unknown, options: readonly Option[], longest: number): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'string' && value.trim() === '') throw new Error('default value cannot be empty');
  const isList = kind === 'multiselectpicklist';
  if (Array.isArray(value) !== isList || (!isList && typeof value !== 'string'))
    throw new TypeError(`default_value has another type: ${value}`);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!kind.endsWith('picklist') && String(value).length > longest)
    throw new Error(`default_value must be atmost ${longest} characters for ${kind} field`);
  if (
    kind.endsWith('picklist') &&
    !values.every((one) => options.some((option) => option.actual_value === one))
  )
    throw new Error(`provided default_value: '${value}' did not match with any of the actual values`);
}
