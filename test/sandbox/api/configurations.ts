import type { Routes } from './call';
export const configurationRoutes: Routes = {};
