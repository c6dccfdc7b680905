import { at, isShape, type Shape, shapesOf, textOf } from '../shape';
import { frameSizeOf } from './frame-size';
import { type HostPage, type InputField, NotBuilt, type PopupRequest } from './host-page';

/** `ZOHO.CRM.UI`: what a widget asks of the page around it. Each is answered with whether it could be done. */
export function answerUi(action: unknown, data: unknown, page: HostPage): boolean {
  if (action === 'RESIZE') return done(() => page.resize(frameSizeOf(data, page.windowSize())));
  const record = at(action, 'record');
  if (record === 'OPEN' || record === 'EDIT') {
    const apart = at(data, 'target') === '_blank';
    return done(() => page.open(textOf(at(data, 'Entity')), textOf(at(data, 'RecordID')), apart));
  }
  const popup = at(action, 'popup');
  if (popup === 'CLOSE' || popup === 'CLOSE_RELOAD') return done(() => page.close(popup === 'CLOSE_RELOAD'));
  if (at(action, 'webTab') === 'OPEN') return page.openTab(textOf(at(data, 'Entity')), at(data, 'Message'));
  throw new NotBuilt(`the page action ${JSON.stringify(action)}`);
}

/** `ZDK.Client` and `$Client`: messages, questions and windows that the page draws. */
export async function answerZdk(data: Shape, page: HostPage): Promise<unknown> {
  const text = (key: string, otherwise = '') => textOf(data[key]) || otherwise;
  switch (data.action) {
    case 'get_zdk_url':
      return page.zdkUrl();
    case 'close_widget':
      return done(() => page.close(false, data.response));
    case 'msg_band':
      return done(() => page.say(text('message')));
    case 'alert': {
      const accept = text('accept_message', 'OK');
      return page.ask({ kind: 'alert', heading: text('heading'), message: text('message'), accept });
    }
    case 'confirm': {
      const [accept, reject] = [text('accept_message', 'OK'), text('reject_message', 'Cancel')];
      return page.ask({ kind: 'confirm', message: text('message'), accept, reject });
    }
    case 'get_input': {
      const [accept, reject] = [text('accept_message', 'OK'), text('reject_message', 'Cancel')];
      const fields = shapesOf(data.options).map(inputField);
      return page.ask({ kind: 'input', heading: text('heading'), fields, accept, reject });
    }
    case 'open_widget_by_id':
      if (data.type !== 'widget') throw new NotBuilt(`popups of the type ${text('type')}`);
      return page.openPopup(popupRequest(data, page));
    case 'notify_response': {
      const { uuid, data: response } = isShape(data.message) ? data.message : {};
      return done(() => page.responded(textOf(uuid), response));
    }
    case 'show_loader':
      return done(() => page.load(text('message', 'Loading…')));
    case 'hide_loader':
      return done(() => page.load(undefined));
    default:
      throw new NotBuilt(`the action ${text('action')} of ZDK`);
  }
}

/** Does it, and says that it is done. */
function done(act: () => void): true {
  act();
  return true;
}

function inputField(option: Shape): InputField {
  const { default_value: value, type } = option;
  const texts = Array.isArray(value) ? value.map(String) : textOf(value);
  return {
    type: textOf(type),
    label: textOf(option.label),
    value: type === 'multiselectpicklist' && !Array.isArray(texts) ? [] : texts,
    choices: shapesOf(option.list_options).map((choice) => ({
      value: textOf(choice.actual_value),
      label: textOf(choice.display_value),
    })),
  };
}

function popupRequest(data: Shape, page: HostPage): PopupRequest {
  const config = isShape(data.config) ? data.config : {};
  const side = (name: string) => textOf(at(config.offset, name));
  return {
    name: textOf(data.api_name),
    header: textOf(config.header),
    size: frameSizeOf(config, page.windowSize()),
    offset: { top: side('top'), bottom: side('bottom'), left: side('left'), right: side('right') },
    data: data.data,
  };
}
