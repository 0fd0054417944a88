// JSON as people write it, with comments: what is coloured, and what can be folded.
import { foldService, StreamLanguage } from '@codemirror/language';

const language = StreamLanguage.define({
  name: 'json',
  startState: () => ({ isComment: false }),
  token(stream, state) {
    if (state.isComment) {
      state.isComment = !stream.match(/.*?\*\//) && Boolean(stream.skipToEnd() || true);
      return 'comment';
    }
    if (stream.eatSpace()) {
      return null;
    }
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match('/*')) {
      state.isComment = true;
      return 'comment';
    }
    if (stream.match(/"(?:[^"\\]|\\.)*"?/)) {
      return stream.match(/\s*:/, false) ? 'propertyName' : 'string';
    }
    if (stream.match(/-?\d[\d.eE+-]*/)) {
      return 'number';
    }
    if (stream.match(/true|false|null/)) {
      return 'bool';
    }
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } }, closeBrackets: { brackets: ['{', '[', '"'] } },
});

// From the last bracket that a line leaves open to the one that closes it.
const folding = foldService.of((state, start, end) => {
  const skipped = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\]]/g;
  const open = [];
  for (const { 0: part, index } of state.sliceDoc(start, end).matchAll(skipped)) {
    if (part === '{' || part === '[') {
      open.push(start + index + 1);
    } else if (part === '}' || part === ']') {
      open.pop();
    }
  }
  if (open.length === 0) {
    return null;
  }
  let depth = 1;
  for (const { 0: part, index } of state.sliceDoc(end).matchAll(skipped)) {
    depth += part === '{' || part === '[' ? 1 : part === '}' || part === ']' ? -1 : 0;
    if (depth === 0) {
      return end + index > end ? { from: open.at(-1), to: end + index } : null;
    }
  }
  return null;
});

export const json = [language, folding];
