import type { ViewContext } from './view-context';

/** Why it takes long, null when it does not; `slow`: a call has been under way for longer than people expect. */
export const delayText = (slow: boolean, { limited, t }: ViewContext): string | null =>
  limited ? t('common.limited') : slow ? t('record.slow') : null;
