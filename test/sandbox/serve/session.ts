import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Sandbox } from '../api/sandbox';

/** The session is this cookie, so two browsers are two people. */
const SESSION_COOKIE = 'sandbox-user';

const FIRST_VISIT = 'admin';

/** Who is signed in; on a first visit, the administrator is. */
export function signedIn(c: Context, sandbox: Sandbox): string {
  const key = getCookie(c, SESSION_COOKIE);
  return isPerson(sandbox, key) ? key : signIn(c, FIRST_VISIT);
}

/** Sets the session cookie and returns the key. */
export function signIn(c: Context, key: string): string {
  setCookie(c, SESSION_COOKIE, key, { path: '/', sameSite: 'Lax' });
  return key;
}

/** Whether somebody of that key works in this org. */
export function isPerson(sandbox: Sandbox, key: unknown): key is string {
  return typeof key === 'string' && sandbox.people.some((person) => person.key === key);
}
