import type { Path } from '../../../locking/configuration/paths';
import type { ExportedConfiguration } from '../../../locking/transfer/export/export-configuration';
import type { ImportRefusal } from '../../../locking/transfer/import/read-json';
import type { Missing } from '../../../locking/transfer/report';
import type { Words } from '../../context/words';
import { textOr } from '../../words/text-or';

type Thing = Pick<Missing, 'kind' | 'name'>;

/** What people call a thing where it comes from. */
export function thingName(words: Words, { fields }: ExportedConfiguration, { kind, name }: Thing): string {
  switch (kind) {
    case 'field':
      return fields.find((field) => field.api_name === name)?.label ?? name;
    case 'value':
      return fields.flatMap(({ values = [] }) => values).find(({ value }) => value === name)?.label ?? name;
    case 'setting':
      return textOr(words, 'settings.setting', name);
    case 'action':
    case 'communication':
      return textOr(words, 'common.action', name);
    default:
      return name;
  }
}

export const kindText = ({ t }: Words, { kind }: Pick<Missing, 'kind'>): string =>
  t(`settings.transfer.kind.${kind}`);

export const reasonText = ({ t }: Words, { reason }: Missing): string =>
  t(`settings.transfer.reason.${reason}`);

/** `$.configuration.locking_rules[0]`, as those write it who look into such files. */
const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => text + (typeof step === 'number' ? `[${step}]` : `.${step}`), '$');

/** Why a file cannot be used, and where. */
export function refusalText(
  { t, tag }: Words,
  { problem, path, at, limit = 0 }: ImportRefusal,
): { readonly what: string; readonly where: string | null } {
  const number = (value: number): string => value.toLocaleString(tag);
  return {
    what: t(`settings.transfer.refusal.${problem}`, { limit }),
    where: at
      ? t('settings.transfer.atLine', { line: number(at.line), column: number(at.column) })
      : path.length
        ? t('settings.transfer.atPath', { path: pathText(path) })
        : null,
  };
}
