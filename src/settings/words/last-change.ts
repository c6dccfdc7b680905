import { isObject, stringAt } from '../../base/json';
import { absoluteTime } from '../../i18n/formats';
import type { Configuration } from '../../locking/configuration/model';
import type { Words } from '../context/words';

/** Who saved a configuration last and when, as `key`By says it; as `key`At without a name; null without a time. */
export function lastChange({ source }: Configuration, key: string, ui: Words): string | null {
  const time = stringAt(source, 'modified_time');
  const by = source.modified_by;
  const name = isObject(by) ? stringAt(by, 'name') : undefined;
  if (time === undefined) return null;
  const when = absoluteTime(time, ui.tag, ui.timeZone);
  return name === undefined ? ui.t(`${key}At`, { when }) : ui.t(`${key}By`, { when, name });
}
