import { isArray, isObject, type JsonObject } from '../sandbox/api/json';
import type { Answer } from './api';

const OFFSET_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const LONG_ID = /^\d{10,}$/;

/** The objects of the list that a body holds under a key. */
export function listOf(answer: Answer, key: string): JsonObject[] {
  const found = isObject(answer.body) ? answer.body[key] : undefined;
  return isArray(found) ? found.filter(isObject) : [];
}

/** The one entry that says how a call ended, in whichever of Zoho's two envelopes it came. */
export function entryOf(answer: Answer): JsonObject {
  if (!isObject(answer.body)) return {};
  if ('code' in answer.body) return answer.body;
  const list = Object.values(answer.body).find(isArray);
  const [entry] = list?.filter(isObject) ?? [];
  return entry ?? {};
}

export const detailsOf = (answer: Answer): JsonObject => {
  const { details } = entryOf(answer);
  return isObject(details) ? details : {};
};

export const isLongId = (value: unknown): boolean => typeof value === 'string' && LONG_ID.test(value);
export const isOffsetTime = (value: unknown): boolean => typeof value === 'string' && OFFSET_TIME.test(value);
