// The files of the page in editors, one for each tab.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, snippet } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorSelection, EditorState, StateEffect, StateField } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, keymap, lineNumbers, showTooltip } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { byId, element } from './element.js';
import { json } from './json.js';
import { shown } from './markdown.js';

// By variables, so that both dresses are in the style sheet.
const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--name)' },
  { tag: tags.string, color: 'var(--text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--number)' },
  { tag: tags.comment, color: 'var(--comment)', fontStyle: 'italic' },
]);

// What is told of the place of the cursor, for who has no mouse; it is gone once the cursor goes on.
const told = StateEffect.define();
const tellingAtCursor = StateField.define({
  create: () => null,
  update: (value, transaction) => transaction.effects.find(effect => effect.is(told))?.value ?? (transaction.docChanged || transaction.selection ? null : value),
  provide: field => showTooltip.from(field),
});

export class Editors {
  #tabs = [];
  #chosen;
  #changed;
  #complete;
  #hover;

  /** changed(path, text): a text was edited. complete(path, offset): what may stand there. hover(path, offset): what there is to say of it. */
  constructor(kinds, { changed, complete, hover }) {
    [this.#changed, this.#complete, this.#hover] = [changed, complete, hover];
    for (const [kind, name] of kinds) {
      const tab = element('button', { type: 'button', role: 'tab', id: `tab-${kind}`, 'aria-controls': `panel-${kind}`, onclick: () => this.choose(kind) }, name);
      const file = element('p', { className: 'file' });
      const panel = element('div', { className: 'panel', role: 'tabpanel', id: `panel-${kind}`, 'aria-labelledby': `tab-${kind}` }, file);
      const view = new EditorView({ parent: panel });
      this.#tabs.push({ kind, name, tab, panel, file, view, path: undefined });
      byId('tabs').append(tab);
      byId('panels').append(panel);
    }
    byId('tabs').addEventListener('keydown', event => this.#move(event));
    this.choose(kinds[0][0]);
  }

  get chosen() {
    return this.#chosen;
  }

  /** Shows another tab. */
  choose(kind) {
    this.#chosen = kind;
    for (const one of this.#tabs) {
      const is = one.kind === kind;
      one.tab.setAttribute('aria-selected', is);
      one.tab.tabIndex = is ? 0 : -1;
      one.panel.hidden = !is;
    }
  }

  /** Puts a file into a tab; none, with what there is to say of that, if there is no text. */
  open(kind, path, text, none = 'There is no such file.') {
    const one = this.#of(kind);
    one.path = text === undefined ? undefined : path;
    one.file.textContent = text === undefined ? none : path;
    one.view.dom.hidden = text === undefined;
    one.view.setState(EditorState.create({ doc: text ?? '', extensions: this.#extensions(one, path) }));
  }

  /** Other text in the place of what an editor shows: only what differs is replaced, so that places and the history stay. */
  write(path, text) {
    for (const { view } of this.#tabs.filter(one => one.path === path)) {
      const now = view.state.doc.toString();
      let [from, to, end] = [0, now.length, text.length];
      while (from < to && from < end && now[from] === text[from]) {
        from++;
      }
      while (to > from && end > from && now[to - 1] === text[end - 1]) {
        [to, end] = [to - 1, end - 1];
      }
      if (from !== to || from !== end) {
        view.dispatch({ changes: { from, to, insert: text.slice(from, end) } });
      }
    }
  }

  /** Underlines what is wrong. `run` makes the edits of a cure. */
  mark(diagnostics, run) {
    for (const one of this.#tabs.filter(tab => tab.path !== undefined)) {
      const own = diagnostics.filter(found => found.file === one.path);
      const most = one.view.state.doc.length;
      const marks = own.map(found => {
        const from = Math.min(found.start, most);
        return {
          from, to: Math.min(Math.max(found.start + found.length, from + 1), most), severity: found.severity, source: found.code,
          message: found.help ? `${found.message}. ${found.help}` : found.message,
          actions: found.cures.map((cure, i) => ({ name: found.cures.length > 1 ? `Apply ${i + 1}` : 'Apply', apply: () => run(cure) })),
        };
      });
      one.view.dispatch(setDiagnostics(one.view.state, marks));
      const errors = own.filter(found => found.severity === 'error').length;
      one.tab.replaceChildren(one.name, ...errors ? [' ', element('span', { className: 'count', 'aria-label': `${errors} ${errors === 1 ? 'error' : 'errors'}` }, `${errors}`)] : []);
    }
  }

  /** Selects a stretch of a file, and shows it. */
  select(path, start, length) {
    const one = this.#tabs.find(tab => tab.path === path);
    if (one) {
      this.choose(one.kind);
      const most = one.view.state.doc.length;
      const [from, to] = [Math.min(start, most), Math.min(start + length, most)];
      one.view.dispatch({ selection: EditorSelection.single(from, to), effects: EditorView.scrollIntoView(EditorSelection.range(from, to), { y: 'center' }) });
      one.view.focus();
      if (one.panel.getBoundingClientRect().top < 0 || one.panel.getBoundingClientRect().top > innerHeight - 80) {
        one.panel.scrollIntoView({ block: 'nearest' });
      }
    }
    return one !== undefined;
  }

  #of(kind) {
    return this.#tabs.find(one => one.kind === kind);
  }

  #move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const at = this.#tabs.findIndex(one => one.kind === this.#chosen);
      const next = this.#tabs[(at + step + this.#tabs.length) % this.#tabs.length];
      this.choose(next.kind);
      next.tab.focus();
      event.preventDefault();
    }
  }

  #extensions(one, path) {
    return [
      lineNumbers(), foldGutter(), lintGutter(), highlightActiveLineGutter(), highlightActiveLine(), history(), drawSelection(), bracketMatching(), closeBrackets(),
      search({ top: true }), highlightSelectionMatches(), json, syntaxHighlighting(colours), EditorView.lineWrapping,
      autocompletion({ override: [context => this.#completion(context, path)], activateOnTyping: true, icons: false }),
      hoverTooltip((_, offset) => this.#telling(path, offset), { hideOnChange: true }), tellingAtCursor,
      keymap.of([{ key: 'Mod-i', run: view => this.#tell(view, path), preventDefault: true }, ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...completionKeymap, ...lintKeymap]),
      EditorView.contentAttributes.of({ 'aria-label': `${one.name}: ${path}`, spellcheck: 'false', tabindex: '0' }),
      EditorView.updateListener.of(update => update.docChanged && this.#changed(path, update.state.doc.toString())),
    ];
  }

  async #completion(context, path) {
    const word = context.matchBefore(/"?[\w.\-]*/);
    if (!context.explicit && (!word || !/["\w]/.test(word.text))) {
      return null;
    }
    const found = await this.#complete(path, context.pos);
    // What is written has a quote before it, and what is shown has none: so it is sorted out here.
    const written = context.state.sliceDoc(found?.start ?? context.pos, context.pos).replace(/^"/, '').toLowerCase();
    const options = (found?.options ?? []).filter(option => option.label.toLowerCase().includes(written))
      .sort((a, b) => b.label.toLowerCase().startsWith(written) - a.label.toLowerCase().startsWith(written));
    return context.aborted || options.length === 0 ? null : {
      from: found.start, to: found.end, filter: false,
      options: options.map(option => ({
        label: option.label, apply: option.template ? snippet(option.template) : option.text, detail: option.detail, type: option.kind,
        info: option.markdown ? () => element('div', { className: 'told' }, shown(option.markdown)) : undefined,
      })),
    };
  }

  // What there is to say of a place, beside it.
  async #telling(path, offset) {
    const found = await this.#hover(path, offset);
    return found?.markdown === undefined ? null : {
      pos: found.start, end: found.end, above: true,
      create: () => ({ dom: element('div', { className: 'told', role: 'status' }, shown(found.markdown)) }),
    };
  }

  #tell(view, path) {
    const at = view.state.selection.main.head;
    this.#telling(path, at).then(tooltip => tooltip && at === view.state.selection.main.head && view.dispatch({ effects: told.of(tooltip) }));
    return true;
  }
}
