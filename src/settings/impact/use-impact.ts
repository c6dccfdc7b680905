import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { type Impact, readImpact } from '../../crm/read-impact';
import type { Send } from '../../crm/transport';
import type { Field } from '../../locking/configuration/fields';
import type { CriteriaNode } from '../../locking/criteria/tree/node';

/** Milliseconds without an edit after which is counted. */
export const PAUSE = 1_000;

/** What it takes to count what a rule matches and to look at it. */
export interface Counting {
  readonly send: Send;
  readonly openRecord: (module: string, id: string) => void;
}

export const CountingContext = createContext<Counting | null>(null);

export function useCounting(): Counting {
  const counting = useContext(CountingContext);
  if (!counting) throw new Error('Nothing can be counted here.');
  return counting;
}

export interface ImpactQuestion {
  /** API name. */
  readonly module: string;
  readonly fields: readonly Field[];
  readonly criteria: CriteriaNode;
  /** Whether to count by itself after a pause in editing. */
  readonly auto: boolean;
  /** Milliseconds of that pause. */
  readonly pause?: number;
}

/**
 * The impact of one rule. Never asks twice at once: what is asked for while a count is under way begins when that has ended. An
 * edit drops the count before it, and nothing is asked again until the next pause or press.
 */
export function useImpact({ module, fields, criteria, auto, pause = PAUSE }: ImpactQuestion) {
  const { send } = useCounting();
  const [shown, setShown] = useState<Impact | 'counting' | null>(null);
  const counter = useRef<ReturnType<typeof createCounter> | null>(null);
  counter.current ??= createCounter(setShown);
  const { ask, drop } = counter.current;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const count = (): void => {
    clearTimeout(timer.current);
    ask(send, { module, fields, criteria });
  };
  useEffect(() => {
    if (auto) timer.current = setTimeout(count, pause);
    return () => {
      clearTimeout(timer.current);
      drop();
    };
  }, [criteria, fields, auto, pause]);
  return { shown, count };
}

type Asked = Pick<ImpactQuestion, 'module' | 'fields' | 'criteria'>;

/** Asks one question at a time, and tells of the latest alone. */
function createCounter(show: (shown: Impact | 'counting' | null) => void) {
  let running = false;
  let wanted: (() => Promise<Impact | null>) | null = null;

  async function run(): Promise<void> {
    running = true;
    for (let question = wanted; question; question = wanted === question ? null : wanted) {
      const impact = await question();
      if (impact && wanted === question) {
        wanted = null;
        show(impact);
      }
    }
    running = false;
  }

  return {
    ask(send: Send, asked: Asked): void {
      const question = () => readImpact(send, { ...asked, wanted: () => wanted === question });
      wanted = question;
      show('counting');
      if (!running) void run();
    },
    /** What was asked is no answer any more. */
    drop(): void {
      wanted = null;
      show(null);
    },
  };
}
