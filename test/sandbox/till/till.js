// The till without waiting: what is pressed or scanned is sent behind the screen, so that no digit of a fast scanner is
// lost while a page loads. Without this script every form still works.
(() => {
  const scan = () => document.querySelector('[data-scan]');
  let queue = Promise.resolve();

  const show = (text) => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const typed = scan()?.value ?? '';
    document.querySelector('main').replaceWith(page.querySelector('main'));
    // What a scanner has typed meanwhile stays.
    if (scan() !== null) scan().value = typed;
    (document.querySelector('main [autofocus]') ?? scan())?.focus();
    askWhetherDue();
  };

  const send = async (action, body) => {
    const response = await fetch(action, { method: 'POST', body });
    if (!response.ok) return location.reload();
    show(await response.text());
  };

  addEventListener('submit', (event) => {
    const form = event.target;
    if (form.closest('main') === null || form.method !== 'post') return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    // A number that is on its way leaves the field free for the next one.
    if (form.contains(scan())) scan().value = '';
    queue = queue.then(() => send(form.action, body)).catch(() => location.reload());
  });

  // A scanner types fast and ends with Enter, wherever the focus is: digits outside a field go to the card field.
  addEventListener('keydown', (event) => {
    const field = scan();
    if (field === null || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.target.closest?.('input, select, textarea')) return;
    if (!/^\d$/.test(event.key)) return;
    event.preventDefault();
    field.value += event.key;
    field.focus();
  });

  // After a sale: the app hears of it by webhook and may answer that a card is due. Asked for a little while.
  const askWhetherDue = (left = 15) => {
    const due = document.querySelector('[data-due][hidden]');
    if (due === null) return;
    setTimeout(async () => {
      const answer = await (await fetch(due.dataset.due)).json();
      if (answer.due === true) due.hidden = false;
      else if (left > 0) askWhetherDue(left - 1);
    }, 700);
  };
  askWhetherDue();
})();
