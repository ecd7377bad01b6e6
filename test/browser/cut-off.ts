/** What does not fit: the page itself, controls that stick out at a side, a Save button out of sight. */
export function cutOff(): string[] {
  const page = document.documentElement;
  const found =
    page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth} of ${page.clientWidth} wide`] : [];
  const name = (one: Element) => `${one.localName}#${one.id}.${one.className} ${one.textContent?.slice(0, 30)}`;
  for (const one of document.querySelectorAll('button, input, textarea, select, a')) {
    const { left, right } = one.getBoundingClientRect();
    if (one.checkVisibility() && (left < 0 || right > page.clientWidth))
      found.push(`${name(one)}: ${left} to ${right}`);
  }
  const save = document.querySelector('main.popup button[type=submit]')?.getBoundingClientRect();
  if (save && (save.top < 0 || save.bottom > innerHeight)) found.push(`Save: ${save.top} to ${save.bottom}`);
  return found;
}
