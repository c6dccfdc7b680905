import type { ModuleSpec } from './module-spec';
import { ACTIVITY_MODULES } from './modules-activities';
import { INVENTORY_MODULES } from './modules-inventory';
import { SALES_MODULES } from './modules-sales';

export const MODULES: readonly ModuleSpec[] = [...SALES_MODULES, ...ACTIVITY_MODULES, ...INVENTORY_MODULES];
