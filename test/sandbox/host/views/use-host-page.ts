import { useRef, useState } from 'preact/hooks';
import type { FrameSize } from '../wire/frame-size';
import type { Dialog, HostPage, PopupRequest } from '../wire/host-page';
import { createRequests } from '../wire/requests';
import { useCrm } from './crm-context';

/** Hands the outcome of what is over the page to the widget, and takes it away. */
type Settle = (outcome: unknown) => void;

/** A question or a window over the page. */
export type Over =
  | { readonly kind: 'dialog'; readonly dialog: Dialog; readonly settle: Settle }
  | { readonly kind: 'popup'; readonly popup: PopupRequest; readonly page: string; readonly settle: Settle };

interface Props {
  readonly onWrite: () => void;
  readonly onClose: (reload: boolean, response?: unknown) => void;
}

/** What the page does for one widget: the same object for its whole life, over what the page is at each moment. */
export function useHostPage(props: Props, start: FrameSize) {
  const crm = useCrm();
  const [size, setSize] = useState(start);
  const [over, setOver] = useState<readonly Over[]>([]);
  const [loader, setLoader] = useState<string>();
  const latest = useRef({ crm, props });
  latest.current = { crm, props };
  const [host] = useState((): HostPage => {
    const put = (make: (settle: Settle) => Over) =>
      new Promise<unknown>((resolve) => {
        const one = make((outcome) => {
          setOver((before) => before.filter((other) => other !== one));
          resolve(outcome);
        });
        setOver((before) => [...before, one]);
      });
    return {
      requests: createRequests({
        fetch: (path, init) => fetch(path, init),
        switches: () => latest.current.crm.switches,
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        now: () => performance.now(),
        isLimited: () => (latest.current.crm.choices.concurrency ?? 'unlimited') !== 'unlimited',
        listed: (call) => {
          latest.current.crm.listed(call);
          if (call.isWrite) latest.current.props.onWrite();
        },
        faultSpent: () => latest.current.crm.change({ fault: 'none' }),
      }),
      fixtures: crm.config.fixtures,
      pageUrl: () => location.href,
      mode: () => latest.current.crm.switches.mode,
      language: () => latest.current.crm.switches.lang,
      zdkUrl: () => new URL('/sdk/zdk.js', crm.config.widgetUrl).href,
      windowSize: () => ({ width: innerWidth, height: innerHeight }),
      resize: (wanted) => setSize((before) => ({ ...before, ...wanted })),
      open(module, id, apart) {
        if (apart) window.open(`/crm/tab/${encodeURIComponent(module)}/${encodeURIComponent(id)}`, '_blank');
        else latest.current.crm.go({ kind: 'record', module, id });
      },
      openTab(name, message) {
        if (!crm.config.widget.webTabs.some((tab) => tab.name === name)) return false;
        latest.current.crm.go({ kind: 'web-tab', name, message });
        return true;
      },
      close: (reload, response) => latest.current.props.onClose(reload, response),
      say: (message) => latest.current.crm.say(message),
      ask: (dialog) => put((settle) => ({ kind: 'dialog', dialog, settle })),
      async openPopup(popup) {
        const found = crm.config.widget.buttons.find(({ name }) => name === popup.name);
        if (found) return put((settle) => ({ kind: 'popup', popup, page: found.page, settle }));
        throw {
          code: 'INVALID_DATA',
          status: 'error',
          message: `There is no widget ${popup.name}`,
          details: {},
        };
      },
      responded: (_id, data) => latest.current.crm.say(`The widget answered ${JSON.stringify(data)}`),
      load: setLoader,
    };
  });
  return { host, size, over, loader };
}
