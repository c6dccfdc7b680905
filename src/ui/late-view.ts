import { deferred } from './deferred';

/** The view of a page, which is loaded while the first answer is on its way. */
export interface LateView<V> {
  /** Loads the view, once. */
  load(): void;
  /** Tells the view something, as soon as there is one. */
  tell(news: (view: V) => void): void;
}

/** Where the view's file does not come, the page shows what its `<template id="failed">` holds for that case. */
export function lateView<V>(load: () => Promise<V>): LateView<V> {
  const { api, want } = deferred(load);
  const untold: ((view: V) => void)[] = [];
  api.subscribe((state) => {
    if (state.kind === 'ready') for (const news of untold.splice(0)) news(state.part);
    if (state.kind === 'failed') showFailure(document);
  });
  return {
    load: want,
    tell(news) {
      const state = api.getState();
      if (state.kind === 'ready') news(state.part);
      else untold.push(news);
    },
  };
}

function showFailure(doc: Document): void {
  const failed = doc.querySelector<HTMLTemplateElement>('#failed');
  if (failed) doc.getElementById('app')?.replaceChildren(failed.content.cloneNode(true));
}
