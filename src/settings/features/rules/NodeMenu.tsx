import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { canWrap } from '../../../locking/criteria/tree/depth';
import { canUngroup, type Root, removeNode, ungroup, wrapInGroup } from '../../../locking/criteria/tree/edit';
import { moveInto, moveNode, moveTargets } from '../../../locking/criteria/tree/move';
import type { CriteriaNode } from '../../../locking/criteria/tree/node';
import { IconButton } from '../../../ui/IconButton';
import { placePopup } from '../../../ui/place-popup';
import { numberNodes } from './number-nodes';
import { focusAfterRemoval } from './RemoveButton';
import type { BuilderTools, RulesContext } from './rules-context';

interface NodeMenuProps {
  readonly node: CriteriaNode;
  /** What the menu is of, in words. */
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly root: boolean;
  readonly tools: BuilderTools;
  readonly context: RulesContext;
}

interface Item {
  readonly text: string;
  readonly edit: (root: Root) => Root;
  readonly focus?: string | undefined;
}

/** What can be done with a node where it stands, worked out when the menu opens. */
function itemsOf({ node, first, last, root: isRoot, tools, context }: NodeMenuProps): readonly Item[] {
  const { t, newKey } = context;
  const { key } = node;
  const root = tools.root();
  const numbers = numberNodes(root);
  const again = `node-${key}-menu`;
  const say = (name: string, group?: number) => t(`${name}`, group === undefined ? {} : { group });
  const items: Item[] = [];
  if (!isRoot && !first)
    items.push({ text: say('moveUp'), edit: (now) => moveNode(now, key, -1), focus: again });
  if (!isRoot && !last)
    items.push({ text: say('moveDown'), edit: (now) => moveNode(now, key, 1), focus: again });
  for (const groupKey of moveTargets(root, key)) {
    const number = numbers.get(groupKey) ?? 0;
    items.push({
      text: number ? say('moveInto', number) : say('moveOut'),
      edit: (now) => moveInto(now, key, groupKey),
      focus: again,
    });
  }
  if (canWrap(root, key))
    items.push({ text: say('wrap'), edit: (now) => wrapInGroup(now, key, newKey), focus: again });
  if (node.kind === 'group') {
    const [child] = node.children;
    if (canUngroup(root, key))
      items.push({
        text: say('ungroup'),
        edit: (now) => ungroup(now, key),
        focus: child && `node-${child.key}-menu`,
      });
    items.push({
      text: say('removeGroup'),
      edit: (now) => removeNode(now, key),
      focus: focusAfterRemoval(root, key) ?? tools.home,
    });
  }
  return items;
}

/** A button that shows what else can be done with a condition or group. */
export function NodeMenu(props: NodeMenuProps) {
  const { node, name, tools, context } = props;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!open || !box.current || !popup.current) return;
    placePopup(box.current, popup.current);
    popup.current.querySelector('button')?.focus();
  }, [open]);
  const walk = (event: KeyboardEvent): void => {
    const buttons = [...(popup.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') {
      setOpen(false);
      box.current?.querySelector('button')?.focus();
    } else if (step !== undefined) buttons.at(step % buttons.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      class="menu"
      ref={box}
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && box.current?.contains(relatedTarget))) setOpen(false);
      }}
    >
      <IconButton
        icon="more"
        label={context.t('more', { name })}
        id={`node-${node.key}-menu`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside.
        <div class="popup" ref={popup} onKeyDown={walk}>
          {itemsOf(props).map(({ text, edit, focus }) => (
            <button
              type="button"
              key={text}
              onClick={() => {
                setOpen(false);
                tools.edit(edit, focus);
              }}
            >
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
