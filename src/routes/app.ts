import { createContext } from 'svelte';
import type { App } from '#lib/game/index.ts';

/** Game and library of this page: one of each, whatever page of ours is shown. */
export const [getApp, setApp] = createContext<App>();
