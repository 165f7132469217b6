/**
 * Comfort on top of pages that work without it: shortcuts, how a number or date is read, long work that reports itself.
 * What it says stands in data attributes of #comfort. Drafts and sending without a line: app/features/offline.
 */
const words = document.getElementById('comfort')?.dataset ?? {};
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

all('[data-focus]')[0]?.focus();

// On a phone long parts start folded, but for the one that the address names.
if (matchMedia('(max-width: 47.5rem)').matches)
  all('details[data-fold]').forEach((part) => (part.open = part.id === location.hash.slice(1)));

// Menus close with Escape or a click elsewhere.
const closeMenus = (except) => all('details.menu[open]').forEach((menu) => menu !== except && (menu.open = false));
document.addEventListener('click', (event) => closeMenus(event.target.closest('details.menu')));

// Shortcuts: "/" searches, "g" and a letter goes to an area, "?" lists them.
let went = 0;
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') return closeMenus();
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input,select,textarea,dialog')) return;
  if (event.key === '?') return showShortcuts();
  if (event.key === '/') {
    event.preventDefault();
    document.getElementById('tim')?.focus();
  } else if (event.key === 'g') went = Date.now();
  else if (Date.now() - went < 1500) all(`.side [data-key="${CSS.escape(event.key)}"]`)[0]?.click();
});

function showShortcuts() {
  const lines = all('.side [data-key]').map((link) => [`g ${link.dataset.key}`, link.firstChild.textContent]);
  const list = [['/', words.search], ...lines, ['?', words.shortcuts], ['Esc', words.close]];
  const dialog = document.createElement('dialog');
  const title = dialog.appendChild(document.createElement('h2'));
  title.textContent = words.shortcuts;
  const table = dialog.appendChild(document.createElement('table'));
  for (const [keys, meaning] of list) {
    const row = table.insertRow();
    const cell = row.insertCell();
    for (const key of keys.split(' ')) cell.appendChild(document.createElement('kbd')).textContent = key;
    row.insertCell().textContent = meaning;
  }
  const button = dialog.appendChild(document.createElement('button'));
  button.className = 'btn btn-second';
  button.textContent = words.close;
  button.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.setAttribute('aria-label', words.shortcuts);
  document.body.append(dialog);
  dialog.showModal?.();
}

function say(text, form) {
  const line = document.createElement('p');
  line.className = 'notice notice-warning';
  line.setAttribute('role', 'status');
  line.textContent = text;
  (form ?? document.querySelector('main')).prepend(line);
}

// The same form is not sent twice by an impatient hand.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (Date.now() - Number(form.dataset.sentAt ?? 0) < 4000) event.preventDefault();
  form.dataset.sentAt = String(Date.now());
});

if (words.idle) setTimeout(() => say(words.expires), (Number(words.idle) - 1) * 60_000);

// How the system will read what was typed.
function readAs(input) {
  if (input.type === 'date') return input.value.split('-').reverse().join('/');
  const text = input.value.trim();
  if (!/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(text)) return '';
  const number = Number(text.replaceAll('.', '').replace(',', '.'));
  const written = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 10 }).format(number);
  return written === text ? '' : written;
}
function readBack() {
  for (const input of all('input[data-number], input[type=date]')) {
    if (input.type === 'date' && navigator.language.startsWith('vi')) continue;
    const echo = document.createElement('p');
    echo.className = 'hint';
    echo.setAttribute('aria-live', 'polite');
    (input.closest('.with-unit') ?? input).after(echo);
    const show = () => {
      const reading = readAs(input);
      echo.textContent = reading && `${words.readAs} ${reading}`;
    };
    show();
    input.addEventListener('change', show);
  }
}
readBack();
// A form that the offline script has drawn anew.
document.addEventListener('redrawn', readBack);

for (const box of all('input[data-all]')) {
  box.hidden = false;
  const boxes = () => all('tbody .pick input', box.closest('table'));
  box.addEventListener('change', () => boxes().forEach((each) => (each.checked = box.checked)));
}
all('form[data-auto] select').forEach((select) => select.addEventListener('change', () => select.form.requestSubmit()));

// Long work reports itself; once it has ended the page is asked for anew.
async function poll() {
  const shown = document.querySelector('[data-poll]');
  if (!shown) return;
  const answer = await fetch(shown.dataset.poll).then(
    (response) => response.text(),
    () => '',
  );
  const fresh = new DOMParser().parseFromString(answer, 'text/html').getElementById(shown.id);
  if (fresh && !fresh.dataset.poll) return location.assign(shown.dataset.poll);
  if (fresh) shown.replaceWith(fresh);
  setTimeout(poll, document.hidden ? 15_000 : 3000);
}
setTimeout(poll, 2000);
