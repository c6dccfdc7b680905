import { FAILURES } from './failures';
import { LOCKS } from './locks';
import { START } from './start';
import { TASKS } from './tasks';

export const SCENES = [...START, ...LOCKS, ...TASKS, ...FAILURES];
