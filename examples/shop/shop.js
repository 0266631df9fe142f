import { catalogue, euro, find } from './catalogue.js';
import { pot, picture, wall } from './drawing.js';
import * as cart from './cart.js';
import './glaze-picker.js';

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
/** Tells the tracker, where there is one. */
const track = (name, details) => window.sightline?.track(name, details);

const pages = { home, list, product, cart: cartPage, checkout, journal };

showCount();
addEventListener('cart', showCount);
pages[document.body.dataset.page]?.();

function showCount() {
  const badge = one('.basket span');
  if (badge) badge.textContent = cart.count();
}

function toast(text) {
  const note = one('.toast');
  note.textContent = text;
  note.classList.add('shown');
  setTimeout(() => note.classList.remove('shown'), 1_800);
}

function card(item) {
  return `<article class="card" data-sightline-name="product" data-id="${item.id}">
    <div class="pic">${picture(item)}</div>
    <button class="heart" aria-pressed="false" aria-label="Remember ${item.name}"><svg viewBox="0 0 24 24"><path d="M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.500 10Z"/></svg></button>
    <div class="facts"><div><h3><a href="product.html?id=${item.id}">${item.name}</a></h3><small>${item.kind}</small></div><span class="price">${euro(item.price)}</span></div>
  </article>`;
}

/** The whole card leads to the product; the heart inside it does something else. */
function bindCards(root) {
  root.addEventListener('click', (event) => {
    const heart = event.target.closest('.heart');
    if (heart) {
      heart.setAttribute('aria-pressed', heart.getAttribute('aria-pressed') !== 'true');
      return;
    }
    const found = event.target.closest('.card');
    if (found && !event.target.closest('a')) location.href = `product.html?id=${found.dataset.id}`;
  });
}

function home() {
  const shown = [
    ['ruhe', 112, 0.95],
    ['kiesel', 246, 0.72],
    ['halm', 372, 1.2],
    ['nord', 484, 0.86],
    ['laub', 610, 1],
  ];
  one('.shelf').innerHTML =
    `<svg viewBox="0 0 700 560" preserveAspectRatio="xMidYMax slice" role="img" aria-label="Five pots on a board">${wall(700, 560, 452)}<circle cx="520" cy="150" r="84" fill="#e3a36f" opacity=".35"/>` +
    `<path d="M372,236 C366,170 380,130 372,70" stroke="#6c7350" stroke-width="4" fill="none" stroke-linecap="round"/>${leaves()}` +
    `${shown.map(([id, x, scale]) => pot(find(id), { x, floor: 470, scale: scale * 1.12 })).join('')}</svg>`;
  const carousel = one('.carousel');
  carousel.innerHTML = catalogue.slice(0, 8).map(card).join('');
  bindCards(carousel);
  for (const button of all('[data-turn]')) {
    button.addEventListener('click', () => carousel.scrollBy({ left: 312 * Number(button.dataset.turn), behavior: 'smooth' }));
  }
  const letter = one('#letter');
  one('#open-letter').addEventListener('click', () => letter.showModal());
  one('form', letter).addEventListener('submit', (event) => {
    if (event.submitter?.value === 'no') return;
    track('LETTER_ORDERED');
    toast('Thank you. The next letter comes on Sunday.');
  });
}

function leaves() {
  return Array.from({ length: 9 }, (_, at) => {
    const side = at % 2 ? 1 : -1;
    return `<ellipse cx="${373 + side * 17}" cy="${82 + at * 15}" rx="19" ry="6.5" fill="#7d8660" transform="rotate(${side * -32} ${373 + side * 17} ${82 + at * 15})"/>`;
  }).join('');
}

function list() {
  const grid = one('.grid');
  const state = { kind: 'All', words: '', order: 'new', shown: 8 };
  const orders = {
    new: () => 0,
    cheap: (a, b) => a.price - b.price,
    dear: (a, b) => b.price - a.price,
    name: (a, b) => a.name.localeCompare(b.name),
  };
  const draw = () => {
    const words = state.words.trim().toLowerCase();
    const found = catalogue
      .filter((item) => state.kind === 'All' || item.kind === state.kind)
      .filter((item) => `${item.name} ${item.kind} ${item.glaze} ${item.note}`.toLowerCase().includes(words))
      .sort(orders[state.order]);
    grid.innerHTML = found.slice(0, state.shown).map(card).join('');
    one('#found').textContent = `${found.length} ${found.length === 1 ? 'piece' : 'pieces'}`;
    one('#more').hidden = found.length <= state.shown;
    one('#none').hidden = found.length > 0;
  };
  bindCards(grid);
  one('#search').addEventListener('input', (event) => {
    state.words = event.target.value;
    draw();
  });
  one('#order').addEventListener('change', (event) => {
    state.order = event.target.value;
    draw();
  });
  one('#more').addEventListener('click', () => {
    state.shown += 8;
    draw();
  });
  for (const chip of all('.chip')) {
    chip.addEventListener('click', () => {
      state.kind = chip.textContent;
      all('.chip').forEach((other) => other.setAttribute('aria-pressed', other === chip));
      draw();
    });
  }
  draw();
}

function product() {
  const item = find(new URLSearchParams(location.search).get('id')) ?? catalogue[0];
  let { glaze } = item;
  let quantity = 1;
  document.title = `${item.name} · Kiln`;
  one('#name').textContent = item.name;
  one('#kind').textContent = item.kind;
  one('#note').textContent = item.note;
  one('#price').textContent = euro(item.price);
  const stage = one('.stage');
  stage.innerHTML = picture(item, glaze);
  const picker = one('glaze-picker');
  picker.value = glaze;
  picker.addEventListener('glaze', ({ detail }) => {
    glaze = detail;
    stage.innerHTML = picture(item, glaze);
  });
  for (const button of all('.stepper button')) {
    button.addEventListener('click', () => {
      quantity = Math.max(1, Math.min(9, quantity + Number(button.value)));
      one('.stepper output').textContent = quantity;
    });
  }
  one('#add').addEventListener('click', () => {
    cart.put(item.id, glaze, quantity);
    track('ADDED_TO_CART', { product: item.id, glaze, quantity, price: item.price });
    one('#added').showModal();
  });
  const others = one('.grid');
  others.innerHTML = catalogue
    .filter((other) => other.kind === item.kind && other !== item)
    .slice(0, 4)
    .map(card)
    .join('');
  bindCards(others);
}

function sums() {
  const sum = cart.total();
  const delivery = sum === 0 || sum >= 150 ? 0 : 6.9;
  return `<dl><dt>Pieces</dt><dd>${euro(sum)}</dd><dt>Delivery</dt><dd>${delivery ? euro(delivery) : 'free'}</dd><dt class="total">Total</dt><dd class="total">${euro(sum + delivery)}</dd></dl>`;
}

function cartPage() {
  const place = one('.lines');
  const draw = () => {
    const lines = cart.lines();
    one('#filled').hidden = lines.length === 0;
    one('.empty').hidden = lines.length > 0;
    place.innerHTML = lines
      .map((line) => {
        const item = find(line.id);
        return `<li data-id="${item.id}" data-glaze="${line.glaze}"><a class="pic" href="product.html?id=${item.id}">${picture(item, line.glaze)}</a>
          <div><h3>${item.name}</h3><p class="muted">${line.glaze} glaze · ${euro(item.price)}</p></div>
          <div class="end"><span class="price">${euro(item.price * line.quantity)}</span><div class="stepper"><button value="-1" aria-label="One less">−</button><output>${line.quantity}</output><button value="1" aria-label="One more">+</button></div><button class="link" value="-99">Remove</button></div></li>`;
      })
      .join('');
    one('#sums').innerHTML = sums();
  };
  place.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    const { id, glaze } = button.closest('li').dataset;
    cart.put(id, glaze, Number(button.value));
    draw();
  });
  draw();
}

function checkout() {
  one('#sums').innerHTML = sums();
  one('form').addEventListener('submit', (event) => {
    event.preventDefault();
    track('ORDERED', { pieces: cart.count(), total: cart.total() });
    cart.empty();
    one('#form').hidden = true;
    one('#done').hidden = false;
    scrollTo(0, 0);
  });
}

function journal() {
  const stories = JSON.parse(one('#stories').textContent);
  const show = (id) => {
    const story = stories.find((known) => known.id === id) ?? stories[0];
    const item = find(story.pot);
    one('.story').innerHTML = `<p class="eyebrow">${story.date}</p><h2>${story.title}</h2>
      <div class="plate"><svg viewBox="0 0 640 360" role="img" aria-label="${item.name}">${wall(640, 360, 290)}<circle cx="470" cy="120" r="60" fill="#e3a36f" opacity=".32"/>${pot(item, { x: 250, floor: 304, scale: 1.15 })}${pot(find('tau'), { x: 390, floor: 304, scale: 0.8 })}</svg></div>
      ${story.text.map((paragraph) => `<p>${paragraph}</p>`).join('')}`;
    all('.stories nav a').forEach((link) => link.toggleAttribute('aria-current', link.dataset.story === story.id));
    document.title = `${story.title} · Kiln`;
  };
  one('.stories nav').innerHTML = stories.map(({ id, title }) => `<a href="?story=${id}" data-story="${id}">${title}</a>`).join('');
  one('.stories nav').addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    show(link.dataset.story);
  });
  addEventListener('popstate', () => show(chosen()));
  show(chosen());
}

function chosen() {
  return new URLSearchParams(location.search).get('story');
}
