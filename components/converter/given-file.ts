import '#components/kit/fault-words.ts';
import { SaidError, sentenceOf } from '#components/kit/faults.ts';
import { converter as words } from '#content/words/en/converter.ts';
import { notWeights, unread } from '#content/words/en/files.ts';
import { sniff } from '#lib/files/index.ts';
import type { FileFault, OnProgress, Reply } from './protocol.ts';
import { Session, WorkerGone } from './session.ts';

/** The file that the reader gave, and the worker that holds it: one at a time, started anew where the last one ended. */
export class GivenFile {
  readonly #name: string;
  readonly #get: (signal: AbortSignal) => Promise<Blob>;
  readonly #readers: string;
  #session: Session | null = null;
  /** It could be read: what goes wrong now, the conversion does. */
  #planned = false;

  /** @param readers address of the list of tensors that read space-to-depth */
  constructor(name: string, get: (signal: AbortSignal) => Promise<Blob>, readers: string) {
    this.#name = name;
    this.#get = get;
    this.#readers = readers;
  }

  /** Ends whatever runs, at once. */
  end(): void {
    this.#session?.stop();
    this.#session = null;
  }

  /**
   * What a worker that holds the file says. The signal ends the worker.
   *
   * @throws SaidError
   */
  async ask<T>(
    signal: AbortSignal,
    tell: OnProgress,
    question: (session: Session) => Promise<Reply<T>>,
  ): Promise<T> {
    try {
      const session = this.#session ?? (await this.#opened(signal, tell));
      this.#session = session;
      const end = () => this.end();
      signal.addEventListener('abort', end);
      const answer = await question(session);
      signal.removeEventListener('abort', end);
      if (!answer.ok) throw this.#said(answer.fault);
      this.#planned = true;
      return answer.value;
    } catch (error) {
      if (signal.aborted || error instanceof SaidError) throw error;
      this.end();
      throw this.#said(faultOf(error));
    }
  }

  /** @throws SaidError, or what the worker or the file failed with */
  async #opened(signal: AbortSignal, tell: OnProgress): Promise<Session> {
    const file = await this.#get(signal);
    const kind = await sniff(file);
    signal.throwIfAborted();
    if (kind !== 'safetensors' && kind !== 'unknown')
      throw new SaidError(notWeights[kind](this.#name), { again: false });
    const session = new Session();
    signal.addEventListener('abort', () => session.stop());
    const answer = await session.open(file, this.#readers, tell);
    signal.throwIfAborted();
    if (answer.ok) return session;
    session.stop();
    throw this.#said(answer.fault);
  }

  #said(fault: FileFault): SaidError {
    return new SaidError(this.#sentence(fault), { again: !fault.kind.endsWith('file') });
  }

  #sentence(fault: FileFault): string {
    switch (fault.kind) {
      case 'other file':
        return fault.message;
      case 'file':
        return this.#planned ? sentenceOf(fault) : words.notRead(this.#name, sentenceOf(fault));
      case 'gone':
        return unread.gone(this.#name);
      case 'no worker':
        return words.noWorker;
      case 'no sample':
        return words.noSample;
      case 'failed':
        return this.#planned ? words.failed : unread.failed(this.#name);
    }
  }
}

/** The sample could not be fetched. */
export class NoSample extends Error {
  override name = 'NoSample';
}

function faultOf(error: unknown): FileFault {
  if (error instanceof NoSample) return { kind: 'no sample' };
  if (error instanceof WorkerGone) return { kind: 'no worker' };
  const gone = error instanceof DOMException && /^Not(Readable|Found)Error$/.test(error.name);
  return { kind: gone ? 'gone' : 'failed' };
}
