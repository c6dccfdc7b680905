import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import type { JsonObject } from './json';
import { createSandbox, type SandboxOptions } from './sandbox';

const known = landmarks();
const FIELDS = 'fields=Note_Title,Note_Content,Created_By,Created_Time';

function open(options?: SandboxOptions) {
  const sandbox = createSandbox(options);
  const as = (user: string) => caller(sandbox, user);
  const add = (note: JsonObject, user = 'sales', deal = known.manualDeal) =>
    as(user)('POST', `/Deals/${deal}/Notes`, { data: [note] });
  const list = async (deal = known.manualDeal) => as('sales')('GET', `/Deals/${deal}/Notes?${FIELDS}`);
  return { sandbox, as, add, list };
}

describe('notes of a record', () => {
  it('are listed newest first, with whoever wrote them', async () => {
    const { add, list } = open();
    expect((await list()).status).toBe(204);
    expect(await add({ Note_Title: 'Record locked', Note_Content: 'Audit <b>now</b>' })).toMatchObject({
      status: 201,
      body: { data: [{ code: 'SUCCESS', message: 'record added', details: { id: expect.any(String) } }] },
    });
    await add({ Note_Content: 'Only a content' }, 'admin');
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: [
        { Note_Title: null, Note_Content: 'Only a content', Created_By: { name: 'John Smith' } },
        {
          Note_Title: 'Record locked',
          Note_Content: 'Audit <b>now</b>',
          Created_By: { id: known.salesUser },
        },
      ],
      info: { count: 2, more_records: false },
    });
    expect(body).not.toHaveProperty('data.0.Parent_Id');
  });

  it('belong to one record and go with it', async () => {
    const { as, add, list } = open();
    await add({ Note_Title: 'Here' }, 'sales', known.openDeal);
    expect((await list(known.manualDeal)).status).toBe(204);
    await as('sales')('DELETE', `/Deals/${known.openDeal}`);
    expect((await list(known.openDeal)).body).toMatchObject({ code: 'INVALID_DATA' });
  });

  it('take a title of 120 and a content of 65,535 characters, and want one of them', async () => {
    const { add } = open();
    expect((await add({ Note_Title: 't'.repeat(120), Note_Content: 'c'.repeat(65_535) })).status).toBe(201);
    const refused = async (note: JsonObject) => (await add(note)).body;
    expect(await refused({ Note_Title: 't'.repeat(121) })).toMatchObject({
      data: [{ code: 'INVALID_DATA', details: { api_name: 'Note_Title', maximum_length: 120 } }],
    });
    expect(await refused({ Note_Content: 'c'.repeat(65_536) })).toMatchObject({
      data: [{ code: 'INVALID_DATA', details: { api_name: 'Note_Content', maximum_length: 65_535 } }],
    });
    expect(await refused({ Note_Title: '', Note_Content: ' ' })).toMatchObject({
      data: [
        {
          code: 'EXPECTED_FIELD_MISSING',
          details: { expected_fields: [{ api_name: 'Note_Title' }, { api_name: 'Note_Content' }] },
        },
      ],
    });
  });

  it('go through on a locked record, or are refused by the lock', async () => {
    expect((await open().add({ Note_Title: 'x' })).status).toBe(201);
    const { add } = open({ notesOnLocked: 'refused' });
    expect(await add({ Note_Title: 'x' })).toMatchObject({
      status: 400,
      body: { data: [{ code: 'RECORD_LOCKED', details: { action: 'record_locking' } }] },
    });
    expect((await add({ Note_Title: 'x' }, 'sales', known.openDeal)).status).toBe(201);
  });

  it('are for those who may use them, and want fields to be read', async () => {
    const { sandbox, add, as, list } = open({ mayUseNotes: 'administrators' });
    expect(await add({ Note_Title: 'x' })).toMatchObject({ status: 403, body: { code: 'NO_PERMISSION' } });
    expect((await list()).status).toBe(403);
    expect((await add({ Note_Title: 'x' }, 'admin')).status).toBe(201);
    sandbox.change({ mayUseNotes: 'nobody' });
    expect((await add({ Note_Title: 'x' }, 'admin')).status).toBe(403);
    sandbox.change({ mayUseNotes: 'everyone' });
    expect((await as('sales')('GET', `/Deals/${known.manualDeal}/Notes`)).body).toMatchObject({
      code: 'REQUIRED_PARAM_MISSING',
    });
  });
});
