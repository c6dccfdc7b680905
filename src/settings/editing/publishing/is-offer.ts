import type { Offer } from '../../../locking/published/explanation-text';

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Whether this is what was kept of reasons that were typed; they need not be ready to be published. */
export const isOffer = (value: unknown): value is Offer =>
  typeof value === 'object' &&
  value !== null &&
  'reasons' in value &&
  isTexts(value.reasons) &&
  'common' in value &&
  isTexts(value.common) &&
  'free' in value &&
  typeof value.free === 'boolean';
