import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Switches } from '../switches';
import { answer } from '../wire/answers';
import type { FrameSize } from '../wire/frame-size';
import { createRequests } from '../wire/requests';
import { linkWidget, type Start } from '../wire/widget-link';
import { useCrm } from './crm-context';

export interface WidgetFrameProps {
  /** Page of the widget that the frame shows. */
  readonly page: string;
  readonly pageLoad: unknown;
  /** `content`: as tall as the widget asks for. `popup`: as wide, too. `fill`: as tall as its place. */
  readonly size: 'content' | 'popup' | 'fill';
  /** The widget changed something that the CRM shows too. */
  readonly onWrite: () => void;
  readonly onClose: (reload: boolean) => void;
}

/** A frame's size until its widget asks for another one. */
const START = { content: { height: 500 }, popup: { height: 600, width: 600 }, fill: {} } as const;

/** The frame of the extension. Whatever the page told it at the start is part of its key, so a change starts it anew. */
export function WidgetFrame(props: WidgetFrameProps) {
  const { switches, config } = useCrm();
  const { mode, lang } = switches;
  const start = startOf(switches);
  const key = JSON.stringify([props.page, props.pageLoad, mode, lang, start, config.user]);
  return <LinkedFrame key={key} start={start} {...props} />;
}

function LinkedFrame(props: WidgetFrameProps & { readonly start: ReturnType<typeof startOf> }) {
  const { page, pageLoad, size, start } = props;
  const crm = useCrm();
  const frame = useRef<HTMLIFrameElement>(null);
  const [asked, setAsked] = useState<FrameSize>(startSize(size, crm.switches.frame));
  const latest = useRef({ crm, props });
  latest.current = { crm, props };

  // The frame's key changes with whatever its link was made of
  useLayoutEffect(() => {
    const requests = createRequests({
      fetch: (path, init) => fetch(path, init),
      switches: () => latest.current.crm.switches,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      now: () => performance.now(),
      listed: (call) => {
        latest.current.crm.listed(call);
        if (call.method !== 'GET') latest.current.props.onWrite();
      },
      faultSpent: () => latest.current.crm.change({ fault: 'none' }),
    });
    const host = {
      requests,
      pageUrl: () => location.href,
      mode: () => latest.current.crm.switches.mode,
      language: () => latest.current.crm.switches.lang,
      zdkUrl: () => new URL('/sdk/zdk.js', crm.config.widgetUrl).href,
      windowSize: () => ({ width: innerWidth, height: innerHeight }),
      resize: (wanted: FrameSize) => setAsked((before) => ({ ...before, ...wanted })),
      open(module: string, id: string, apart: boolean) {
        if (apart) window.open(`/crm/tab/${encodeURIComponent(module)}/${encodeURIComponent(id)}`, '_blank');
        else latest.current.crm.go({ kind: 'record', module, id });
      },
      close: (reload: boolean) => latest.current.props.onClose(reload),
      say: (message: string) => latest.current.crm.say(message),
    };
    return linkWidget({
      host: window,
      frame: () => frame.current?.contentWindow ?? null,
      widgetOrigin: new URL(crm.config.widgetUrl).origin,
      locale: crm.switches.lang,
      pageLoad,
      start,
      twice: () => latest.current.crm.switches.fault === 'duplicate',
      answer: (event) => answer(event, host),
    });
  }, []);

  const { width: chosen } = crm.switches;
  const width = chosen === 'auto' ? size === 'popup' && asked.width : Number(chosen);
  const style = {
    ...(size === 'fill' ? {} : { height: `${asked.height ?? 0}px` }),
    ...(width ? { width: `${width}px` } : {}),
  };
  const source = `${crm.config.widgetUrl}${page}?serviceOrigin=${encodeURIComponent(location.origin)}`;
  return (
    <iframe
      class={`widget-frame ${size}`}
      ref={frame}
      src={source}
      style={style}
      title={crm.config.widget.title}
    />
  );
}

const startSize = (size: WidgetFrameProps['size'], height: string): FrameSize =>
  height === 'auto' ? START[size] : { ...START[size], height: Number(height) };

function startOf({ fault }: Switches): Start {
  switch (fault) {
    case 'no-init':
      return 'never-init';
    case 'no-page-load':
      return 'never-page-load';
    case 'late-init':
    case 'page-load-twice':
    case 'page-load-moves':
      return fault;
    default:
      return 'whole';
  }
}
