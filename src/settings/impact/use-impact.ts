import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Impact, readImpact } from '../../crm/read-impact';
import type { Send } from '../../crm/transport';
import type { CriteriaNode } from '../../locking/criteria/node';
import type { Field } from '../../locking/fields';

/** Milliseconds without an edit after which is counted. */
export const PAUSE = 1_000;

interface Question {
  readonly send: Send;
  /** API name. */
  readonly module: string;
  readonly fields: readonly Field[];
  readonly criteria: CriteriaNode;
  /** Whether to count by itself after a pause in editing. */
  readonly auto: boolean;
}

/**
 * The impact of one rule. Never asks twice at once: what is asked for while a count is under way begins when that has ended, and
 * the count that is out of date is dropped.
 */
export function useImpact({ send, module, fields, criteria, auto }: Question) {
  const [shown, setShown] = useState<Impact | 'counting' | null>(null);
  const latest = useRef({ send, module, fields, criteria });
  latest.current = { send, module, fields, criteria };
  const alive = useRef(true);
  const running = useRef(false);

  const count = useCallback(async (): Promise<void> => {
    setShown('counting');
    if (running.current) return;
    running.current = true;
    let impact: Impact | null = null;
    while (alive.current && !impact) {
      const asked = latest.current;
      const wanted = () => alive.current && latest.current.criteria === asked.criteria;
      impact = await readImpact(asked.send, { ...asked, wanted });
      if (!wanted()) impact = null;
    }
    running.current = false;
    if (impact) setShown(impact);
  }, []);

  useEffect(() => {
    // What was counted for other criteria is no answer any more.
    if (!running.current) setShown(null);
    if (!auto) return;
    const timer = setTimeout(count, PAUSE);
    return () => clearTimeout(timer);
  }, [criteria, fields, auto, count]);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  return { shown, count };
}
