// Asks the workers. One answers what somebody waits for; another works on what may come later, so that typing never waits for that. Each is told only of files that have changed.

class Desk {
  #worker;
  #known = new Map();
  #waiting = [];
  #running;
  #isReady = false;

  constructor() {
    this.#worker = new Worker(new URL('worker.js', document.baseURI), { type: 'module' });
    this.#worker.onmessage = ({ data }) => {
      if (data.ready) {
        this.#isReady = true;
      } else {
        const { settle, kind } = this.#running;
        this.#running = undefined;
        const answer = JSON.parse(data.answer);
        if (answer.fault) {
          console.info(`${kind}: ${answer.fault}`);
        }
        settle(answer);
      }
      this.#next();
    };
    this.#worker.onerror = event => document.dispatchEvent(new CustomEvent('desk-fault', { detail: event.message || 'it could not be loaded' }));
  }

  ask(question) {
    return new Promise(settle => {
      this.#waiting.push({ question, kind: question.ask, settle });
      this.#next();
    });
  }

  forget() {
    this.#waiting = [];
  }

  #next() {
    if (this.#isReady && !this.#running && this.#waiting.length > 0) {
      this.#running = this.#waiting.shift();
      this.#worker.postMessage({ question: JSON.stringify({ ...this.#running.question, files: this.#changes() }) });
    }
  }

  #changes() {
    const now = openFiles();
    const changed = Object.fromEntries(Object.entries(now).filter(([path, text]) => this.#known.get(path) !== text));
    for (const path of this.#known.keys()) {
      if (now[path] === undefined) {
        changed[path] = null;
      }
    }
    this.#known = new Map(Object.entries(now));
    return changed;
  }
}

let openFiles = () => ({});
const front = new Desk();
let back;

/** Where the texts of all open files are, by their paths, whenever something is asked. */
export function answerFrom(files) {
  openFiles = files;
}

/** Asks what somebody waits for. */
export const ask = question => front.ask(question);

/** Asks what may come later; never answered if something changes before it is begun. */
export const askLater = question => (back ??= new Desk()).ask(question);

/** Nobody waits any more for what could come later. */
export const forget = () => back?.forget();
