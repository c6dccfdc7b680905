/** The suite against the org that `npm run test:org` was told of; no part of `npm test`. */
import { inject } from 'vitest';
import { orgApi } from './org-api';
import { contract } from './suite';

contract(await orgApi(inject('orgRun')));
