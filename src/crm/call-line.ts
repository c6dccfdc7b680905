import { errorOf } from './errors';
import { answered, type Departure, FIRST_PACE, GIVE_UP_AFTER, type Pace, pauseAfter, refused } from './pace';
import type { CrmReply, CrmRequest, Send } from './transport';

/** Asked when it is a call's turn, and told right before it is sent. */
export interface Gate {
  readonly wanted: () => boolean;
  readonly leaving: () => void;
}

/** The way into the CRM of a page that makes many calls: as many at once as the organisation allows. */
export interface CallLine {
  /** What the user waits for goes before what merely completes the picture. */
  readonly urgent: Send;
  readonly background: Send;
  /**
   * Sends a call only if it is still wanted when its turn comes, also after a refusal. Null: it was not sent, or certainly did
   * nothing.
   */
  sendIfWanted(request: CrmRequest, gate: Gate): Promise<CrmReply | null>;
  /** Lets go of calls that wait and are not wanted any more, without waiting for their turn. */
  withdraw(): void;
}

export interface CallLineParts {
  readonly send: Send;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Told when calls begin and end to wait for the CRM's limit. */
  readonly onLimited: (limited: boolean) => void;
  /** 0 to 1. */
  readonly random?: () => number;
}

const ALWAYS: Gate = { wanted: () => true, leaving() {} };

interface Waiting {
  readonly request: CrmRequest;
  readonly gate: Gate;
  readonly resolve: (reply: CrmReply | null) => void;
}

const countOf = ({ request }: Waiting): number => request.countsAs ?? 1;

/**
 * Every call that meets the CRM's limit (429) certainly did nothing, reads and writes alike, so it is sent again by itself: first in
 * line, after a pause, until the CRM has taken nothing at all for a good while.
 */
export function createCallLine(parts: CallLineParts): CallLine {
  const { send, wait, onLimited, random = Math.random } = parts;
  const urgent: Waiting[] = [];
  const background: Waiting[] = [];
  let pace: Pace = FIRST_PACE;
  let underWay = 0;
  let paused = false;
  let limited = false;

  function setLimited(now: boolean): void {
    if (now !== limited) onLimited(now);
    limited = now;
  }

  function next(): void {
    while (!paused && underWay < pace.limit) {
      const lane = urgent.length ? urgent : background;
      const [call] = lane;
      // One that counts as more than may be under way at all goes alone.
      if (!call || (underWay > 0 && underWay + countOf(call) > pace.limit)) return;
      lane.shift();
      if (call.gate.wanted()) void depart(call, lane);
      else call.resolve(null);
    }
  }

  async function depart(call: Waiting, lane: Waiting[]): Promise<void> {
    underWay += countOf(call);
    const departure = { underWay, epoch: pace.epoch };
    call.gate.leaving();
    const reply = await send(call.request);
    underWay -= countOf(call);
    if (errorOf(reply, '')?.kind === 'rateLimited') {
      slowDown(departure);
      if (pace.barren < GIVE_UP_AFTER) lane.unshift(call);
      else call.resolve(reply);
    } else {
      if (!('lost' in reply)) {
        pace = answered(pace);
        setLimited(false);
      }
      call.resolve(reply);
    }
    next();
  }

  function slowDown(departure: Departure): void {
    const { epoch } = pace;
    pace = refused(pace, departure);
    if (pace.epoch === epoch || paused) return;
    paused = true;
    setLimited(true);
    void wait(pauseAfter(pace, random)).then(() => {
      paused = false;
      next();
    });
  }

  const enter = (lane: Waiting[], request: CrmRequest, gate: Gate): Promise<CrmReply | null> =>
    new Promise((resolve) => {
      lane.push({ request, gate, resolve });
      next();
    });
  const always =
    (lane: Waiting[]): Send =>
    async (request) =>
      // Never null: it is always wanted.
      (await enter(lane, request, ALWAYS)) ?? { lost: 'connection' };

  return {
    urgent: always(urgent),
    background: always(background),
    sendIfWanted: (request, gate) => enter(urgent, request, gate),
    withdraw() {
      const gone = urgent.filter(({ gate }) => !gate.wanted());
      for (const call of gone) {
        urgent.splice(urgent.indexOf(call), 1);
        call.resolve(null);
      }
    },
  };
}
