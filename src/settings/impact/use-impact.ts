import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Impact, readImpact } from '../../crm/read-impact';
import type { Send } from '../../crm/transport';
import type { Field } from '../../locking/configuration/fields';
import type { CriteriaNode } from '../../locking/criteria/tree/node';

/** Milliseconds without an edit after which is counted. */
export const PAUSE = 1_000;

interface Dialog {
  readonly send: Send;
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
export function useImpact({ send, module, fields, criteria, auto, pause = PAUSE }: Dialog) {
  const [shown, setShown] = useState<Impact | 'counting' | null>(null);
  const latest = useRef({ send, module, fields, criteria });
  latest.current = { send, module, fields, criteria };
  const alive = useRef(true);
  const running = useRef(false);
  const due = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const count = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    setShown('counting');
    due.current = true;
    if (running.current) return;
    running.current = true;
    while (alive.current && due.current) {
      due.current = false;
      const asked = latest.current;
      const wanted = () =>
        alive.current && latest.current.criteria === asked.criteria && latest.current.fields === asked.fields;
      const impact = await readImpact(asked.send, { ...asked, wanted });
      if (impact && wanted()) {
        due.current = false;
        setShown(impact);
      }
    }
    running.current = false;
  }, []);

  useEffect(() => {
    // What was counted for other criteria, or is being counted, is no answer any more.
    due.current = false;
    setShown(null);
    if (!auto) return;
    timer.current = setTimeout(count, pause);
    return () => clearTimeout(timer.current);
  }, [criteria, fields, auto, pause, count]);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  return { shown, count };
}
