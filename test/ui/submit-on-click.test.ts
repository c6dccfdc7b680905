// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { submitOnClick } from '../../src/ui/submit-on-click';

beforeEach(() => {
  document.body.innerHTML = '<main><form novalidate><button type="submit"><b>Lock</b></button></form></main>';
  submitOnClick(document.querySelector('main') ?? document.body);
});

it('submits a form by its click, without the submission that a sandboxed frame drops', () => {
  const submitted = vi.fn();
  document.querySelector('form')?.addEventListener('submit', submitted);
  const wasLeftToBrowser = fireEvent.click(document.querySelector('b') ?? document.body);
  expect(submitted).toHaveBeenCalledOnce();
  expect(wasLeftToBrowser).toBe(false);
});

it('leaves other buttons alone', () => {
  const submitted = vi.fn();
  document.querySelector('form')?.addEventListener('submit', submitted);
  document.querySelector('button')?.setAttribute('type', 'button');
  fireEvent.click(document.querySelector('b') ?? document.body);
  expect(submitted).not.toHaveBeenCalled();
});
