// What is due first stands first, until a person sorts otherwise. Tasklist knows no such setting: it
// reads the order from its address, and this runs before it does.
const [route, query] = location.hash.split('?');
const asked = new URLSearchParams(query);

if (['', '#', '#/'].includes(route) && !asked.has('sorting')) {
  asked.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
  history.replaceState(history.state, '', `#/?${asked}`);
}

export default [];
