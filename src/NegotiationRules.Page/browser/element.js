// Makes elements. Text is always text: nothing that comes from rules or scenarios is ever read as HTML.

/** An element with properties, `data-…` and `aria-…` attributes, and children, of which texts become text. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (key.includes('-') || key === 'role' || key === 'for' || key === 'list') {
      made.setAttribute(key, value);
    } else {
      made[key] = value;
    }
  }
  made.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
  return made;
}

export const byId = id => document.getElementById(id);

/** Puts other children in the place of those there are; the focus goes to what has the same `data-key` as what had it. */
export function refill(parent, ...children) {
  const had = parent.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  parent.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (had !== undefined) {
    [...parent.querySelectorAll('[data-key]')].find(child => child.dataset.key === had)?.focus({ preventScroll: true });
  }
}

/** A mark with what a screen reader says of it. */
export const sign = part => element('span', { className: 'sign', role: 'img', 'aria-label': `${spoken[part.mark] ?? part.mark}:` }, signOf(part.mark));

export const signOf = mark => signs[mark] ?? '·';

const signs = { satisfied: '✓', violated: '✗', unknown: '?', pending: '…', notApplicable: '–', warning: '!', note: '·', reason: '·' };
const spoken = {
  satisfied: 'met', violated: 'not met', unknown: 'open', pending: 'pending', notApplicable: 'not applicable', warning: 'warning', note: 'note', reason: 'reason',
};

export const badge = (mark, text) => element('span', { className: `badge ${mark}` }, text);
