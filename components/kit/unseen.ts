// A document in Node, for what is drawn when the site is built and seen by nobody.
import { Node, parseHTML } from 'linkedom';

/**
 * Of every node and every attribute linkedom keeps who listens to it, and that takes as long as all the rest. Nobody listens
 * here: nodes are made of a class that keeps nothing.
 */
Object.setPrototypeOf(Node.prototype.constructor, class Unheard {});

export const unseenDocument = (): Document =>
  parseHTML('<html><body></body></html>').document as unknown as Document;
