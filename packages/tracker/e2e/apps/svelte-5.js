import ResultCard from './result-card.svelte';

const card = Object.assign(new ResultCard.element(), { rank: 4, place: { city: 'Delft' } });
document.querySelector('#app').append(card);
