/**
 * `npm run audit`: are weaknesses known of what ships? Exit code 1 when there are; when the registry cannot be asked, it says
 * that nothing was checked, which is no failure of the project.
 */
import { spawnSync } from 'node:child_process';
import { readAudit } from './supply/audit';

const ASK =
  'npm audit --workspaces=false --omit=dev --audit-level=low --json --fetch-retries=0 --fetch-timeout=20000';

// A shell finds npm on every system.
const { stdout } = spawnSync(ASK, { shell: true, encoding: 'utf8', timeout: 60_000 });
const audit = readAudit(stdout ?? '');
switch (audit.kind) {
  case 'clean':
    console.log(`clean: nothing is known of ${audit.packages} packages`);
    break;
  case 'notChecked':
    console.log(`not checked: ${audit.why}`);
    break;
  case 'found':
    for (const line of audit.lines) console.log(line);
    process.exitCode = 1;
}
