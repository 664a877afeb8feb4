/** How far from the window a figure is when what it shows is fetched; in a page of others so is an element's code. */
export const NEAR = '400px';
