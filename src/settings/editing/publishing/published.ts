import { isObject } from '../../../base/json';
import type { Result } from '../../../crm/errors';
import type { Variables } from '../../../crm/write-variable';
import {
  explanationVariable,
  type PublishedExplanation,
  parseExplanation,
} from '../../../locking/published/explanation';
import { explanationText, type Offer } from '../../../locking/published/explanation-text';
import { ALL_OFF } from '../../../locking/published/switches';

/** Stands for every module: its explanation holds nothing but the reasons that are offered everywhere. */
const ALL_MODULES = 'all_modules';

/** What an administrator decides beside the configuration: the reasons to offer, and what is turned on. */
export type Offered = Required<Offer>;

export const NOTHING_OFFERED: Offered = {
  reasons: [],
  common: [],
  free: true,
  switches: ALL_OFF,
  dismissed: [],
};

/** What is published about one module, and the reasons that are published for all; null: never. */
export interface Published {
  readonly module: PublishedExplanation | null;
  readonly everywhere: readonly string[];
}

export async function readPublished({ read }: Variables, module: string): Promise<Result<Published>> {
  const [own, all] = await Promise.all([
    read(explanationVariable(module)),
    read(explanationVariable(ALL_MODULES)),
  ]);
  if (!own.ok) return own;
  if (!all.ok) return all;
  const value = {
    module: parseExplanation(own.value, module),
    everywhere: parseExplanation(all.value, ALL_MODULES)?.common ?? [],
  };
  return { ok: true, value };
}

export const offerOf = ({ module, everywhere }: Published): Offered => ({
  reasons: module?.reasons ?? [],
  common: everywhere,
  free: module?.free ?? true,
  switches: module?.switches ?? ALL_OFF,
  dismissed: module?.dismissed ?? [],
});

/** Writes and makes sure: of an outcome that is not known, only reading tells. */
export async function writeSurely(
  variables: Variables,
  name: string,
  text: string,
): Promise<Result<unknown>> {
  const written = await variables.write(name, text);
  if (written.ok || written.error.certain) return written;
  const again = await variables.read(name);
  return again.ok && again.value === text ? { ok: true, value: null } : written;
}

export const writeReasonsForAll = (
  variables: Variables,
  common: readonly string[],
): Promise<Result<unknown>> =>
  writeSurely(
    variables,
    explanationVariable(ALL_MODULES),
    explanationText(ALL_MODULES, null, [], { ...NOTHING_OFFERED, common }) ?? '',
  );

/**
 * Puts the reasons for all modules into what is published about another one, so that the record page has to read only one
 * variable; true when they are in it or nothing is published about it.
 */
export async function passOn(
  variables: Variables,
  module: string,
  common: readonly string[],
): Promise<boolean> {
  const name = explanationVariable(module);
  const found = await variables.read(name);
  const explanation = found.ok && parseExplanation(found.value, module);
  if (!explanation) return found.ok;
  const text = JSON.stringify({ ...explanation, common });
  return parseExplanation(text, module) !== null && (await writeSurely(variables, name, text)).ok;
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Whether this is what was kept of reasons that were typed; they need not be ready to be published. */
export const isOffer = (value: unknown): value is Offered =>
  typeof value === 'object' &&
  value !== null &&
  'reasons' in value &&
  isTexts(value.reasons) &&
  'common' in value &&
  isTexts(value.common) &&
  'free' in value &&
  typeof value.free === 'boolean' &&
  'switches' in value &&
  isObject(value.switches);
