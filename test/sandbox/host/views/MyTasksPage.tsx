import { useState } from 'preact/hooks';
import { isDone, readNewestTasks, type Task } from '../activities-api';
import { useLoaded } from '../use-loaded';
import { useCrm } from './crm-context';
import { TaskList } from './TaskList';

/** What the signed-in person has to do, what they asked others to do, and what is done. */
export function MyTasksPage() {
  const { config } = useCrm();
  const [version, setVersion] = useState(0);
  const { value, error } = useLoaded(`${config.user}/${version}`, readNewestTasks, config.user);
  const me = config.people.find(({ key }) => key === config.user);
  const tasks = value ?? [];
  const isMine = (task: Task) => task.ownerId === me?.id;
  const isAsked = (task: Task) => task.authorId === me?.id && !isMine(task);
  const groups = [
    ['To do', tasks.filter((task) => isMine(task) && !isDone(task))],
    ['Asked of others', tasks.filter((task) => isAsked(task) && !isDone(task))],
    ['Done', tasks.filter((task) => (isMine(task) || isAsked(task)) && isDone(task))],
  ] as const;
  return (
    <main class="settings">
      <h1>Tasks of {me?.name}</h1>
      {error && <p class="problem">{error}</p>}
      {value &&
        groups.map(([title, list]) => (
          <section key={title} class="card" aria-label={title}>
            <h2>{title}</h2>
            <TaskList
              label={title}
              tasks={list}
              withRecord={true}
              onChanged={() => setVersion((before) => before + 1)}
            />
          </section>
        ))}
    </main>
  );
}
