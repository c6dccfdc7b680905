import { type Entry, failure, listed, type Refusal } from './errors';
import type { JsonObject } from './json';

export const KEY = 'record_locking_configurations';
/** The JSON path of the one configuration in a body. */
export const ROOT = `$.${KEY}[0]`;

/** A refusal in the array envelope, at a JSON path whose last key is the name in `details`. */
function at(code: string, message: string, path: string, more: JsonObject = {}): Refusal {
  const name = /(\w+)(\[\d+\])?$/.exec(path)?.[1] ?? '';
  return refuse(failure(code, message, { ...more, api_name: name, json_path: path }));
}

const refuse = (entry: Entry): Refusal => listed(KEY, 400, entry);

export const mandatory = (path: string): Refusal =>
  at('MANDATORY_NOT_FOUND', 'required field not found', path);

export const wrongType = (path: string, expected: string): Refusal =>
  at('INVALID_DATA', 'invalid data', path, { expected_data_type: expected });

export const tooLong = (path: string, maximum: number): Refusal =>
  at('INVALID_DATA', 'invalid data', path, { maximum_length: maximum });

export const invalid = (path: string, message = 'invalid data'): Refusal => at('INVALID_DATA', message, path);

export const unknownValue = (path: string, message: string, supported: readonly string[]): Refusal =>
  at('INVALID_DATA', message, path, { supported_values: [...supported] });

export const notSupported = (path: string, message: string): Refusal => at('NOT_SUPPORTED', message, path);

export const duplicate = (path: string, message: string): Refusal => at('DUPLICATE_DATA', message, path);

export const limitExceeded = (path: string, what: string, limit: number, available: number): Refusal =>
  at('LIMIT_EXCEEDED', `Maximum limit for ${what} exceeded`, path, { limit, available_limit: available });

export const dependentMissing = (path: string, dependee: string, message: string): Refusal =>
  at('DEPENDENT_FIELD_MISSING', message, path, {
    dependee: { api_name: dependee, json_path: `${ROOT}.${dependee}` },
  });

const bothKeys = (path: string) =>
  ['api_name', 'id'].map((name) => ({ json_path: `${path}.${name}`, api_name: name }));

export const fieldMissing = (path: string): Refusal =>
  refuse(
    failure('EXPECTED_FIELD_MISSING', 'Field Id and apiname is missing.', {
      expected_fields: bothKeys(path),
    }),
  );

export const fieldAmbiguous = (path: string): Refusal =>
  refuse(
    failure('AMBIGUITY_DURING_PROCESSING', 'Field Id and apiname are ambiguous', {
      ambiguity_due_to: bothKeys(path),
    }),
  );
