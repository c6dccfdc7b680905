import { isShape } from '../shape';
import { answerConnection, answerConnector, answerFunction } from './connection-calls';
import { type HostPage, NotBuilt } from './host-page';
import { answerUi, answerZdk } from './page-calls';
import { answerApprovals, answerBlueprint } from './process-calls';
import {
  createRecords,
  deleteRecords,
  queryRecords,
  readRecords,
  searchRecords,
  updateRecords,
} from './record-calls';
import { readConfig, readMetadata, readProfiles, readUsers } from './settings-calls';
import type { WidgetEvent } from './widget-link';
import { answerZrc } from './zrc-calls';

/** Answers one event of the widget: resolves with the reply's data, rejects with the failure's. */
export async function answer(event: WidgetEvent, page: HostPage): Promise<unknown> {
  const data = isShape(event.data) ? event.data : {};
  if (event.eventName === 'ZDK_EVENT') return answerZdk(data, page);
  switch (data.category) {
    case 'GET_PARENT_URL':
      return page.pageUrl();
    case 'ZRC_REQUEST':
      return answerZrc(data, page);
    case 'READ':
      return readRecords(data.APIData, page);
    case 'CREATE':
      return createRecords(data, page);
    case 'UPDATE':
      return updateRecords(data, page);
    case 'DELETE':
      return deleteRecords(data, page);
    case 'SEARCH':
      return searchRecords(data, page);
    case 'QUERY':
      return queryRecords(data, page);
    case 'USER':
      return readUsers(data, page);
    case 'PROFILES':
      return readProfiles(data, page);
    case 'CONFIG':
      return readConfig(data, page);
    case 'META':
      return readMetadata(data, page);
    case 'BLUEPRINT':
      return answerBlueprint(data, page);
    case 'APPROVALS':
      return answerApprovals(data, page);
    case 'UI':
      return answerUi(data.action, data.data, page);
    case 'CRM_CONNECTION':
      return answerConnection(data, page);
    case 'CONNECTOR':
      return answerConnector(data, page);
    case 'FUNCTIONS_EXECUTE':
      return answerFunction(data, page);
    default:
      throw new NotBuilt(`the category ${data.category}`);
  }
}
