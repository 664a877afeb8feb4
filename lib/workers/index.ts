/** The part of a Worker that its page's end uses: a stand-in needs no more. */
export type WorkerLike = Pick<
  Worker,
  'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'
>;
