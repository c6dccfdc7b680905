import { useEffect, useState } from 'preact/hooks';
import type { Named } from '../../../base/named';
import { readGroups, readRoles, readUsers } from '../../../crm/read-metadata';
import type { Send } from '../../../crm/transport';
import type { ExportedConfiguration } from '../../../locking/transfer/export/export-configuration';
import { namesWithin } from '../../../locking/transfer/mapping/within';

/** Users, roles and groups of this organisation; undefined: could not be read. */
export interface People {
  readonly users?: readonly Named[] | undefined;
  readonly roles?: readonly Named[] | undefined;
  readonly groups?: readonly Named[] | undefined;
}

/** The people to find counterparts among, read only for a file that speaks of any. Null while they are on their way. */
export function usePeople(send: Send, exported: ExportedConfiguration | null): People | null {
  const [people, setPeople] = useState<People | null>(null);
  const needed = exported !== null && namesWithin(exported).users.length > 0;
  useEffect(() => {
    let gone = false;
    if (needed)
      void Promise.all([readUsers(send), readRoles(send), readGroups(send)]).then((answers) => {
        const [users, roles, groups] = answers.map((answer) => (answer.ok ? answer.value : undefined));
        if (!gone) setPeople({ users, roles, groups });
      });
    return () => {
      gone = true;
    };
  }, [needed, send]);
  return needed ? people : NOBODY;
}

const NOBODY: People = {};
