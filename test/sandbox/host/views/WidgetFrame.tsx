import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Switches } from '../switches';
import { hearEvents } from '../widget-events';
import { answer } from '../wire/answers';
import type { FrameSize } from '../wire/frame-size';
import { logged, type SdkCall } from '../wire/sdk-log';
import { linkWidget, type Start } from '../wire/widget-link';
import { useCrm } from './crm-context';
import { HostDialog } from './HostDialog';
import { Popup } from './Popup';
import { type Over, useHostPage } from './use-host-page';

export interface WidgetFrameProps {
  /** Page of the widget that the frame shows. */
  readonly page: string;
  readonly pageLoad: unknown;
  /** `content`: as tall as the widget asks for. `popup`: as wide, too. `fill`: as tall as its place. */
  readonly size: 'content' | 'popup' | 'fill';
  /** The size that whoever opened it asked for. */
  readonly start?: FrameSize;
  /** Name of the frame; the widget's title when absent. */
  readonly title?: string;
  /** The widget changed something that the CRM shows too. */
  readonly onWrite: () => void;
  /** `response` is for whoever opened the widget. */
  readonly onClose: (reload: boolean, response?: unknown) => void;
}

/** A frame's size until its widget asks for another one. */
const START = { content: { height: 500 }, popup: { height: 600, width: 600 }, fill: {} } as const;

/** The frame of a widget. Whatever the page told it at the start is part of its key, so a change starts it anew. */
export function WidgetFrame(props: WidgetFrameProps) {
  const { switches, config } = useCrm();
  const { mode, lang } = switches;
  const linkStart = startOf(switches);
  const key = JSON.stringify([props.page, props.pageLoad, mode, lang, linkStart, config.user]);
  return <LinkedFrame key={key} linkStart={linkStart} {...props} />;
}

function LinkedFrame(props: WidgetFrameProps & { readonly linkStart: Start }) {
  const { page, pageLoad, size: kind, linkStart } = props;
  const crm = useCrm();
  const frame = useRef<HTMLIFrameElement>(null);
  const { host, size, over, loader } = useHostPage(props, startSize(props, crm.switches.frame));
  const latest = useRef(crm);
  latest.current = crm;

  // The frame's key changes with whatever its link was made of
  useLayoutEffect(() => {
    const listed = (call: SdkCall) => latest.current.called(call);
    const link = linkWidget({
      host: window,
      frame: () => frame.current?.contentWindow ?? null,
      widgetOrigin: new URL(crm.config.widgetUrl).origin,
      locale: crm.switches.lang,
      pageLoad,
      start: linkStart,
      twice: () => latest.current.switches.fault === 'duplicate',
      answer: logged(
        (event) => answer(event, host),
        listed,
        () => performance.now(),
      ),
    });
    const deafen = hearEvents(link.send);
    return () => {
      deafen();
      link.end();
    };
  }, []);

  const { width: chosen } = crm.switches;
  const width = chosen === 'auto' ? kind === 'popup' && size.width : Number(chosen);
  const style = {
    ...(kind === 'fill' ? {} : { height: `${size.height ?? 0}px` }),
    ...(width ? { width: `${width}px` } : {}),
  };
  const source = `${crm.config.widgetUrl}${page}?serviceOrigin=${encodeURIComponent(location.origin)}`;
  return (
    <>
      <iframe
        class={`widget-frame ${kind}`}
        ref={frame}
        src={source}
        style={style}
        title={props.title ?? crm.config.widget.title}
      />
      {loader !== undefined && (
        <div class="popup-ground">
          <p class="loader" role="status">
            {loader}
          </p>
        </div>
      )}
      {over.map((one, at) =>
        one.kind === 'dialog' ? (
          <HostDialog key={at} dialog={one.dialog} onAnswer={one.settle} />
        ) : (
          <OpenedPopup key={at} {...one} onWrite={props.onWrite} />
        ),
      )}
    </>
  );
}

/** A widget that another widget opened. */
function OpenedPopup({
  popup,
  page,
  settle,
  onWrite,
}: Over & { readonly kind: 'popup' } & Pick<WidgetFrameProps, 'onWrite'>) {
  const { config } = useCrm();
  const title = popup.header || config.widget.title;
  return (
    <Popup title={title} offset={popup.offset} onClose={() => settle(undefined)}>
      <WidgetFrame
        page={page}
        title={title}
        pageLoad={popup.data}
        size="popup"
        start={popup.size}
        onWrite={onWrite}
        onClose={(_reload, response) => settle(response)}
      />
    </Popup>
  );
}

const startSize = ({ size, start }: WidgetFrameProps, height: string): FrameSize => ({
  ...START[size],
  ...start,
  ...(height === 'auto' ? {} : { height: Number(height) }),
});

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
