// Shows the booking page in the visitor's own zone.

const main = document.querySelector('main');
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const here = new URL(location.href);
if (zone && !main.dataset.said && !here.searchParams.has('zone') && zone !== main.dataset.zone) {
  here.searchParams.set('zone', zone);
  location.replace(here);
}
