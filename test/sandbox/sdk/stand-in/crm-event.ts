import { SDK_VERSION, trigger } from './channel';

/** What a widget hands to a call; the released SDK writes into it. */
export type Given = Record<string, unknown>;

export function crmEvent(data: Given): Promise<unknown> {
  data.sdkVersion = SDK_VERSION;
  return trigger('CRM_EVENT', data);
}

/** A file crosses the wire as a copy of itself. */
export function copyOf(file: unknown): unknown {
  return file instanceof File ? new File([file], file.name, { type: file.type }) : file;
}
