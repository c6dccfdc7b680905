import { askTogether } from '../../crm/ask-together';
import type { CrmError, Result } from '../../crm/errors';
import type { RecordRef } from '../../crm/paths';
import type { Published } from '../../crm/published';
import { accessIn, accessRequest, readAccess } from '../../crm/read-access';
import { type ReadVariable, readCrmVariable, valueIn, variableRequest } from '../../crm/read-variable';
import type { CrmReply, Send } from '../../crm/transport';
import type { RecordAccess } from '../../locking/lock/lock';
import { explanationVariable } from '../../locking/published/explanation';
import type { BrowserMemory } from '../../ui/browser-memory';

/** Milliseconds after which an organisation that refused several reads in one call is asked again. */
export const REFUSAL_LIFE = 86_400_000;
/** Name in the browser's memory: when several reads in one call were refused. */
const REFUSED = 'together-refused';

export interface ReadWithPublishedPorts {
  readonly send: Send;
  readonly memory: BrowserMemory;
  readonly published: Pick<Published, 'kept' | 'justRead' | 'read' | 'readAgain'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Reads a variable where they are not the CRM's own, which is no call to the API. */
  readonly readVariable?: ReadVariable | undefined;
}

/** `again`: a person pressed for it. */
export type ReadWithPublished = (record: RecordRef, again: boolean) => Promise<Result<RecordAccess>>;

/**
 * Reads what the record says of its lock for this user together with what is published about the module, in one call, so that features
 * nobody has turned on cost nothing; what was read within the last minute is not read again. Where such a call is refused it takes one
 * call more while nothing is known, and the refusal is remembered for a day.
 */
export function createReadWithPublished(ports: ReadWithPublishedPorts): ReadWithPublished {
  const { send, memory, published, now, readVariable } = ports;
  function isRefused(): boolean {
    const at = memory.get(REFUSED);
    return typeof at === 'number' && Math.abs(now() - at) < REFUSAL_LIFE;
  }

  async function together(record: RecordRef): Promise<Result<RecordAccess>> {
    const name = explanationVariable(record.module);
    const asking = askTogether(send, [accessRequest(record), variableRequest(name)]);
    void published.readAgain(record.module, async () => {
      const answer = await asking;
      const value = answer.ok ? publishedIn(answer.value[1]) : answer;
      return !value || (!value.ok && isRefusal(value.error)) ? readCrmVariable(send)(name) : value;
    });
    const answer = await asking;
    const access = answer.ok ? accessAsTold(answer.value[0]) : answer;
    if (access && (access.ok || !isRefusal(access.error))) return access;
    const plain = await readAccess(send, record);
    // A refusal that the plain call does not meet is one of the form. What cannot be read may be a page of somebody else.
    if (plain.ok && access?.error.certain) memory.set(REFUSED, now());
    return plain;
  }

  return async (record, again) => {
    if (!readVariable && !isRefused() && (again || !published.justRead(record.module)))
      return together(record);
    void published.read(record.module);
    return readAccess(send, record);
  };
}

const accessAsTold = (reply: CrmReply | null | undefined) => reply && accessIn(reply);
const publishedIn = (reply: CrmReply | null | undefined) => reply && valueIn(reply);

/** Whether a reply came that says no, or nothing that can be read: the same may be had in single calls. */
const isRefusal = ({ kind, status }: CrmError): boolean =>
  kind === 'unexpected' || (status !== undefined && status < 500 && kind !== 'rateLimited');
