/** A frame of a third origin beside the widget: it plays whoever else may post messages into the page. */
export function Stranger({ url }: { readonly url: string }) {
  return <iframe class="stranger" title="Page of a third origin" src={url} />;
}
