window.UNT();
document.querySelector('#user').textContent = window.getUserUUID();
document.querySelector('#contact')?.addEventListener('submit', (event) => {
  event.preventDefault();
  window.registerEmail();
  document.querySelector('#sent').textContent = 'Sent. Thank you.';
});
