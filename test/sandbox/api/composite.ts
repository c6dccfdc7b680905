import type { Call, PartRequest, Routes } from './call';
import { allowedPart } from './composite-allowed';
import { type CompositeBody, KEY, type Part, readComposite } from './composite-body';
import { type Entry, failure, type Reply, scopeMismatch } from './errors';
import { isArray, isObject, type Json, type JsonObject } from './json';

/** What became of one part: what the wrapped call answered, or why it was not made. */
type Outcome = { readonly reply: Reply } | { readonly error: Entry };

const isGood = ({ status }: Reply): boolean => status < 400;

/** The part as a call of its own; lists in it are short. */
function requestOf(part: Part): PartRequest {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(part.params))
    if (value !== null)
      query.set(name, isObject(value) || isArray(value) ? JSON.stringify(value) : String(value));
  if (part.method === 'GET') query.set('per_page', String(Math.min(25, Number(query.get('per_page') ?? 25))));
  const isEmpty = Object.keys(part.body).length === 0;
  return { method: part.method, path: part.path, query, body: isEmpty ? undefined : part.body };
}

function carryOut(call: Call, part: Part): Outcome {
  if (part.version !== 8)
    return {
      error: failure('NOT_SUPPORTED', 'version of the sub request and the composite request differ', {
        sub_request_version: part.version,
        composite_request_version: 8,
      }),
    };
  const refusal = allowedPart(call.org.options, part.method, part.path);
  return refusal ? { error: refusal } : { reply: call.part(requestOf(part)) };
}

/** The first error that a body tells, in either of Zoho's envelopes. */
function errorIn(body: Json | undefined): Entry {
  const listed = isObject(body) ? Object.values(body).find(isArray) : undefined;
  const found = isObject(body) && typeof body.code === 'string' ? body : listed?.find(isObject);
  const { code, message, details } = found ?? {};
  return failure(
    typeof code === 'string' ? code : 'INTERNAL_ERROR',
    typeof message === 'string' ? message : 'Internal Server Error',
    isObject(details) ? details : {},
  );
}

/** Zoho shows a part that failed in one place or the other: no page says which. */
function entryOf(call: Call, outcome: Outcome): JsonObject {
  if ('error' in outcome) return outcome.error;
  const { status, body } = outcome.reply;
  if (!isGood(outcome.reply) && call.org.options.failedPart === 'outside') return errorIn(body);
  const empty = call.org.options.emptyPart === 'object' ? {} : null;
  return {
    code: 'SUCCESS',
    message: 'composite sub request executed successfully',
    status: 'success',
    details: { response: { headers: {}, status_code: status, body: body ?? empty } },
  };
}

/** Runs part by part and takes everything back when one fails. */
function runOrRollBack(call: Call, parts: readonly Part[]): Outcome[] {
  const rollBack = call.org.checkpoint();
  const outcomes: Outcome[] = [];
  for (const [index, part] of parts.entries()) {
    const outcome = carryOut(call, part);
    if (!('error' in outcome) && isGood(outcome.reply)) {
      outcomes.push(outcome);
      continue;
    }
    rollBack();
    const undone = failure('ROLLBACK_PERFORMED', 'rollback performed', {
      rollbacked_by_sub_request_index: index,
    });
    const stopped = failure('PROCESSING_STOPPED', 'processing stopped');
    return parts.map((_, at) => (at === index ? outcome : { error: at < index ? undone : stopped }));
  }
  return outcomes;
}

function run(call: Call): Reply {
  if (call.org.options.composite === 'refused') throw scopeMismatch();
  const { parts, rollback }: CompositeBody = readComposite(call.body);
  const outcomes = rollback ? runOrRollBack(call, parts) : parts.map((part) => carryOut(call, part));
  const good = outcomes.filter((one) => 'reply' in one && isGood(one.reply)).length;
  const entries = outcomes.map((one) => entryOf(call, one));
  const someDone = good > 0 || entries.some((entry) => entry.status === 'success');
  return {
    status: good === outcomes.length ? 200 : someDone ? 207 : 400,
    body: { [KEY]: entries },
  };
}

export const compositeRoutes: Routes = { '/__composite_requests': { POST: run } };
