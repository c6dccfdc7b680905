import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStore } from '../../ui/use-store';

/** Whether calls wait because the CRM limits them. */
export const LimitedContext = createContext<StoreApi<boolean>>(createStore(() => false));

export const useLimited = (): boolean => useStore(useContext(LimitedContext), (limited) => limited);
