import { useWords } from '../context/words';
import type { ModuleSummary } from '../editing/module-row';
import { lockingText } from './locking-text';

export function ModuleState({ of }: { readonly of: ModuleSummary | null }) {
  return <>{lockingText(useWords(), of)}</>;
}
