/**
 * A `fetch` for addresses that are published but not registered yet: they are asked of a server at `home`. `asked` gets each
 * of them once; what is published by others is not there.
 */
export function fetchPublished(published, home, asked = []) {
  return async (address, options) => {
    const text = String(address?.url ?? address);
    if (!text.startsWith(published)) {
      return new Response('Only what is published here is read.', { status: 404 });
    }
    const document = text.replace(/#.*/, '');
    if (!asked.includes(document)) {
      asked.push(document);
    }
    return fetch(home + document.substring(published.length), options);
  };
}
