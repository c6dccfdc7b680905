import type { Call, Routes } from './call';
import { flat, invalidRecord, type Reply } from './errors';
import { pageOf, pageReply, requiredFields } from './record-pages';
import { moduleOf, recordView } from './record-view';
import { demand } from './rights';
import { COMPLETED, subjectOf } from './tasks';

/** The tasks of one record, newest first. Completed ones may be listed elsewhere. */
function listTasks(call: Call): Reply {
  const parent = moduleOf(call);
  demand(call, 'mayUseTasks');
  const id = call.params.record ?? '';
  if (!call.org.record(parent.api_name, id)) throw invalidRecord();
  const fields = requiredFields(call);
  const tasks = call.org.module('Tasks');
  if (!tasks) throw flat(400, 'INVALID_DATA', 'the relation name given seems to be invalid');
  const movesOut = call.org.options.completedTasks === 'move-out';
  const found = call.org
    .records('Tasks')
    .filter((task) => {
      const subject = subjectOf(task);
      return subject?.id === id && subject.module === parent.api_name;
    })
    .filter((task) => !(movesOut && task.Status === COMPLETED))
    .reverse();
  const { rows, info } = pageOf(call, found);
  return pageReply({ rows: rows.map((task) => recordView(call, tasks, task, fields)), info });
}

export const taskRoutes: Routes = { '/:module/:record/Tasks': { GET: listTasks } };
