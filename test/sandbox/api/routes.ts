import { blueprintRoutes } from './blueprints';
import type { Routes } from './call';
import { compositeRoutes } from './composite';
import { configurationRoutes } from './configurations';
import { coqlRoutes } from './coql';
import { customViewRoutes } from './custom-views';
import { featureRoutes } from './features';
import { layoutRoutes } from './layouts';
import { lockRoutes } from './locks';
import { metadataRoutes } from './metadata';
import { noteRoutes } from './notes';
import { recordActionRoutes } from './record-actions';
import { recordRoutes } from './records';
import { relatedListRoutes, relatedRecordRoutes } from './related-lists';
import { taskRoutes } from './related-tasks';
import { timelineRoutes } from './timeline-read';
import { upsertRoutes } from './upsert';
import { userRoutes } from './users';
import { variableRoutes } from './variables';

/** Fixed paths come before those that begin with a module's name. */
export const ROUTES: Routes = {
  ...configurationRoutes,
  ...featureRoutes,
  ...metadataRoutes,
  ...layoutRoutes,
  ...relatedListRoutes,
  ...customViewRoutes,
  ...userRoutes,
  ...variableRoutes,
  ...coqlRoutes,
  ...compositeRoutes,
  ...lockRoutes,
  ...taskRoutes,
  ...noteRoutes,
  ...timelineRoutes,
  ...recordActionRoutes,
  ...blueprintRoutes,
  ...upsertRoutes,
  ...recordRoutes,
  ...relatedRecordRoutes,
};
