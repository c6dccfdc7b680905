import { RECORD_SITES } from './record-sites';
import type { Site } from './session';
import { SETTINGS_SITES } from './settings-sites';

/** Every place of both pages that makes a call. */
export const SITES: readonly Site[] = [...RECORD_SITES, ...SETTINGS_SITES];
