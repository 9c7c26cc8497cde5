/** The drawing library is no part of a first screen: it comes when something is drawn, or before the network may go. */
export const loadDrawing = () => import('./draw.ts');
