import { useState } from 'preact/hooks';
import { completeTask, isDone, type Task } from '../activities-api';
import { Refusal } from '../crm-api';
import { Link } from './Link';
import { refusalText } from './refusal-text';

interface Props {
  readonly label: string;
  readonly tasks: readonly Task[];
  /** Whether each task names its record. */
  readonly withRecord?: boolean;
  readonly onChanged: () => void;
}

/** Tasks with what they say and a button that completes them. */
export function TaskList({ label, tasks, withRecord = false, onChanged }: Props) {
  const [problem, setProblem] = useState('');
  if (tasks.length === 0) return <p class="muted empty">No tasks.</p>;
  const complete = async (id: string) => {
    try {
      await completeTask(id);
      setProblem('');
      onChanged();
    } catch (error) {
      setProblem(error instanceof Refusal ? refusalText(error) : 'The CRM could not be reached.');
    }
  };
  return (
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <ul class="entries" aria-label={label}>
        {tasks.map((task) => (
          <li key={task.id}>
            <p>
              <b dir="auto">{task.subject}</b>
              {withRecord && task.about && (
                <>
                  {' · '}
                  <Link to={{ kind: 'record', module: task.about.module, id: task.about.id }}>
                    <bdi>{task.about.name}</bdi>
                  </Link>
                </>
              )}
            </p>
            {task.description && (
              <p class="text" dir="auto">
                {task.description}
              </p>
            )}
            <p class="muted">
              {[task.status, task.due && `due ${task.due}`, `for ${task.owner}`, `by ${task.author}`]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {!isDone(task) && (
              <button type="button" class="button" onClick={() => complete(task.id)}>
                Complete
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
