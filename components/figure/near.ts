/** How far from the window an element of another page is when what it shows is fetched. */
export const NEAR = '400px';
