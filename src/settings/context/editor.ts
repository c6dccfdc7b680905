import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useStore } from '../../ui/use-store';
import { type Editing, isReadOnly } from '../editing/editing-state';
import type { Editor } from '../editing/editor';

export const EditorContext = createContext<Editor | null>(null);

/** The editor of the open module, for the views inside it. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('No module is open.');
  return editor;
}

/** What a view shows of the configuration that is being edited. */
export const useEditing = <T>(select: (editing: Editing) => T): T => useStore(useEditor().state, select);

export const useReadOnly = (): boolean => useEditing(isReadOnly);
