import { checkInput } from './zdk-input';

type Given = Record<string, unknown>;

type Send = (data: Given) => Promise<unknown> | undefined;

function demandText(value: unknown): void {
  if (typeof value !== 'string') throw new TypeError('First argument must be a String');
}

const SIDES = ['top', 'bottom', 'left', 'right'];
const KINDS = ['widget', 'crux', 'slyteui'];
const CRM_PAGES = ['record_create', 'record_edit', 'record_detail', 'record_clone'];
const TEMPLATES = ['spinner', 'vertical-bar', 'standard', 'dot-spinner'];

/** The globals `ZDK` and `$Client`, over a way to the host. */
export const createZdk = (zdkEvent: Send) => ({
  ZDK: {
    Client: {
      sendResponse: (uuid: string, data: unknown) =>
        zdkEvent({ action: 'notify_response', message: { data, uuid } }),
      notify: (type: unknown, data: unknown) => zdkEvent({ action: 'notify', type, data }),
      async showMessage(message: string, options?: { readonly type?: string }) {
        demandText(message);
        return zdkEvent({ action: 'msg_band', type: options?.type || 'info', message });
      },
      async showConfirmation(message: string, accept?: string, reject?: string) {
        demandText(message);
        return zdkEvent({
          action: 'confirm',
          accept_message: accept,
          reject_message: reject,
          acceptMsg: accept,
          rejectMsg: reject,
          message,
        });
      },
      async showAlert(message: string, heading?: string, accept?: string) {
        demandText(message);
        return zdkEvent({ action: 'alert', message, heading, accept_message: accept });
      },
      async getInput(options: unknown, heading?: string, accept?: string, reject?: string) {
        checkInput(options);
        for (const [name, text] of Object.entries({ accept_message: accept, reject_message: reject }))
          if (text && text.length > 40) throw new Error(`${name} must be atmost 40 characters`);
        return zdkEvent({
          action: 'get_input',
          options,
          accept_message: accept,
          reject_message: reject,
          heading,
        });
      },
      async openPopup({ id, type, api_name, ...config }: Given, data?: unknown) {
        if (!KINDS.includes(String(type))) throw new Error(`unsupported popup type: ${type}`);
        if (type === 'crux' && !CRM_PAGES.includes(String(api_name)))
          throw new Error(`unsupported crux type: ${api_name}`);
        const sides = Object.entries(config).filter(([key]) => SIDES.includes(key));
        config.offset = { top: '0px', left: 'center', ...Object.fromEntries(sides) };
        const animation = config.animation_type;
        if (animation && ![1, 2, 3, 4, 5, 6].includes(Number(animation)))
          throw new TypeError('animation type should be in (1,2,3,4,5,6)');
        if (String(config.header ?? '').length > 50) throw new Error('header must be atmost 50 characters');
        return zdkEvent({ action: 'open_widget_by_id', id, type, api_name, data, config });
      },
      async showLoader(config: Given = {}) {
        const type = config.type || 'page';
        const template = config.template || 'standard';
        if (type !== 'page') throw new TypeError('Invalid Loader Type');
        if (!TEMPLATES.includes(String(template))) throw new Error('Invalid Loader Template');
        if (String(config.message ?? '').length > 240)
          throw new Error('Loader message must be atmost 240 characters');
        return zdkEvent({ action: 'show_loader', type, template, message: config.message || '' });
      },
      hideLoader: () => zdkEvent({ action: 'hide_loader' }),
    },
  },
  $Client: { close: (response?: unknown) => zdkEvent({ action: 'close_widget', response }) },
});
