import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Root, removeNode } from '../../../locking/criteria/tree/edit';
import { parentOf } from '../../../locking/criteria/tree/find';
import type { CriteriaNode } from '../../../locking/criteria/tree/node';
import { focusOn, renderNow } from '../../../ui/render-now';
import { useEditing, useEditor } from '../../context/editor';
import type { Editing } from '../../editing/editing-state';
import type { Editor } from '../../editing/editor';
import { indexOf } from './tree-index';

/** Rows that a slow machine renders well within a frame that does not feel late. */
export const STEP = 5;

/** What the parts of one rule's tree share, for as long as the rule is shown. */
export interface RuleTree {
  readonly ruleKey: string;
  /** Id of the control that has the focus when all else is gone. */
  readonly home: string;
  /** Conditions with a higher number come with one of the next frames. */
  readonly shown: StoreApi<number>;
  /** The criteria as they are now, for what is worked out only when it is asked for. */
  root(): Root;
  /** Edits the criteria; `focus` is the id of the element that is to have the focus after it. */
  edit(edit: (criteria: Root) => Root, focus?: string): void;
  /** Removes a node; the focus goes to its neighbour. */
  remove(nodeKey: string): void;
}

export const RuleTreeContext = createContext<RuleTree | null>(null);

export function useRuleTree(): RuleTree {
  const tree = useContext(RuleTreeContext);
  if (!tree) throw new Error('There are no criteria here.');
  return tree;
}

export const rootIn = ({ draft }: Editing, ruleKey: string): Root =>
  draft.rules.find(({ key }) => key === ruleKey)?.criteria ?? null;

export function useNewRuleTree(ruleKey: string): RuleTree {
  const editor = useEditor();
  return useMemo(() => ruleTree(ruleKey, editor), [ruleKey]);
}

function ruleTree(ruleKey: string, { state, rules }: Editor): RuleTree {
  const home = `rule-${ruleKey}-add`;
  const root = () => rootIn(state.getState(), ruleKey);
  const edit: RuleTree['edit'] = (change, focus) => {
    renderNow(() => rules.editCriteria(ruleKey, change));
    if (focus) focusOn(focus);
  };
  return {
    ruleKey,
    home,
    shown: createStore(() => STEP),
    root,
    edit,
    remove: (key) => edit((now) => removeNode(now, key), focusAfterRemoval(root(), key) ?? home),
  };
}

const firstControl = (node: CriteriaNode): string =>
  node.kind === 'condition' ? `node-${node.key}-field` : `node-${node.key}`;

/** Where the focus goes when a node is removed: to its neighbour, else to what is around it. */
function focusAfterRemoval(root: Root, key: string): string | undefined {
  const parent = parentOf(root, key);
  if (!parent) return undefined;
  const index = parent.children.findIndex((child) => child.key === key);
  const neighbour = parent.children[index + 1] ?? parent.children[index - 1];
  return neighbour ? firstControl(neighbour) : focusAfterRemoval(root, parent.key);
}

/** A node of the tree and its number; null when it is not there any more. */
export function useNode(nodeKey: string): { readonly node: CriteriaNode; readonly number: number } | null {
  const { ruleKey } = useRuleTree();
  const node = useEditing((editing) => indexOf(rootIn(editing, ruleKey)).get(nodeKey)?.node);
  const number = useEditing((editing) => indexOf(rootIn(editing, ruleKey)).get(nodeKey)?.number ?? 0);
  return node ? { node, number } : null;
}
