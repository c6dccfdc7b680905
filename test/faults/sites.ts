import { ASKING_SITES } from './asking-sites';
import { RECORD_SITES } from './record-sites';
import { RECORDS_SITES } from './records-sites';
import type { Site } from './session';
import { SETTINGS_SITES } from './settings-sites';

/** Every place of the pages that makes a call. */
export const SITES: readonly Site[] = [...RECORD_SITES, ...ASKING_SITES, ...RECORDS_SITES, ...SETTINGS_SITES];
